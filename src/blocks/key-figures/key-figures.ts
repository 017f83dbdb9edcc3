import {z} from 'zod'
import {figure, prose, source, when, where} from '../../shapes/fields.js'
import {defineBlock} from '../block.js'
import {words} from '../fields.js'

const entry = z.strictObject({
  value: figure(),
  /** Printed small after the figure. */
  unit: words().optional(),
  label: prose(),
  as_of: when().optional(),
  source: source().optional(),
})

/** The figures a reader takes away. */
export const keyFigures = defineBlock({
  name: 'key-figures',
  summary: 'The figures a reader takes away: each large, with a label of a line or two and its source.',
  list: 'figures',
  parts: ['key-figures'],
  where: 'full',
  schema: z.strictObject({
    title: prose().optional(),
    where: where(),
    figures: z.array(entry).min(1, 'Expected at least one figure').max(12, 'Expected at most 12 figures: more are a table'),
  }),
})
