import type {Diagnostic, Place} from '../src/diagnostic.js'

/** A finding as one line: `error 3:11-3:21 timeline/date: Expected a date such as ...`; `above` lines are not counted. */
export function told({severity, rule, message, place}: Diagnostic, above = 0): string {
  return `${severity} ${span(place, above)} ${rule}: ${message}`
}

/** The same with the deed that mends it. */
export const toldWithHint = (found: Diagnostic, above = 0): string =>
  found.hint === undefined ? told(found, above) : `${told(found, above)} | ${found.hint}`

function span({start, end}: Place, above: number): string {
  if (!start || !end) return 'file'
  return `${start.line - above}:${start.column}-${end.line - above}:${end.column}`
}
