import type {Place} from '../diagnostic.js'
import {inside, placeInText, type Written} from '../shapes/index.js'
import type {ColumnUse} from './column-use.js'
import {cellOf, type Filling, LONGEST, wordsFor} from './filling.js'
import {askOf, columnOf, LINK_IN_WORDS} from './row-links.js'

/** Everything that keys and values of YAML ask of a row: whole fields, and links within words. */
export function usesIn(written: Written, key = ''): ColumnUse[] {
  if (written.type === 'list') return written.items.flatMap((item) => usesIn(item, key))
  if (written.type === 'map') return [...written.entries].flatMap(([name, {value}]) => usesIn(value, name))
  const asked = askOf(written.text, key)
  if (asked) return [{names: asked.names, place: written.place}]
  return [...written.text.matchAll(LINK_IN_WORDS)].map(({0: link, 2: name = '', index}) => ({
    names: [columnOf(`row:${name}`) ?? name],
    place: placeInText(written, index, index + link.length),
  }))
}

/**
 * Keys and values with the row's in the place of `row:name`; nothing where the row has none of what may be absent. `filled` takes
 * the places that were. What comes from a row is text, whatever signs it holds.
 */
export function fillWritten(written: Written, filling: Filling, filled: Place[], key = ''): Written | undefined {
  if (written.type === 'list') {
    const items = written.items.flatMap((item) => fillWritten(item, filling, filled, key) ?? [])
    return items.length === 0 && written.items.length > 0 ? undefined : {...written, items}
  }
  if (written.type === 'map') {
    const entries = new Map(
      [...written.entries].flatMap(([name, entry]) => {
        const value = fillWritten(entry.value, filling, filled, name)
        return value ? [[name, {...entry, value}] as const] : []
      }),
    )
    return entries.size === 0 && written.entries.size > 0 ? undefined : {...written, entries}
  }
  const asked = askOf(written.text, key)
  if (!asked) return written
  const {values} = filling.row
  const column = asked.names.find((name) => Object.hasOwn(values, name))
  if (column !== undefined && values[column] === '') {
    if (asked.optional) return undefined
    if (asked.instead !== undefined) return {type: 'text', text: asked.instead, place: written.place, literal: true}
  }
  const value = cellOf(asked.names, written.place, filling, {deed: deedFor(written.text.trim())})
  filled.push(written.place)
  return value === undefined ? {...written, told: true} : {type: 'text', text: value, place: written.place, literal: true}
}

const deedFor = (ask: string): string => `say what becomes of the field: \`${ask}?\` leaves it out, \`${ask} or unknown\` says so`

/** Fills in the links within the plain words of a value, such as a title; what is more than words is left as it is. */
export function fillWords(value: unknown, written: Written, filling: Filling): unknown {
  if (typeof value === 'string') return written.type === 'text' && !written.literal ? filledText(value, written, filling) : value
  if (typeof value !== 'object' || value === null) return value
  if (isField(value)) return 'entry' in value ? {...value, entry: fillWords(value.entry, written, filling)} : value
  if (Array.isArray(value)) return value.map((item, index) => fillWords(item, inside(written, index) ?? written, filling))
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, key === 'place' ? child : fillWords(child, inside(written, key) ?? written, filling)]))
}

function filledText(text: string, written: Written & {type: 'text'}, filling: Filling): string {
  return text.replace(LINK_IN_WORDS, (link: string, sample: string, name: string, index: number) => {
    const value = cellOf([columnOf(`row:${name}`) ?? name], placeInText(written, index, index + link.length), filling, {longest: LONGEST.words})
    return value === undefined ? sample : wordsFor(value, sample, filling.language)
  })
}

/** A value that means more than words. */
const isField = (value: object): boolean => 'type' in value && 'place' in value
