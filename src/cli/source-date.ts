import type {Io} from './io.js'
import {refuse} from './usage.js'

/**
 * The time that stands for now, in seconds since 1970 (https://reproducible-builds.org/specs/source-date-epoch): of what has
 * no date of its own. Papers have theirs, and are never dated by it.
 */
export function sourceDate(io: Io): Date | undefined {
  const typed = io.env.SOURCE_DATE_EPOCH
  if (typed === undefined || typed === '') return undefined
  const seconds = /^\d{1,11}$/.test(typed) ? Number(typed) : Number.NaN
  if (!(seconds <= 253_402_300_799)) {
    return refuse({message: `\`SOURCE_DATE_EPOCH\` is \`${typed}\`: expected seconds since 1970, such as \`1795478400\``, hint: 'Mend it, or unset it'}, io)
  }
  return new Date(seconds * 1000)
}
