import {pt, span} from '../../brand/index.js'
import type {ComposedProse} from '../../content.js'
import type {Setting} from '../../drawing/index.js'
import {readCell, withoutMarks} from '../cell-number.js'
import type {ValueOf, ViewProps} from '../block.js'
import {wordsOf} from '../../content.js'
import {decimalsOf, onDecimalMark, type Tail} from './decimals.js'
import {type Measuring, measuring} from './measure.js'
import type {table as spec} from './table.js'
import {totalsOf} from './totals.js'
import {type ColumnWish, gapsOf, shareOut} from './widths.js'

type Value = ValueOf<typeof spec>
export type Align = 'left' | 'right' | 'center'

/** One column as it will be drawn, in points. */
export interface PlannedColumn {
  align: Align
  gap: number
  width: number
  /** How far its cells reach over their right edge: calls of notes beside figures. */
  outside: number
  /** What a text of several lines leaves beside its longest word; nothing for a text of one. Of the head, of each row's cell. */
  headSpare: number | undefined
  spare: (number | undefined)[]
  /** Space at the right of the head, of each row's cell and of the sum. */
  head: number
  right: number[]
  total: number
}

export interface PlannedTable {
  width: number
  columns: PlannedColumn[]
  /** Rows of so many lines that they may be divided between pages. */
  tall: boolean[]
  /** Lines of all rows together, about. */
  lines: number
  /** Sums of the columns after the first, written out; nothing for a table without. */
  totals?: (string | undefined)[]
  measure: Measuring
}

/** Lines from which on a row may be divided: as many would leave a hole at the foot of a page. */
const TALL = 12

/** Measures a table's texts, each once, and settles its columns. */
export function planTable({variety, widths: shares, table}: Value, {where, width}: Pick<ViewProps<Value>, 'where' | 'width'>, setting: Setting): PlannedTable {
  const {columns: heads, rows} = table
  const {table: body, tableHead} = setting.look.type
  const measure = measuring(setting)
  const texts = rows.map((row) => row.map(({children}) => wordsOf(children)))
  const aligns = heads.map(({align}, at) => align ?? (at > 0 && isFigures(texts.map((row) => row[at] ?? '')) ? 'right' : 'left'))
  const sums = variety === 'sum' ? totalsOf(texts) : undefined
  const totals = sums?.map((sum) => sum && setting.language.number(sum.value, sum.decimals))
  const sumStyle = {...body, fontWeight: 600}

  const tailOfSum = (text: string, decimals: number): Tail => ({
    number: text !== '',
    decimals: decimals > 0 ? measure.words(text.slice(-decimals - 1), sumStyle) : 0,
    hang: 0,
  })

  const settled = heads.map((head, at) => {
    const cells = rows.map((row) => row[at]?.children ?? [])
    const total = at === 0 ? (totals ? setting.language.labels.total : '') : (totals?.[at - 1] ?? '')
    const tails =
      aligns[at] === 'right'
        ? [...cells.map((cell, row) => tailOf(cell, texts[row]?.[at] ?? '', measure, body)), tailOfSum(total, sums?.[at - 1]?.decimals ?? 0)]
        : []
    const {outside, inside, right} = onDecimalMark(tails)
    const headNatural = measure.natural(head.head.children, tableHead) + inside
    // What stands at the right of a figure takes room as the figure does, but for what hangs out of the column.
    const beside = (row: number) => (right[row] ?? 0) - outside
    const naturals = cells.map((cell, row) => measure.natural(cell, body) + beside(row))
    const natural = Math.max(
      headNatural,
      total ? measure.words(total, sumStyle) + beside(rows.length) : 0,
      ...naturals,
    )
    const longestOf = (row: number) => measure.longest(cells[row] ?? [], body) + beside(row)
    const longest = () =>
      Math.max(
        measure.longest(head.head.children, tableHead) + inside,
        total ? measure.words(total, sumStyle) + beside(rows.length) : 0,
        ...cells.map((_, row) => longestOf(row)),
      )
    return {natural: natural + SLACK, longest, longestOf, headNatural, naturals, outside, inside, right, isRight: aligns[at] === 'right'}
  })

  const gaps = gapsOf(settled.map(({isRight}) => ({right: isRight})))
  const whole = sum(settled.map(({natural}) => natural)) + sum(gaps)
  const total = where === 'full' ? fullWidth(whole, width, setting) : width
  const needsLeast = shares !== undefined || whole > total
  const wishes: ColumnWish[] = settled.map(({natural, longest, isRight}) => ({natural, least: needsLeast ? leastWidth(longest(), natural) : 0, right: isRight}))
  const tight = needsLeast && sum(wishes.map(({least}) => least)) + sum(gaps) > total
  const between = tight ? gapsOf(wishes, true) : gaps
  const given = shareOut(wishes, total - sum(between), shares)

  const columns = settled.map(({outside, inside, right, headNatural, naturals, longestOf}, at): PlannedColumn => ({
    headSpare: headNatural > (given[at] ?? 0) ? (given[at] ?? 0) - inside - measure.longest(heads[at]?.head.children ?? [], tableHead) : undefined,
    spare: naturals.map((natural, row) => (natural > (given[at] ?? 0) ? (given[at] ?? 0) - longestOf(row) : undefined)),
    align: aligns[at] ?? 'left',
    gap: between[at] ?? 0,
    width: pt(given[at] ?? 0),
    outside,
    head: pt(inside + outside),
    right: right.slice(0, -1),
    total: right.at(-1) ?? 0,
  }))
  const lines = rows.map((_, row) => Math.max(1, ...settled.map(({naturals}, at) => linesOf(naturals[row] ?? 0, given[at] ?? 1))))
  const tall = lines.map((count) => count > TALL)
  return {lines: sum(lines), width: pt(Math.max(total, sum(given) + sum(between))), columns, tall, ...(totals ? {totals} : {}), measure}
}

/** A column with its longest word beside the room that ragged lines keep free; no more than all of its words take. */
const leastWidth = (longest: number, natural: number): number => Math.min(natural, Math.max(longest + 2, longest / 0.972) + SLACK)

/** Lines come out shorter than their column, by what the next word would have needed. */
const linesOf = (natural: number, width: number): number => (natural <= width ? 1 : Math.ceil((natural * 1.1) / width))

/** Rounding and side bearings: a text of exactly its column's width would be broken. */
const SLACK = 0.6

/** Over the full measure a table with little to say keeps to the text's width: eyes lose a line that leaps across the page. */
function fullWidth(natural: number, width: number, {look}: Pick<Setting, 'look'>): number {
  const narrow = span(look, 8)
  return natural <= narrow * 0.75 ? Math.min(narrow, width) : width
}

/** Numbers and nothing else, and at least one of them. */
function isFigures(texts: readonly string[]): boolean {
  const read = texts.map((text) => readCell(text).says)
  return read.includes('number') && !read.includes('words')
}

function tailOf(cell: ComposedProse['children'], text: string, measure: Measuring, style: Parameters<Measuring['words']>[1]): Tail {
  const number = readCell(text).says === 'number'
  const decimals = number ? decimalsOf(withoutMarks(text)) : ''
  return {number, decimals: decimals ? measure.words(decimals, style) : 0, hang: measure.hanging(cell, style)}
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
