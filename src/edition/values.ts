import {error} from '../diagnostic.js'
import {countryOf, nearestCountry} from '../language/index.js'
import type {CitationField, CountryField, FactField, FlowField, Grid, ImageField, OrdinalField, Prose, SourceField} from '../shapes/fields.js'
import type {ComposedCitation, ComposedCountry, ComposedFlow, ComposedImage, ComposedOrdinal, ComposedProse, ComposedShownCountry, ComposedSource} from '../content.js'
import {closest} from '../shapes/index.js'
import {citationWords} from './citation.js'
import {composeFact} from './compose-fact.js'
import type {Composing} from './composing.js'
import {composeInline} from './inline.js'
import {callSource, sourceNamed} from './notes.js'
import {composePieces} from './pieces.js'
import {seriesOf, seriesTable} from './series-table.js'

type Field = Prose | FlowField | ImageField | CountryField | SourceField | CitationField | FactField | OrdinalField

/** The value of a block, its tagged fields resolved wherever they stand; what is neither a field nor holds one stays as it is. */
export function composeValue(value: unknown, composing: Composing): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => composeValue(item, composing))
  if (isField(value)) return composeField(value, composing)
  if (isAsWritten(value)) return value
  if (isGrid(value)) return composeGrid(value, composing)
  const series = seriesOf(value)
  if (series) return composeValue(seriesTable(value, series, composing), composing)
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
      return composeCitation(field, composing)
    case 'fact':
      return composeFact(field, composing)
    case 'country':
      return 'shown' in field ? composeShown(field, composing) : composeCountry(field, composing)
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

/** A source of a list; by its id alone it is the register's. */
function composeCitation({id, place}: CitationField, composing: Composing): ComposedCitation | undefined {
  const source = sourceNamed(id, composing)
  if (source) return {type: 'citation', id, children: citationWords({entry: source.entry, place}, composing.language), place}
  const near = closest(id, composing.register.sources.keys())
  const hint = near ? `Did you mean \`${near}\`?` : 'Write the source out, with its type and title, or add it to the register'
  composing.report(error('edition/unknown-source', place, `The register has no source \`${id}\``, hint))
  return undefined
}

/** A table; of one that is drawn, the notes that its facts call stand under it. */
function composeGrid(grid: Grid, composing: Composing) {
  const calls = new Set<number>()
  const inGrid = composing.gridCalls ? {...composing, gridCalls: calls} : composing
  const columns = grid.columns.map(({head, align}) => ({head: composeValue(head, inGrid), align}))
  const rows = grid.rows.map((row) => row.map((cell) => composeValue(cell, inGrid)))
  const all = [...new Set([...(grid.calls ?? []), ...calls])]
  return {...grid, columns, rows, ...(all.length > 0 ? {calls: all} : {})}
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

/** A State by its name, flag and map. */
function composeShown(field: CountryField, composing: Composing): ComposedShownCountry | undefined {
  const named = composeCountry(field, composing)
  const found = named && countryOf(named.iso2)
  if (!found) return undefined
  const {code} = composing.language
  return {...named, inText: found.inText(code), formal: found.formal(code), region: found.region(code), ...composing.places.get(named.iso2)}
}

/**
 * The head of a table is read before its cells, and what stands under it after them, in whatever order they are written; the
 * sources of a fact are called after its label.
 */
function inReadingOrder(value: object): [string, unknown][] {
  const entries = Object.entries(value)
  if (!entries.some(([, child]) => isGrid(child) || isFact(child))) return entries
  const rank = ([key, child]: [string, unknown]) => (key === 'title' || key === 'caption' ? 0 : isGrid(child) ? 1 : isFact(child) ? 3 : 2)
  return entries.sort((a, b) => rank(a) - rank(b))
}

const FIELDS: readonly string[] = ['prose', 'flow', 'citation', 'fact', 'country', 'image', 'source', 'ordinal'] satisfies Field['type'][]
const AS_WRITTEN: readonly string[] = ['when', 'figure', 'series', 'id']

const isTagged = (value: object): value is {type: string} => 'type' in value && typeof value.type === 'string' && ('place' in value || 'series' in value)
// The tags are those of `shapes/fields.ts`, made only there.
const isField = (value: object): value is Field => isTagged(value) && FIELDS.includes(value.type)
const isAsWritten = (value: object): boolean => isTagged(value) && AS_WRITTEN.includes(value.type)
const isFact = (value: unknown): boolean => typeof value === 'object' && value !== null && isTagged(value) && value.type === 'fact'
const isGrid = (value: unknown): value is Grid => typeof value === 'object' && value !== null && isTagged(value) && value.type === 'grid'
