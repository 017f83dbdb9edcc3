import {z} from 'zod'
import {BRIEF, country, prose, where} from '../../shapes/fields.js'
import {defineBlock} from '../block.js'
import {whenOrUnknown} from '../fields.js'
import {checkStanding} from './check.js'

/** How a State gave its consent to be bound. */
export const CONSENTS = ['ratification', 'accession', 'acceptance', 'approval', 'succession'] as const

const standing = () => ({
  country: country().optional(),
  signed: whenOrUnknown().optional(),
  consent: z
    .strictObject({
      by: z.enum(CONSENTS, 'Expected `ratification`, `accession`, `acceptance`, `approval` or `succession`'),
      on: whenOrUnknown(),
    })
    .optional(),
  in_force: whenOrUnknown().optional(),
  withdrawal: z.strictObject({notified: whenOrUnknown().optional(), effective: whenOrUnknown().optional()}).optional(),
  note: prose(2 * BRIEF).optional(),
})

const standingOf = () => z.strictObject(standing())
/** What is known of one State's way into, and out of, a treaty. */
export type Standing = z.output<ReturnType<typeof standingOf>>

const schema = () => z.strictObject({
  title: prose(BRIEF).optional(),
  where: where(),
  ...standing(),
  states: z
    .array(standingOf().extend({country: country()}))
    .min(1, 'Expected at least one State')
    .max(250, 'Expected at most 250 States')
    .optional(),
})
export type StatusValue = z.output<ReturnType<typeof schema>>

/** Where a State, or each of several, stands towards a treaty. */
export const status = defineBlock({
  name: 'status',
  summary: 'Where a State stands towards a treaty, step by step; or where each of several States stands, a line each.',
  list: 'states',
  parts: ['status'],
  where: 'margin',
  schema,
  check: checkStanding,
})
