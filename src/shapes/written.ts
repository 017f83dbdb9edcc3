import type {Place} from '../diagnostic.js'
import {type Excerpt, placeIn} from './excerpt.js'

/** A value as it was written, every part with its place. */
export type Written = WrittenText | WrittenList | WrittenMap

export interface WrittenText {
  type: 'text'
  text: string
  place: Place
  /** The way back to the file for each character; absent where an escape stands between. */
  excerpt?: Excerpt
  /** Its trouble has been told: what the schema says of it would be an echo. */
  told?: true
  /** It comes from a row of data: as prose it is one run of text, whatever signs it holds. */
  literal?: true
}
export interface WrittenList {
  type: 'list'
  items: Written[]
  place: Place
}
export interface WrittenMap {
  type: 'map'
  entries: Map<string, {key: Place; value: Written}>
  /** Keys that were meant and are not here: what became of them has been told. */
  lost: string[]
  place: Place
}

/** The bare value, as a schema reads it: text, lists and objects without a prototype. */
export function bareValue(written: Written): unknown {
  if (written.type === 'text') return written.text
  if (written.type === 'list') return written.items.map(bareValue)
  const object: Record<string, unknown> = Object.create(null)
  for (const [key, {value}] of written.entries) object[key] = bareValue(value)
  return object
}

/** What stands one step further down; nothing where the author wrote nothing there. */
export function inside(written: Written | undefined, step: PropertyKey): Written | undefined {
  if (written?.type === 'list') return written.items[Number(step)]
  if (written?.type === 'map') return written.entries.get(String(step))?.value
  return undefined
}

/** A text that was not written as YAML: the parts of an image, a key with its meaning understood. */
export const writtenText = (text: string, place: Place, excerpt?: Excerpt): WrittenText =>
  excerpt ? {type: 'text', text, place, excerpt} : {type: 'text', text, place}

/** A map from parts that each have their place. */
export const writtenMap = (entries: Record<string, Written | undefined>, place: Place): WrittenMap => ({
  type: 'map',
  lost: [],
  entries: new Map(Object.entries(entries).flatMap(([key, value]) => (value ? [[key, {key: value.place, value}]] : []))),
  place,
})

/** The place of some characters of a text; of the whole where the way back is lost. */
export const placeInText = ({excerpt, place}: WrittenText, start: number, end: number): Place => (excerpt ? placeIn(excerpt, start, end) : place)
