import {z} from 'zod'
import {BRIEF, fact, figure, prose, source, when, where} from '../../shapes/fields.js'
import {defineBlock} from '../block.js'
import {words} from '../fields.js'

const entry = () => z
  .strictObject({
    value: figure().optional(),
    /** Of the register: its figure, unit, date and source print by themselves. */
    fact: fact().optional(),
    /** Printed small after the figure. */
    unit: words().optional(),
    /** Of a fact that has none, its statement. */
    label: prose(BRIEF).optional(),
    as_of: when().optional(),
    source: source().optional(),
  })
  .refine(({value, fact}) => value !== undefined || fact !== undefined, {path: ['value'], error: 'Expected `value`, or `fact`'})
  .refine(({value, fact}) => value === undefined || fact === undefined, {path: ['value'], error: 'A figure of the register has no `value` of its own: expected one of `fact` and `value`'})
  .refine(({label, fact}) => label !== undefined || fact !== undefined, {path: ['label'], error: 'Expected a label'})
  .refine(({source, fact}) => source === undefined || fact === undefined, {path: ['source'], error: 'A figure of the register brings its own source: expected no `source` beside `fact`'})

/** The figures a reader takes away. */
export const keyFigures = defineBlock({
  name: 'key-figures',
  summary: 'The figures a reader takes away: each large, with a label of a line or two and its source.',
  list: 'figures',
  parts: ['key-figures'],
  where: 'full',
  schema: () => z.strictObject({
    title: prose(BRIEF).optional(),
    where: where(),
    figures: z.array(entry()).min(1, 'Expected at least one figure').max(12, 'Expected at most 12 figures: more are a table'),
  }),
})
