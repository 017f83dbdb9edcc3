import {z} from 'zod'
import {BRIEF, prose, where} from '../../shapes/fields.js'
import {defineBlock} from '../block.js'

const row = () => z.strictObject({argument: prose(), response: prose()})

/** Their arguments, our responses. */
export const comparison = defineBlock({
  name: 'comparison',
  summary: 'What is argued and what we answer, pair by pair.',
  list: 'rows',
  parts: ['argument'],
  where: 'full',
  schema: () => z.strictObject({
    title: prose(BRIEF).optional(),
    where: where(),
    rows: z.array(row()).min(1, 'Expected at least one pair of `argument` and `response`').max(100, 'Expected at most 100 pairs'),
  }),
})
