import type {ValueOf} from '../block.js'
import {type CellNumber, readCell} from '../cell-number.js'
import {wordsOf} from '../../content.js'
import type {chart as spec} from './chart.js'

/** What a chart is drawn from: categories, and for each series one number a category, or none. */
export interface ChartData {
  categories: string[]
  series: {name: string; values: (CellNumber | undefined)[]}[]
  /** Categories whose numbers the author wants to see; all where nobody said. */
  labels?: string[]
  /** The category that decides. */
  highlight?: string
}

/** Reads a chart's numbers from its table. What is blank, or a dash, is no number: it leaves a gap. */
export function chartData({table, labels, highlight}: ValueOf<typeof spec>): ChartData {
  const texts = table.rows.map((row) => row.map(({children}) => wordsOf(children)))
  return {
    categories: texts.map(([first = '']) => first.trim()),
    series: table.columns.slice(1).map(({head}, at) => ({
      name: wordsOf(head.children).trim(),
      values: texts.map((row) => {
        const read = readCell(row[at + 1] ?? '')
        return read.says === 'number' ? read.number : undefined
      }),
    })),
    ...(labels ? {labels: labels.map((label) => label.trim())} : {}),
    ...(highlight === undefined ? {} : {highlight: highlight.trim()}),
  }
}

/** The least and the greatest number, nought included; a scale of nothing but noughts has room for one. */
export function rangeOf(series: readonly {values: readonly (CellNumber | undefined)[]}[]): [number, number] {
  const values = series.flatMap((one) => one.values.flatMap((number) => (number ? [number.value] : [])))
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  return least === most ? [0, 1] : [least, most]
}
