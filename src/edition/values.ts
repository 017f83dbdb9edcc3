import {error} from '../diagnostic.js'
import {countryOf, nearestCountry} from '../language/index.js'
import type {CitationField, CountryField, FlowField, Grid, ImageField, OrdinalField, Prose, SourceField} from '../shapes/fields.js'
import type {ComposedCitation, ComposedCountry, ComposedFlow, ComposedImage, ComposedOrdinal, ComposedProse, ComposedSource} from '../content.js'
import {citationWords} from './citation.js'
import type {Composing} from './composing.js'
import {composeInline} from './inline.js'
import {callSource} from './notes.js'
import {composePieces} from './pieces.js'

type Field = Prose | FlowField | ImageField | CountryField | SourceField | CitationField | OrdinalField

/** The value of a block, its tagged fields resolved wherever they stand; what is neither a field nor holds one stays as it is. */
export function composeValue(value: unknown, composing: Composing): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => composeValue(item, composing))
  if (isField(value)) return composeField(value, composing)
  if (isAsWritten(value)) return value
  const composed = new Map(inReadingOrder(value).map(([key, child]) => [key, key === 'place' ? child : composeValue(child, composing)]))
  return Object.fromEntries(Object.keys(value).map((key) => [key, composed.get(key)]))
}

function composeField(field: Field, composing: Composing) {
  switch (field.type) {
    case 'prose':
      return {type: 'prose', children: composeInline(field.children, composing), place: field.place} satisfies ComposedProse
    case 'flow':
      return {type: 'flow', children: composePieces(field.children, composing), place: field.place} satisfies ComposedFlow
    case 'citation':
      return {type: 'citation', id: field.id, children: citationWords(field, composing.language), place: field.place} satisfies ComposedCitation
    case 'country':
      return composeCountry(field, composing)
    case 'image': {
      // Where the picture could not be had, that has been told, and no edition comes of it.
      const picture = composing.pictures.get(field.path)
      return picture && ({type: 'image', picture, place: field.place} satisfies ComposedImage)
    }
    case 'source': {
      const number = callSource(field, composing)
      return number === undefined ? undefined : ({type: 'source', number, place: field.place} satisfies ComposedSource)
    }
    case 'ordinal': {
      const number = (composing.ordinals.get(field.series) ?? 0) + 1
      composing.ordinals.set(field.series, number)
      return {type: 'ordinal', number} satisfies ComposedOrdinal
    }
  }
}

/** A State by its name in the paper's language. */
export function composeCountry({text, place}: CountryField, {language, report}: Pick<Composing, 'language' | 'report'>): ComposedCountry | undefined {
  const found = countryOf(text)
  if (found) return {type: 'country', iso2: found.iso2, iso3: found.iso3, name: found.name(language.code), place}
  const near = nearestCountry(text)
  const hint = near ? `Did you mean \`${near}\`?` : 'Write its United Nations name, or its code of two or three letters such as `PL`'
  report(error('edition/unknown-country', place, `\`${text}\` is not the name or code of a State`, hint))
  return undefined
}

/** The head of a table is read before its cells, and what stands under it after them, in whatever order they are written. */
function inReadingOrder(value: object): [string, unknown][] {
  const entries = Object.entries(value)
  if (!entries.some(([, child]) => isGrid(child))) return entries
  const rank = ([key, child]: [string, unknown]) => (key === 'title' || key === 'caption' ? 0 : isGrid(child) ? 1 : 2)
  return entries.sort((a, b) => rank(a) - rank(b))
}

const FIELDS: readonly string[] = ['prose', 'flow', 'citation', 'country', 'image', 'source', 'ordinal'] satisfies Field['type'][]
const AS_WRITTEN: readonly string[] = ['when', 'figure', 'id']

const isTagged = (value: object): value is {type: string} => 'type' in value && typeof value.type === 'string' && ('place' in value || 'series' in value)
// The tags are those of `shapes/fields.ts`, made only there.
const isField = (value: object): value is Field => isTagged(value) && FIELDS.includes(value.type)
const isAsWritten = (value: object): boolean => isTagged(value) && AS_WRITTEN.includes(value.type)
const isGrid = (value: unknown): value is Grid => typeof value === 'object' && value !== null && isTagged(value) && value.type === 'grid'
