/** Field types that several blocks take, beside those of `shapes/fields.ts`. */
import {z} from 'zod'
import {type FlowField, prose, readWhen, text, webAddress, when} from '../shapes/fields.js'
import type {Quote} from './block.js'

/** Plain words: a unit, a telephone number. */
export const words = (most = 100) => text(most)

/** A date as precise as it is known, or `unknown`, which prints as such. */
export const whenOrUnknown = () =>
  z.union([z.literal('unknown'), when()], 'Expected a date such as `1999-03-01`, `1999-03` or `1999`, or `unknown`')

const DATE_IN_FIGURES = /^\s*\d{4}-\d/

/** A date, or words such as `standing`; what begins like a date must be one. */
export const whenOrWords = () =>
  z.union([
    when(),
    z
      .string()
      .refine((text) => !DATE_IN_FIGURES.test(text) || readWhen(text.trim()) !== undefined, 'Expected a date such as `2027-02-20`')
      .pipe(prose(100)),
  ])

/** An address that a printed code opens: more signs would make the code too fine to be read. */
export const codeAddress = () => webAddress(200)

/** All that stands in a quotation. */
export const flowOf = ({children, place}: Quote): FlowField => ({type: 'flow', children, place})
