import {inReadingOrder} from '../diagnostic.js'
import {type Report, tally} from './tally.js'

/** The report as one JSON object; paths from the workspace. */
export function jsonReport(report: Report): string {
  const diagnostics = inReadingOrder([...report.diagnostics, ...report.papers.flatMap((paper) => paper.diagnostics)])
  const papers = report.papers.map(({briefing, row, written, leftOut, diagnostics: found, known}) => ({
    briefing,
    ...(row === undefined ? {} : {row}),
    errors: found.filter(({severity}) => severity === 'error').length,
    warnings: found.filter(({severity}) => severity === 'warning').length,
    ...(report.baseline ? {known: known?.length ?? 0} : {}),
    leftOut,
    written: written ?? null,
  }))
  const baseline = report.baseline ? {gone: report.baseline.gone} : undefined
  return `${JSON.stringify({diagnostics, papers, ...(report.rows && report.rows.length > 0 ? {rows: report.rows} : {}), ...(baseline ? {baseline} : {}), summary: tally(report)}, null, 2)}\n`
}
