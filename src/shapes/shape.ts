import type {z} from 'zod'
import {hasErrors, type Diagnostic, type Outcome, type Place} from '../diagnostic.js'
import type {Excerpt} from './excerpt.js'
import type {Prose} from './fields.js'
import {tellIssues} from './issues.js'
import {bareValue, inside, type Written} from './written.js'

/** How the thing that is read is spoken of. */
export interface ShapeName {
  /** First half of the rules: the block, the kind or the room. */
  room: string
  /** In a sentence, such as `` `key-figures` `` or `the front matter`. */
  name: string
}

/** A value of the right shape, and its prose, whose Markdown is still to be read. */
export interface Shaped<T> extends Outcome<T> {
  prose: {field: Prose; excerpt?: Excerpt}[]
}

/** Holds what was written against a schema; every field of the value that wants a place gets the place of what was written. */
export function readShape<S extends z.ZodType>(written: Written, schema: S, about: ShapeName): Shaped<z.output<S>> {
  const result = schema.safeParse(bareValue(written))
  if (!result.success) return {diagnostics: tellIssues(result.error.issues, written, schema, about), prose: []}
  const prose: Shaped<unknown>['prose'] = []
  setPlaces(result.data, written, prose)
  return {value: result.data, diagnostics: [], prose}
}

/**
 * Walks the value beside what was written. A transform may add levels (`entry` of a citation): what is not found one step
 * down is looked for where the walk stands.
 */
function setPlaces(value: unknown, written: Written, prose: Shaped<unknown>['prose']): void {
  if (typeof value !== 'object' || value === null) return
  if (isPlaced(value)) {
    value.place = written.place
    if (isProse(value)) {
      prose.push({field: value, ...(written.type === 'text' && written.excerpt ? {excerpt: written.excerpt} : {})})
      return
    }
  }
  for (const [key, child] of Object.entries(value)) {
    if (key !== 'place') setPlaces(child, inside(written, key) ?? written, prose)
  }
}

const isPlaced = (value: object): value is {place: Place} => 'type' in value && 'place' in value
const isProse = (value: {place: Place}): value is Prose => 'type' in value && value.type === 'prose'

/** Several outcomes as one: the diagnostics of all, and no value where one of them is an error. */
export function withDiagnostics<T>(outcome: Shaped<T>, before: readonly Diagnostic[]): Shaped<T> {
  const diagnostics = [...before, ...outcome.diagnostics]
  const {value, prose} = outcome
  return hasErrors(diagnostics) || value === undefined ? {diagnostics, prose: []} : {value, diagnostics, prose}
}
