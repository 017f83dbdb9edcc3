import {z} from 'zod'
import {BRIEF, flag, prose, when, where} from '../../shapes/fields.js'
import {defineBlock} from '../block.js'

const event = () => z.strictObject({
  date: when(),
  title: prose(BRIEF),
  /** The event that changed the course: set in the accent. */
  turning: flag().optional(),
})

/** Dated events in the order given. */
export const timeline = defineBlock({
  name: 'timeline',
  summary: 'Dated events, in the order given; one may be the turning point.',
  list: 'events',
  where: 'text',
  schema: () => z.strictObject({
    title: prose(BRIEF).optional(),
    where: where(),
    events: z.array(event()).min(1, 'Expected at least one event').max(20, 'Expected at most 20 events'),
  }),
})
