import {type Diagnostic, inReadingOrder} from '../diagnostic.js'
import type {PaperReport} from '../press/index.js'
import type {RowMatrix} from './row-matrix.js'

/** What a command did, whole. */
export interface Report {
  /** What concerns no single paper. */
  diagnostics: Diagnostic[]
  papers: PaperReport[]
  /** Markdown that is no briefing. */
  skipped: number
  /** Whether papers were to be written. */
  printing: boolean
  /** What the rows of templates lack; of a check only. */
  rows?: RowMatrix[]
  /** What became of a baseline, where there is one. */
  baseline?: BaselineUse
}

/** How a baseline was used. */
export interface BaselineUse {
  /** Findings of no single paper that it has. */
  known: Diagnostic[]
  /** Entries that were not met. */
  gone: number
  /** The file, where it was written. */
  written?: string
}

export interface Tally {
  papers: number
  written: number
  pages: number
  bytes: number
  errors: number
  warnings: number
  /** Findings that a baseline has: they are not among the errors and warnings. */
  known: number
  skipped: number
  /** 0 clean, 1 the author's errors, 2 a bug of ours. */
  exitCode: 0 | 1 | 2
}

/** The report in numbers. */
export function tally({diagnostics, papers, skipped, baseline}: Report): Tally {
  // What is wrong with a brand is found on each of its papers: it counts once.
  const all = inReadingOrder([...diagnostics, ...papers.flatMap((paper) => paper.diagnostics)])
  const written = papers.flatMap((paper) => paper.written ?? [])
  const count = (severity: Diagnostic['severity']) => all.filter((diagnostic) => diagnostic.severity === severity).length
  const bugs = all.some(({rule}) => rule === 'press/bug')
  return {
    papers: papers.length,
    written: written.length,
    pages: written.reduce((sum, {pages}) => sum + pages, 0),
    bytes: written.reduce((sum, {bytes}) => sum + bytes, 0),
    errors: count('error'),
    warnings: count('warning'),
    known: inReadingOrder([...(baseline?.known ?? []), ...papers.flatMap((paper) => paper.known ?? [])]).length,
    skipped,
    exitCode: bugs ? 2 : count('error') > 0 ? 1 : 0,
  }
}

/** One line: what was written or checked, and what was found. */
export function verdict(report: Report): string {
  const {papers, written, pages, bytes, errors, warnings, known, skipped} = tally(report)
  const clauses = report.printing
    ? [
        `${some(written, 'paper')} written${written > 0 ? `, ${some(pages, 'page')}, ${size(bytes)}` : ''}`,
        ...(papers > written ? [`${papers - written} not written`] : []),
        ...(errors + warnings > 0 ? [findings(errors, warnings)] : []),
      ]
    : [`${some(papers, 'paper')} checked`, errors + warnings > 0 ? findings(errors, warnings) : 'no errors']
  return [...clauses, ...baselineClauses(report, known), ...(skipped > 0 ? [`${some(skipped, 'other Markdown file')} skipped`] : [])].join('; ')
}

function baselineClauses({baseline}: Report, known: number): string[] {
  if (!baseline) return []
  const {gone, written} = baseline
  if (written !== undefined) return [`${some(known, 'finding')} written to ${written}`]
  const lost = gone === 1 ? '1 entry of the baseline no longer occurs' : `${gone} entries of the baseline no longer occur`
  return [...(known > 0 ? [`${some(known, 'finding')} known from the baseline`] : []), ...(gone > 0 ? [lost] : [])]
}

const findings = (errors: number, warnings: number): string =>
  [...(errors > 0 ? [some(errors, 'error')] : []), ...(warnings > 0 ? [some(warnings, 'warning')] : [])].join(', ')

/** `1 page`, `2 pages`. */
export const some = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** Of a file, as people read it: `84 KB`, `1.2 MB`. */
export const size = (bytes: number): string =>
  bytes < 999_500 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
