import type {PhrasingContent} from 'mdast'
import {error, type Place} from '../diagnostic.js'
import {type Fact, lastDay, valueAt, verifyWords, whenOf} from '../facts/index.js'
import type {Grid, Prose, SeriesField} from '../shapes/fields.js'
import {findValue} from './compose-fact.js'
import type {Composing} from './composing.js'
import {disagreement} from './fact-words.js'
import {callSource} from './notes.js'

/** What a table's numbers are to be held against: facts, one for each column after the first. */
export const seriesOf = (value: object): {series: SeriesField; grid: Grid} | undefined => {
  const parts = Object.values(value)
  const series = parts.find((part): part is SeriesField => isTagged(part, 'series'))
  const grid = parts.find((part): part is Grid => isTagged(part, 'grid'))
  return series && grid && {series, grid}
}

/** A block whose table is held against facts by year; a table with a head alone is filled from them. */
export function seriesTable(value: object, {series, grid}: {series: SeriesField; grid: Grid}, composing: Composing): object {
  const facts = series.ids.flatMap((id) => composing.register.facts.get(id) ?? [])
  for (const id of series.ids) {
    composing.used.series.add(id)
    // An unknown fact is told as any other.
    if (!composing.register.facts.has(id)) findValue({id}, series.place, composing)
  }
  const rows = grid.rows.length > 0 ? grid.rows : rowsOf(facts, series.place, composing)
  const calls = new Set<number>()
  if (facts.length === series.ids.length) {
    for (const row of rows) {
      const [first, ...cells] = row
      for (const [at, cell] of cells.entries()) {
        const fact = facts[at]
        if (first && fact) verifyCell(fact, first.text.trim(), cell, composing, calls)
      }
    }
  }
  const table: Grid = {...grid, rows, ...(calls.size > 0 ? {calls: [...calls]} : {})}
  return Object.fromEntries(Object.entries(value).flatMap(([key, part]) => (part === series ? [] : [[key, part === grid ? table : part]])))
}

const isTagged = (value: unknown, type: string): boolean => typeof value === 'object' && value !== null && 'type' in value && value.type === type

/** A number of a table against the fact's value of its row; a blank cell claims nothing. */
function verifyCell(fact: Fact, pin: string, cell: Prose, composing: Composing, calls: Set<number>): void {
  const words = cell.text.trim()
  // A link within verifies itself.
  if (/^[-−–—]?$/u.test(words) || cell.children.some(({type}) => type === 'link')) return
  if (!whenOf(pin)) {
    const message = `\`${pin}\` is no year, month or day: the numbers of this row cannot be held against \`${fact.id}\``
    composing.report(error('facts/series-row', cell.place, message, 'Write dates in the first column, or leave `data` out'))
    return
  }
  const found = findValue({id: fact.id, pin}, cell.place, composing)
  if (!found) return
  const {value} = found
  const differs = verifyWords(words, fact, value, composing.language)
  if (differs) composing.report(disagreement(differs, {fact, value, language: composing.language, words, typed: words, place: cell.place}))
  for (const {id, locator} of value.sources) {
    const number = callSource({id, place: cell.place, ...(locator === undefined ? {} : {locator})}, composing)
    if (number !== undefined) calls.add(number)
  }
}

/** A row for every date that any of the facts has a value of, earliest first. */
function rowsOf(facts: readonly Fact[], place: Place, {register, asOf}: Composing): Prose[][] {
  const dates = new Map(
    facts.flatMap(({values}) => values.flatMap(({period, asOf: day}) => {
      const when = period ?? day
      return when ? [[when.text, lastDay(when)] as const] : []
    })),
  )
  const known = [...dates].filter(([pin]) => facts.some((fact) => valueAt(fact, {asOf, pin}, register).value))
  return known
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
    .map(([pin]) => [
      cellOf([{type: 'text', value: pin}], pin, place),
      ...facts.map((fact) => {
        const has = valueAt(fact, {asOf, pin}, register).value
        return has ? cellOf([{type: 'link', url: `fact:${fact.id}@${pin}`, children: []}], '', place) : cellOf([], '', place)
      }),
    ])
}

/** A cell that nobody typed stands where its series is named. */
function cellOf(children: PhrasingContent[], text: string, place: Place): Prose {
  const {start, end} = place
  const placed = start && end ? children.map((child) => ({...child, position: {start, end}})) : children
  return {type: 'prose', text, children: placed, place}
}
