import type {Briefing} from '../briefing/index.js'
import {type Diagnostic, type Place, warning} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import {agreementOf, findQuantities, type Quantity, type Register} from '../facts/index.js'
import {inSmallLatinLetters, type Language, languageOf, LETTERS} from '../language/index.js'
import {placeAt} from '../source.js'
import {wordsOf, type Inline} from '../content.js'
import {type GridCell, type GridRead, gridsOf} from './grids.js'
import type {Passage} from './passages.js'
import {placeIn} from './place-in.js'
import {runAt} from './runs.js'

/**
 * Figures that stand beside a year, against the row of that year in a chart or a table of the same paper. The sentences of a
 * chart itself, its title and its alternative text, have to agree with its numbers. A figure in the text is told only where it is nearly the row's: one
 * digit is another, or two have changed places; any other figure counts something else.
 */
export function checkCharts(briefing: Briefing, edition: Edition, {passages, register}: {passages: readonly Passage[]; register: Register}): Diagnostic[] {
  const language = languageOf(edition.meta.language)
  if (!language) return []
  const grids = gridsOf(edition).map((grid) => ({...grid, years: yearsOf(grid)})).filter(({years}) => years.size > 0)
  if (grids.length === 0) return []
  const own = grids.filter(({block}) => block === 'chart').flatMap((grid) => ofItsOwnWords(grid, briefing, language))
  const said = [...saidOfFacts(edition, register), ...saidInText(passages, briefing, language)]
  const elsewhere = said.flatMap((one) => grids.flatMap((grid) => (isWithin(one.place, grid.place) ? [] : nearMiss(one, grid.years))))
  return [...own, ...elsewhere]
}

/** A figure that is said of a year. */
interface Said {
  year: string
  quantity: Quantity
  words: string
  place: Place
}

type Years = ReadonlyMap<string, GridCell[]>

/** Rows by the year in their first column. */
const yearsOf = ({rows}: GridRead): Years =>
  new Map(rows.flatMap(([first, ...cells]) => (first && /^\d{4}$/.test(first.text) ? [[first.text, cells.filter(({quantity}) => quantity)] as const] : [])))

/** The title of a chart and its alternative text say what its numbers say. */
function ofItsOwnWords({value, years, place}: GridRead & {years: Years}, {source}: Briefing, language: Language): Diagnostic[] {
  const alt = 'alt' in value && typeof value.alt === 'string' ? [{text: value.alt, at: placeOfAlt(value.alt, place, source)}] : []
  const title = 'title' in value && isProse(value.title) ? [{text: wordsOf(value.title.children), at: value.title.place}] : []
  return [...alt, ...title].flatMap(({text, at}) =>
    besideYears(text, language).flatMap(({year, quantity, words}) => {
      const cells = years.get(year) ?? []
      if (cells.length === 0 || cells.some((cell) => cell.quantity && agrees(quantity, cell.quantity))) return []
      return [{...warning('checks/chart-and-prose', at, `\`${words}\` is said of ${year}, where the chart has ${listed(cells)}`, 'Let the sentence say what the chart shows, or mend the number'), related: relatedTo(cells)}]
    }),
  )
}

const isProse = (value: unknown): value is {children: Inline[]; place: Place} => typeof value === 'object' && value !== null && 'children' in value && 'place' in value

const agrees = (said: Quantity, held: Quantity): boolean => ['agrees', 'rounded', 'qualifier-dropped'].includes(agreementOf(said, held))

const listed = (cells: readonly GridCell[]): string => cells.map(({text}) => `\`${plain(text)}\``).join(', ')

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

const relatedTo = (cells: readonly GridCell[]) => cells.slice(0, 1).map((cell) => ({message: 'The chart has it here', place: cell.place}))

/** In the comment above the table; the table's where the text was typed with escapes. */
function placeOfAlt(alt: string, place: Place, source: Briefing['source']): Place {
  const at = place.end ? source.text.lastIndexOf(alt, place.end.offset) : -1
  return at < 0 ? place : placeAt(source, at, at + alt.length)
}

/** Facts of a period, as the register has them. */
function saidOfFacts({facts = []}: Edition, {facts: known}: Register): Said[] {
  return facts.flatMap(({id, from, place, link, value: words}) => {
    const value = known.get(id)?.values.find((one) => one.place === from)
    const year = value?.period?.text
    return value?.amount.type === 'number' && year !== undefined && /^\d{4}$/.test(year) ? [{year, quantity: value.amount.quantity, words, place: link ?? place}] : []
  })
}

/** Figures of sentences that name the year beside them; words of facts are held against the register. */
function saidInText(passages: readonly Passage[], {source}: Briefing, language: Language): Said[] {
  return passages.flatMap((passage) => {
    if (passage.where === 'cell' || passage.table) return []
    return besideYears(passage.text, language).flatMap(({start, end, ...said}) =>
      runAt(passage.runs, start)?.fact ? [] : [{...said, place: placeIn(passage, start, end, source)}],
    )
  })
}

const BEFORE = new RegExp(`(?:^|[^${LETTERS}])(?:in|en) (?:[${LETTERS}]+ )?(\\d{4}),?(?: [${LETTERS}'’-]+){0,3} $`)

const YEAR = /(?<![\d.,])(?:1[89]|20)\d\d(?![\d]|[.,]\d)/

/** "6,279 people in 2024", "In 2024, 6,279": a figure and the year that belongs to it, no other figure between. */
function besideYears(text: string, {numerals}: Language): (Omit<Said, 'place'> & {start: number; end: number})[] {
  if (!YEAR.test(text)) return []
  // "3 in 1997 to 164": a year is no end of a range.
  const quantities = findQuantities(text.replaceAll(new RegExp(YEAR, 'g'), (year) => '\u0000'.repeat(year.length)), numerals)
  return quantities.flatMap(({quantity, start, end}) => {
    const words = text.slice(start, end)
    if (quantity.percent) return []
    const after = /^(?: [\p{L}'’-]+){0,4}? (?:in|by|for|en|pour) (?:\p{L}+ )?(\d{4})(?![\d,.]\d)/u.exec(plain(text.slice(end, end + 80)))?.[1]
    const before = BEFORE.exec(inSmallLatinLetters(plain(text.slice(Math.max(0, start - 60), start))))?.[1]
    const year = after ?? before
    return year === undefined ? [] : [{year, quantity, words, start, end}]
  })
}

/** Figures of three digits and more that were meant to be the same. */
function nearMiss({year, quantity, words, place}: Said, years: Years): Diagnostic[] {
  const cells = years.get(year) ?? []
  if (quantity.high !== undefined || quantity.scale !== undefined || cells.some((cell) => cell.quantity && agrees(quantity, cell.quantity))) return []
  const near = cells.find((cell) => cell.quantity && isSlip(String(quantity.low), String(cell.quantity.low)))
  if (!near) return []
  const message = `\`${plain(words)}\` is said of ${year} here, and \`${plain(near.text)}\` in the table or chart of this paper`
  return [{...warning('checks/chart-and-prose', place, message, 'Mend the one that is wrong'), related: [{message: 'The other figure stands here', place: near.place}]}]
}

/** One digit is another, or two neighbours have changed places. */
function isSlip(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < 3 || one === other) return false
  const differing = [...one].flatMap((digit, at) => (digit === other[at] ? [] : [at]))
  const [first = 0, second = 0] = differing
  return differing.length === 1 || (differing.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first])
}

const isWithin = ({path, start}: Place, block: Place): boolean =>
  path === block.path && start !== undefined && block.start !== undefined && start.offset >= block.start.offset && start.offset <= (block.end ?? block.start).offset
