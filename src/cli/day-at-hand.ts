import type {Io} from './io.js'
import {sourceDate} from './source-date.js'
import {refuse} from './usage.js'

/** A day as it is asked about. */
export interface Day {
  year: number
  month: number
  day: number
}

/** Today where the command runs; the day of `SOURCE_DATE_EPOCH`, in UTC, where that is set. */
export function dayAtHand(io: Io): Day {
  const fixed = sourceDate(io)
  if (fixed) return {year: fixed.getUTCFullYear(), month: fixed.getUTCMonth() + 1, day: fixed.getUTCDate()}
  const now = new Date()
  return {year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate()}
}

/** An option that takes a day. */
export const dayOf = (io: Io) => (typed: string): Day => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed) ?? []
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate()
  if (year !== undefined && m >= 1 && m <= 12 && d >= 1 && d <= last) return {year: y, month: m, day: d}
  return refuse({message: `\`--on\` takes a day, and not \`${typed}\``, hint: 'Write `--on 2026-11-24`'}, io)
}
