import {type Diagnostic, error, type Place} from '../../diagnostic.js'
import {closest} from '../../shapes/index.js'
import type {Grid} from '../../shapes/fields.js'
import type {PlaceOfOption} from '../block.js'
import {isFilledByFact, readCell} from '../cell-number.js'
import {checkNumbers} from '../check-numbers.js'
import {checkSeries} from '../check-series.js'
import type {ChartOptions} from './chart.js'

/** A chart has numbers to draw, and its labels name what is drawn. */
export function checkChart({variety, labels = [], highlight, data, table}: ChartOptions & {table: Grid}, at: PlaceOfOption): Diagnostic[] {
  if (table.columns.length < 2) {
    const hint = 'Put the categories in the first column and their numbers in the next'
    return [error('chart/no-series', table.place, 'A chart needs a second column, with the numbers to draw', hint)]
  }
  if (table.rows.length === 0 && data) return checkSeries(data, table, 'chart', at('data'))
  if (table.rows.length === 0) return [error('chart/no-rows', table.place, 'A chart needs at least one row under the head of its table')]
  const wrong = [...checkNumbers(table, 'chart'), ...(data ? checkSeries(data, table, 'chart', at('data')) : [])]
  const cells = table.rows.flatMap(([, ...rest]) => rest)
  const numbers = cells.flatMap((cell) => {
    const read = readCell(cell.text)
    return read.says === 'number' ? [{cell, value: read.number.value}] : []
  })
  const filled = cells.some(({text}) => isFilledByFact(text))
  if (numbers.length === 0 && !filled && wrong.length === 0) wrong.push(error('chart/no-numbers', table.place, 'This table has no number to draw'))
  const below = variety === 'stacked' ? numbers.filter(({value}) => value < 0) : []
  return [
    ...wrong,
    ...below.map(({cell: {text, place}}) => {
      const message = `\`${text}\` cannot be stacked: a part of a whole is not below zero`
      return error('chart/below-zero', place, message, 'Draw it as `chart: column`')
    }),
    ...labels.flatMap((name, index) => checkCategory(name, at('labels', index), table)),
    ...(highlight === undefined ? [] : checkCategory(highlight, at('highlight'), table)),
  ]
}

function checkCategory(name: string, place: Place, {rows}: Grid): Diagnostic[] {
  const categories = rows.map(([first]) => first?.text.trim() ?? '')
  if (categories.includes(name)) return []
  const near = closest(name, categories)
  const hint = near ? `Did you mean \`${near}\`?` : 'Write it as it stands there'
  return [error('chart/category', place, `\`${name}\` is not in the first column of this table`, hint)]
}
