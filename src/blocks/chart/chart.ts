import {z} from 'zod'
import {BRIEF, LONG, prose, series, source, where} from '../../shapes/fields.js'
import {defineTable} from '../block.js'
import {words} from '../fields.js'
import {checkChart} from './check.js'

/** The forms a chart may take. */
export const CHARTS = ['bar', 'column', 'stacked', 'line'] as const

const schema = () => z.strictObject({
  variety: z.enum(CHARTS, 'Expected `chart: bar`, `chart: column`, `chart: stacked` or `chart: line`'),
  /** The sentence that the chart says. */
  title: prose(BRIEF).optional(),
  /** What is counted, at the axis. */
  unit: words().optional(),
  /** The chart in words, for who cannot see it. */
  alt: words(LONG),
  /** Categories that carry a label: at the axis of columns and lines, and their number at the mark. All, where absent. */
  labels: z.array(words(BRIEF)).min(1, 'Expected at least one category').optional(),
  /** The category that decides: set in the accent. */
  highlight: words(BRIEF).optional(),
  /** A line under the chart: what the count takes in. */
  note: prose(2 * BRIEF).optional(),
  /** Facts by year: the numbers are held against them, or filled in where the table has a head alone. */
  data: series().optional(),
  source: source().optional(),
  where: where(),
})
export type ChartOptions = z.output<ReturnType<typeof schema>>

/** A table drawn as a chart. */
export const chart = defineTable({
  name: 'chart',
  summary: 'A table drawn as bars, columns, stacked columns or lines: the first column names the categories, each further column is a series.',
  drawn: true,
  where: 'text',
  schema,
  check: checkChart,
})
