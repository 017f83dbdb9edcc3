import {z} from 'zod'
import {BRIEF, prose, series, source, where} from '../../shapes/fields.js'
import {defineTable} from '../block.js'
import {checkTable} from './check.js'

const width = () => z
  .string()
  .refine((text) => /^\d{1,4}(\.\d{1,4})?$/.test(text) && Number(text) > 0, 'Expected a number above zero, such as `3`')
  .transform(Number)

const schema = () => z.strictObject({
  /** `sum` adds a row with the sum of every column after the first. */
  variety: z.enum(['plain', 'sum'], 'Expected `table: plain` or `table: sum`'),
  caption: prose(BRIEF).optional(),
  /** Widths of the columns in proportion to each other, one for each. */
  widths: z.array(width()).max(100, 'Expected at most 100 widths').optional(),
  /** Notes under the table by the letter that calls them: `^a^` in a cell. */
  notes: z.record(z.string(), prose(2 * BRIEF)).optional(),
  /** Facts by year: the numbers are held against them, or filled in where the table has a head alone. */
  data: series().optional(),
  source: source().optional(),
  where: where(),
})
export type TableOptions = z.output<ReturnType<typeof schema>>

/** A table with a caption, notes and a source; with its sums, where asked for. */
export const table = defineTable({
  name: 'table',
  summary: 'A table with a caption, notes and a source; `sum` adds a row of totals.',
  native: 'table',
  where: 'full',
  schema,
  check: checkTable,
})
