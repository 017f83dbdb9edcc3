import {z} from 'zod'
import {BRIEF, id, ordinal, prose, source, where} from '../../shapes/fields.js'
import {defineBlock} from '../block.js'
import {whenOrWords} from '../fields.js'
import {checkIds} from './check.js'

const ask = () => z
  .strictObject({
    /** Stable: others may cite it. */
    id: id().optional(),
    to: prose(BRIEF).optional(),
    ask: prose(),
    deadline: whenOrWords().optional(),
    source: source().optional(),
  })
  .transform((value) => ({...value, number: ordinal('ask')}))

/** What is asked, of whom, by when. */
export const recommendations = defineBlock({
  name: 'recommendations',
  summary: 'What is asked, of whom and by when; numbered through the paper.',
  list: 'asks',
  parts: ['ask'],
  where: 'full',
  schema: () => z.strictObject({
    title: prose(BRIEF).optional(),
    where: where(),
    asks: z.array(ask()).min(1, 'Expected at least one ask').max(100, 'Expected at most 100 asks'),
  }),
  check: ({asks}) => checkIds(asks),
})
