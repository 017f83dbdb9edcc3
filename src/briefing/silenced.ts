import type {Diagnostic} from '../diagnostic.js'
import type {Briefing} from './briefing.js'

type Ignored = Briefing['ignored']

/** Warnings that an author switched off for one block, with a reason; errors cannot be. */
export const withoutIgnored = (diagnostics: readonly Diagnostic[], ignored: Ignored): Diagnostic[] =>
  diagnostics.filter((found) => !ignored.some((one) => isSilenced(found, one)))

/** What was switched off, and whether that has silenced anything. */
export const heeded = (diagnostics: readonly Diagnostic[], ignored: Ignored): Ignored =>
  ignored.map((one) => (diagnostics.some((found) => isSilenced(found, one)) ? {...one, used: true as const} : one))

function isSilenced({rule, severity, place}: Diagnostic, one: Ignored[number]): boolean {
  const at = place.start?.offset ?? 0
  return severity !== 'error' && one.rule === rule && at >= (one.place.start?.offset ?? 0) && at <= (one.place.end?.offset ?? Number.POSITIVE_INFINITY)
}
