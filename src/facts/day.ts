import type {WhenField} from '../shapes/fields.js'
import {readWhen} from '../shapes/fields.js'

/** A date as far as it is known: a day, a month or a year. */
export type When = Pick<WhenField, 'year' | 'month' | 'day'>

const two = (number: number): string => String(number).padStart(2, '0')

/** The first day of a day, a month or a year, as `2025-04-01`: such texts sort as days do. */
export const firstDay = ({year, month = 1, day = 1}: When): string => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`

/** The last day of a day, a month or a year. */
export function lastDay({year, month = 12, day}: When): string {
  return firstDay({year, month, day: day ?? new Date(Date.UTC(year, month, 0)).getUTCDate()})
}

/** `2025-04`: as precise as it is. */
export const whenText = ({year, month, day}: When): string => [year, month, day].flatMap((part, at) => (part === undefined ? [] : [at === 0 ? String(part).padStart(4, '0') : two(part)])).join('-')

/** A date of an address or a cell: `2025-04`. */
export const whenOf = (text: string): When | undefined => readWhen(text.trim())

/** Whether the first, less precise, says nothing that the second does not. */
export const isPartOf = (said: Partial<When>, held: When): boolean =>
  (said.year === undefined || said.year === held.year) &&
  (said.month === undefined || said.month === held.month) &&
  (said.day === undefined || said.day === held.day)

/** Days from one day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
