import {stack} from 'd3-shape'
import type {CellNumber} from '../cell-number.js'
import {type ChartData, rangeOf} from './chart-data.js'

export type Stacking = 'grouped' | 'stacked'

/** One bar, or part of a bar, in the numbers of the scale. */
export interface Segment {
  category: number
  series: number
  from: number
  to: number
  number: CellNumber
}

/** The bars of a chart and the range of their scale. */
export function segmentsOf(series: ChartData['series'], stacking: Stacking): {segments: Segment[]; range: [number, number]} {
  if (stacking === 'grouped') {
    const segments = series.flatMap(({values}, at) =>
      values.flatMap((number, category) => (number ? [{category, series: at, from: 0, to: number.value, number}] : [])),
    )
    return {segments, range: rangeOf(series)}
  }
  const rows = (series[0]?.values ?? []).map((_, category) => category)
  const stacked = stack<number, number>()
    .keys(series.map((_, at) => at))
    .value((category, at) => series[at]?.values[category]?.value ?? 0)(rows)
  const segments = stacked.flatMap((layer) =>
    layer.flatMap(([from, to], category) => {
      const number = series[layer.key]?.values[category]
      return number ? [{category, series: layer.key, from, to, number}] : []
    }),
  )
  const most = Math.max(0, ...segments.map(({to}) => to))
  return {segments, range: [0, most > 0 ? most : 1]}
}
