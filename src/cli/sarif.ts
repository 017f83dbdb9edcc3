import type {Location, Log, Region, ReportingDescriptor, Result} from 'sarif'
import {type Diagnostic, inReadingOrder, type Place} from '../diagnostic.js'
import {inRows} from './in-rows.js'
import {sha256Of} from '../inputs.js'
import {VERSION} from '../version.js'
import type {RuleHelp} from './rule-page.js'
import {type Report, tally} from './tally.js'

export interface SarifOptions {
  /** A place's path from the root of the sources, with `/`. */
  shownPath(path: string): string
  /** What the reference page says of a rule. */
  helpOf(rule: string): RuleHelp | undefined
}

/**
 * The report as a log of SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), which code hosts and
 * editors show at its lines. It names no folder of the disk and no time: the same report, the same text.
 */
export function sarifReport(report: Report, {shownPath, helpOf}: SarifOptions): string {
  const told = inReadingOrder([...report.diagnostics, ...report.papers.flatMap(({diagnostics}) => diagnostics)])
  const known = inReadingOrder([...(report.baseline?.known ?? []), ...report.papers.flatMap((paper) => paper.known ?? [])])
  const all = [...told, ...known]
  const rules = [...new Set(all.map(({rule}) => rule))].sort()
  const printOf = fingerprints()
  const results = all.map((diagnostic, at): Result => {
    const isKnown = at >= told.length
    return {
      ...resultOf(diagnostic, shownPath),
      ruleIndex: rules.indexOf(diagnostic.rule),
      partialFingerprints: {'demarche/v1': printOf(diagnostic)},
      ...(report.baseline ? {baselineState: isKnown ? 'unchanged' : 'new'} : {}),
      ...(isKnown ? {suppressions: [{kind: 'external', justification: 'Listed in the baseline'}]} : {}),
    }
  })
  const {exitCode} = tally(report)
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {driver: {name: 'demarche', version: VERSION, semanticVersion: VERSION, rules: rules.map((id) => ruleOf(id, helpOf(id)))}},
        invocations: [{executionSuccessful: exitCode !== 2, exitCode}],
        columnKind: 'utf16CodeUnits',
        language: 'en',
        originalUriBaseIds: {'%SRCROOT%': {description: {text: 'The root of the repository, or the workspace where there is none.'}}},
        results,
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function ruleOf(id: string, help: RuleHelp | undefined): ReportingDescriptor {
  if (!help) return {id}
  const sentence = `${help.found.charAt(0).toUpperCase()}${help.found.slice(1)}.`
  const deed = `To mend it: ${help.deed}.`
  return {
    id,
    shortDescription: {text: plain(sentence)},
    help: {text: plain(`${sentence} ${deed}`), markdown: `${sentence} ${deed}`},
  }
}

/** Markdown of one line as text: code without its marks, links without their targets. */
const plain = (markdown: string): string => markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '')

function resultOf(diagnostic: Diagnostic, shownPath: SarifOptions['shownPath']): Result {
  const {rule, severity, hint, place, related = [], fix} = diagnostic
  const message = [diagnostic.message, inRows(diagnostic)].filter((words) => words !== undefined).join(', ')
  const locations = locationsOf(place, shownPath)
  return {
    ruleId: rule,
    level: severity,
    message: {text: hint === undefined ? `${message}.` : `${message}. ${hint.replace(/[.]$/, '')}${/[?.]$/.test(hint) ? '' : '.'}`},
    ...(locations.length > 0 ? {locations} : {}),
    ...(related.length > 0
      ? {relatedLocations: related.flatMap((other, id) => locationsOf(other.place, shownPath).map((location) => ({...location, id, message: {text: `${other.message}.`}})))}
      : {}),
    ...(fix?.place.start
      ? {
          fixes: [
            {
              description: {text: `Write ${fix.text}`},
              artifactChanges: [
                {artifactLocation: artifact(fix.place, shownPath), replacements: [{deletedRegion: regionOf(fix.place.start, fix.place.end), insertedContent: {text: fix.text}}]},
              ],
            },
          ],
        }
      : {}),
  }
}

/** What concerns the workspace as a whole stands nowhere. */
function locationsOf(place: Place, shownPath: SarifOptions['shownPath']): Location[] {
  if (place.path === '.') return []
  return [{physicalLocation: {artifactLocation: artifact(place, shownPath), ...(place.start ? {region: regionOf(place.start, place.end)} : {})}}]
}

/** Paths as URIs (RFC 3986): what is no plain letter is escaped, the slashes stay. */
const artifact = ({path}: Place, shownPath: SarifOptions['shownPath']) => ({
  uri: shownPath(path).split('/').map(encodeURIComponent).join('/'),
  uriBaseId: '%SRCROOT%',
})

/** Both count lines and columns from 1, and an end is the column behind the last character. */
const regionOf = (start: NonNullable<Place['start']>, end: Place['end'] = start): Region => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
})

/** What a finding is known by from run to run: not its line, which moves. The second of the same has a number. */
function fingerprints(): (diagnostic: Diagnostic) => string {
  const met = new Map<string, number>()
  return ({rule, message, place: {path}}) => {
    const hash = sha256Of(JSON.stringify([rule, path, message])).slice(0, 32)
    const count = (met.get(hash) ?? 0) + 1
    met.set(hash, count)
    return `${hash}:${count}`
  }
}
