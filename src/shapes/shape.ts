import {safeParse, type z} from 'zod'
import type {Outcome, Place} from '../diagnostic.js'
import type {Excerpt} from './excerpt.js'
import type {Prose} from './fields.js'
import {tellIssues} from './issues.js'
import {schemasAt} from './known-keys.js'
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
  prose: {field: Prose; excerpt?: Excerpt; literal?: true}[]
}

/** Holds what was written against a schema; every field of the value that wants a place gets the place of what was written. */
export function readShape<S extends z.ZodType>(written: Written, schema: S, about: ShapeName): Shaped<z.output<S>> {
  const result = safeParse(schema, bareValue(written), {jitless: true})
  const prose: Shaped<unknown>['prose'] = []
  if (!result.success) {
    findProse(written, schema, [], prose)
    return {diagnostics: tellIssues(result.error.issues, written, schema, about), prose}
  }
  setPlaces(result.data, written, prose)
  return {value: result.data, diagnostics: [], prose}
}

/** Where the whole has no value, its prose is found text by text, so that what is wrong in it is told as well. */
function findProse(written: Written, schema: z.ZodType, path: readonly PropertyKey[], prose: Shaped<unknown>['prose']): void {
  if (written.type === 'list') for (const [index, item] of written.items.entries()) findProse(item, schema, [...path, index], prose)
  if (written.type === 'map') for (const [key, {value}] of written.entries) findProse(value, schema, [...path, key], prose)
  if (written.type !== 'text' || written.told) return
  const read = schemasAt(schema, path).map((leaf) => safeParse(leaf, written.text))
  const {data} = read.find(({data}) => typeof data === 'object' && data !== null) ?? {}
  if (data !== undefined) setPlaces(data, written, prose)
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
      const {excerpt, literal} = written.type === 'text' ? written : {}
      prose.push({field: value, ...(excerpt ? {excerpt} : {}), ...(literal ? {literal} : {})})
      return
    }
  }
  for (const [key, child] of Object.entries(value)) {
    if (key !== 'place') setPlaces(child, inside(written, key) ?? written, prose)
  }
}

const isPlaced = (value: object): value is {place: Place} => 'type' in value && 'place' in value
const isProse = (value: {place: Place}): value is Prose => 'type' in value && value.type === 'prose'
