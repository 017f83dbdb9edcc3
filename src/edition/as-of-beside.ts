import {type Diagnostic, warning} from '../diagnostic.js'
import {type Fact, type FactValue, findDates, firstDay, lastDay, type When, whenOf} from '../facts/index.js'
import type {Language} from '../language/index.js'
import {placeAt, type Source} from '../source.js'

/** A link to a fact in its file, and the value that prints. */
interface Standing {
  fact: Fact
  value: FactValue
  language: Language
  source: Source
  /** Offsets of the whole link. */
  start: number
  end: number
}

/**
 * "As of April 2025" directly before or after a fact whose value is of a later day: the figure was brought up to date, and its date
 * was not. A later date than the value's is true: it held until then.
 */
export function checkAsOfBeside({fact, value: {asOf, period, place}, language, source, start, end}: Standing): Diagnostic | undefined {
  if (!asOf || period) return undefined
  const found = after(source.text.slice(end, end + REACH), end, language) ?? before(source.text.slice(Math.max(0, start - REACH), start), Math.max(0, start - REACH), language)
  if (!found || lastDay(found.when) >= firstDay(asOf)) return undefined
  const typed = source.text.slice(found.start, found.end)
  const held = language.date({year: asOf.year, ...(asOf.month === undefined ? {} : {month: asOf.month}), ...(asOf.day === undefined || found.when.day === undefined ? {} : {day: asOf.day})}, 'long').replace(/[\u00a0\u202f]/g, ' ')
  const at = placeAt(source, found.start, found.end)
  const message = `\`${typed.replace(/\s+/g, ' ')}\` is earlier than the figure: the register has \`${fact.id}\` as of ${held}`
  const told = {...warning('facts/as-of-differs', at, message, `Write \`${held}\``), related: [{message: 'The register has it here', place}]}
  // French asks for other words before a month than before a day.
  const needsDay = language.numerals.asOfDay.some((words) => source.text.slice(Math.max(0, found.start - REACH), found.start).toLowerCase().endsWith(`${words} `))
  return needsDay && asOf.day === undefined ? told : {...told, fix: {place: at, text: held, was: typed}}
}

const REACH = 80

interface Dated {
  when: When
  start: number
  end: number
}

/** "162 States Parties, as of April 2025", "162 (as of 2025)". */
function after(text: string, from: number, language: Language): Dated | undefined {
  const [lead] = new RegExp(`^,?\\s?\\(?(?:${phrases(language)})\\s`, 'iu').exec(text) ?? []
  return lead === undefined ? undefined : datesIn(text, from, language).find(({start}) => start === from + lead.length)
}

/** "As of April 2025, there were 162 States Parties". */
function before(text: string, from: number, language: Language): Dated | undefined {
  const last = datesIn(text, from, language).at(-1)
  if (!last || !new RegExp(`(?<![\\p{L}\\d])(?:${phrases(language)})\\s$`, 'iu').test(text.slice(0, last.start - from))) return undefined
  return /^,?(?:\s[\p{L}'’]+){0,3}\s$/u.test(text.slice(last.end - from)) ? last : undefined
}

const phrases = ({numerals}: Language): string => numerals.asOf.map((words) => words.replaceAll(' ', '\\s')).join('|')

/** Dates, and years by themselves. */
function datesIn(text: string, from: number, {numerals}: Language): Dated[] {
  const dates = findDates(text, numerals).flatMap(({when: {year, ...more}, start, end}) => (year === undefined ? [] : [{when: {year, ...more}, start: from + start, end: from + end}]))
  const years = [...text.matchAll(/(?<![\p{L}\d.,-])(?:19|20)\d\d(?![\d-]|[.,]\d)/gu)].flatMap(({0: year, index}) => {
    const [start, end] = [from + index, from + index + year.length]
    const when = whenOf(year)
    return when === undefined || dates.some((date) => start < date.end && end > date.start) ? [] : [{when, start, end}]
  })
  return [...dates, ...years].sort((a, b) => a.start - b.start)
}
