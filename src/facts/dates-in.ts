import type {Numerals} from '../language/index.js'
import {type When, whenOf} from './day.js'
import {plainText} from './quantity.js'

/** A date found in a text, and where. */
export interface FoundDate {
  /** "27 June" has no year. */
  when: Partial<When>
  start: number
  end: number
}

/** Every date of a text that is more than a year: "27 December 2025", "December 27, 2025", "Dec 2025", "2025-12-27". */
export function findDates(text: string, numerals: Numerals): FoundDate[] {
  const names = new Map(numerals.months.flatMap((forms, at) => forms.map((form) => [form, at + 1] as const)))
  const month = [...names.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace('.', '\\.')).join('|')
  const day = `\\d{1,2}|${numerals.firstDay.join('|')}`
  const pattern = new RegExp(
    `(?<![\\p{L}\\d])(?:(?<iso>\\d{4}-\\d{2}(?:-\\d{2})?)|(?:(?<day>${day})(?: (?:de )?))?(?<month>${month}) (?:(?<after>${day}), ?)?(?<year>\\d{4})` +
      `|(?<dayAlone>${day}) (?<monthAlone>${month}))(?![\\p{L}\\d])`,
    'gu',
  )
  return [...plainText(text).matchAll(pattern)].flatMap((match): FoundDate[] => {
    const {iso, day, month, monthAlone, after, dayAlone, year} = match.groups ?? {}
    const number = names.get(month ?? monthAlone ?? '')
    const ends = {start: match.index, end: match.index + match[0].length}
    if (iso !== undefined) {
      const when = whenOf(iso)
      return when ? [{when, ...ends}] : []
    }
    const typed = day ?? after ?? dayAlone
    const date = typed === undefined ? undefined : /^\d+$/.test(typed) ? Number(typed) : 1
    if (number === undefined) return []
    if (year === undefined) return date === undefined ? [] : [{when: {month: number, day: date}, ...ends}]
    const when = whenOf([year, String(number).padStart(2, '0'), ...(date === undefined ? [] : [String(date).padStart(2, '0')])].join('-'))
    return when ? [{when, ...ends}] : []
  })
}
