import type {Briefing} from '../briefing/index.js'
import type {Audience} from '../content.js'
import {type Diagnostic, type Place, warning} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import type {Files} from '../files.js'
import {changesBetween, changesInBrief} from './changes.js'
import {readSnapshot, snapshotOf} from './snapshot.js'
import {clearedPath} from './cleared-path.js'
import {markedTooLow, type Sources} from './marked-too-low.js'

/** How far a paper has come. `void`: it was cleared, and says something else now; `unmarked`: its author says nothing of it. */
export type Standing = 'unmarked' | 'draft' | 'for-clearance' | 'void' | 'cleared'

/** What decides whether a paper may leave the house; plain data. */
export interface Release {
  standing: Standing
  /** Where it is said, or could be. */
  place: Place
  /** Of a paper whose clearance is void: what changed. */
  changed?: string
  embargo?: {
    /** Milliseconds since 1970. */
    ends: number
    words: string
    place: Place
  }
  symbol?: string
  symbolPlace?: Place
  /** Counts up where a paper is issued again, says more, or is corrected. */
  rev?: number
  add?: number
  corr?: number
  /** The symbol that it takes the place of. */
  supersedes?: string
}

interface StandingOptions {
  files: Files
  /** The same briefing as it prints for others. */
  composeFor(audience: Audience): Promise<Edition | undefined>
  /** The symbol of another paper, by the name that a `doc:` gives it. */
  symbolNamed?(name: string): string | undefined
  /** The sources of its register. */
  sources?: Sources
}

/** How far a paper has come: its clearance holds as long as it says what was cleared. */
export async function standingOf(briefing: Briefing, edition: Edition, options: StandingOptions): Promise<{release: Release; diagnostics: Diagnostic[]}> {
  const {meta, places, source} = briefing
  const place = places.clearance ?? places.status ?? places[''] ?? {path: source.path}
  const {clearance, status, embargo, symbol, rev, add, corr, supersedes} = meta
  const heirTo = supersedes?.startsWith('doc:') ? options.symbolNamed?.(supersedes.slice('doc:'.length)) : supersedes
  const common = {
    place,
    ...(embargo === undefined ? {} : {embargo: {ends: embargo.ends, words: embargo.text, place: places.embargo ?? place}}),
    ...(symbol === undefined ? {} : {symbol, symbolPlace: places.symbol ?? place}),
    ...(rev === undefined ? {} : {rev}),
    ...(add === undefined ? {} : {add}),
    ...(corr === undefined ? {} : {corr}),
    ...(heirTo === undefined ? {} : {supersedes: heirTo}),
  }
  const diagnostics: Diagnostic[] = markedTooLow(briefing, edition, options.sources)
  if (!clearance) {
    const claims = status === 'cleared' || status === 'issued'
    if (claims) diagnostics.push(warning('release/no-clearance', places.status ?? place, `The paper says that it is \`${status}\`, and nobody has cleared it: it prints as a draft`, 'Run `demarche clear` on it, or write `status: for-clearance`'))
    return {release: {...common, standing: claims ? 'for-clearance' : (status ?? 'unmarked')}, diagnostics}
  }
  if (status === 'draft') return {release: {...common, standing: 'draft'}, diagnostics}
  const cleared = typeof clearance.of === 'string' ? clearance.of : clearance.of[briefing.row ?? '']
  const hash = await clearanceHash(edition, options)
  // A briefing that a PDF carries has lost its internal passages, and its clearance has not.
  const holds = cleared === hash || (edition.meta.audience === 'external' && edition.leftOut.length === 0 && cleared?.split('/')[0] === hash)
  if (holds) return {release: {...common, standing: 'cleared'}, diagnostics}
  const {bytes} = await options.files.read(clearedPath(source.path, briefing.row))
  const before = bytes && readSnapshot(bytes)
  const known = before !== undefined && cleared?.startsWith(before.hash) === true
  const changed = cleared === undefined ? 'this row was not cleared' : known ? changesInBrief(changesBetween(before, snapshotOf(edition))) : 'what was cleared is not kept beside it'
  const message = `What \`${clearance.by}\` cleared on ${clearance.on.text} is not what the paper says now, so that it prints as a draft: ${changed}`
  diagnostics.push(warning('release/clearance-void', place, message, 'Have it cleared again with `demarche clear`, or take the change back'))
  return {release: {...common, standing: 'void', changed}, diagnostics}
}

/** The hash that a clearance is of: that of the paper for external readers, and behind a stroke that of the one for our own people, where they differ. */
export async function clearanceHash(edition: Edition, {composeFor}: Pick<StandingOptions, 'composeFor'>): Promise<string> {
  const external = edition.meta.audience === 'external' ? edition : await composeFor('external')
  // What is for others is known from the briefing alone: where nothing is left out, the two say the same.
  const internal = edition.meta.audience === 'internal' ? edition : edition.leftOut.length > 0 ? await composeFor('internal') : external
  const [outside, inside] = [external, internal].map((one) => (one ? snapshotOf(one).hash : ''))
  return outside === inside ? `${outside}` : `${outside}/${inside}`
}

/** A paper as it prints for how far it has come: whatever has been written of its status and is not cleared is a draft. */
export const asItStands = (edition: Edition, {standing}: Release): Edition =>
  standing === 'unmarked' || standing === 'cleared' ? edition : {...edition, meta: {...edition.meta, draft: true}}
