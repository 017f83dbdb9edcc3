import {type Fact, type FactValue, figureWords, findDates, findQuantities, type Quantity, unitWord, verifyWords, type When, writeValue} from '../facts/index.js'
import type {Language} from '../language/index.js'

interface Held {
  fact: Fact
  value: FactValue
  language: Language
}

/**
 * Words that lag the register, as they would be in step with it: the figure, its qualifier, its unit and its date changed, and
 * nothing else. Where that is not to be had, the register's own words if the `whole` may go; else nothing.
 */
export function mendedWords(typed: string, held: Held, {whole}: {whole: boolean}): string | undefined {
  const {amount} = held.value
  if (amount.type === 'text') return undefined
  const mended = typed === typed.normalize('NFC') ? inPlace(typed, held) : undefined
  if (mended !== undefined && !verifyWords(mended, held.fact, held.value, held.language)) return mended
  // "From over 50 to fewer than 10" has no one form that any sentence could take.
  if (amount.type === 'change' || !whole) return undefined
  return plain(writeValue(held.fact, held.value, held.language, {bare: !/\p{L}{2}/u.test(withoutNumerals(typed, held.language))}))
}

interface Change {
  start: number
  end: number
  text: string
}

function inPlace(typed: string, held: Held): string | undefined {
  const {fact, value, language} = held
  const {amount} = value
  if (amount.type === 'date' || amount.type === 'text') return undefined
  const wanted = amount.type === 'change' ? [amount.from, amount.to] : [amount.quantity]
  const dates = datesIn(typed, held)
  const blank = dates.reduce((text, {start, end}) => text.slice(0, start) + '\u0000'.repeat(end - start) + text.slice(end), typed)
  const found = findQuantities(blank, language.numerals, {shares: wanted.some(({percent}) => percent)})
  if (found.length !== wanted.length) return undefined
  const figures = wanted.map((quantity, at): Change => {
    const {start = 0, end = 0} = found[at] ?? {}
    return {start, end, text: figureAs(typed.slice(start, end), quantity, language)}
  })
  const [first] = figures
  const unit = amount.type === 'number' && first ? unitChange(typed, first.end, fact, amount.quantity, language) : []
  return applied(typed, [...dates.filter(({text, start, end}) => text !== typed.slice(start, end)), ...figures, ...unit])
}

const applied = (typed: string, changes: readonly Change[]): string =>
  [...changes].sort((a, b) => b.start - a.start).reduce((text, {start, end, text: fresh}) => text.slice(0, start) + fresh + text.slice(end), typed)

/** Dates and years that only say of when the figure is, each with the register's. */
function datesIn(typed: string, {value: {period, asOf}, language}: Held): Change[] {
  const when = period ?? asOf
  if (!when) return []
  const dates = findDates(typed, language.numerals).map(({when: said, start, end}) => ({start, end, text: dateAs(said, when, typed.slice(start, end), language)}))
  const years = [...typed.matchAll(/(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)/g)].flatMap(({0: year, index}) =>
    dates.some(({start, end}) => index >= start && index < end) ? [] : [{start: index, end: index + year.length, text: String(when.year)}],
  )
  // A lone number of four digits is the figure itself.
  return findQuantities(typed, language.numerals).length > years.length ? [...dates, ...years] : dates
}

/** As precise as it was; as typed where it says nothing else than the register. */
function dateAs(said: Partial<When>, {year, month, day}: When, typed: string, language: Language): string {
  if (said.year === year && said.month === month && (said.day === undefined || said.day === day)) return typed
  return plain(language.date({year, ...(month === undefined ? {} : {month}), ...(said.day === undefined || day === undefined ? {} : {day})}, 'long'))
}

/** "84 per cent" stays in words, "84%" without a space. */
function figureAs(typed: string, quantity: Quantity, language: Language): string {
  const {qualifier, digits, scale} = figureWords(quantity, language)
  const figure = plain([qualifier, digits, scale].filter((part) => part !== undefined).join(' '))
  const [, gap = '', share] = /(\s?)(%|\p{L}+(?: \p{L}+)?)$/u.exec(typed) ?? []
  return quantity.percent && share !== undefined && language.numerals.percent.includes(share.toLowerCase()) ? figure.replace(/ ?%$/, `${gap}${share}`) : figure
}

/** "1 withdrawal" that became five is plural. */
function unitChange(typed: string, after: number, fact: Fact, quantity: Quantity, language: Language): Change[] {
  const forms = fact.unit[language.code]
  const needed = unitWord(fact, quantity, language)
  if (!forms || needed === undefined || forms.one === forms.other) return []
  const other = needed === forms.one ? forms.other : forms.one
  const start = typed.toLowerCase().indexOf(other.toLowerCase(), after)
  const reads = typed.slice(start)
  return start < 0 || reads.toLowerCase().startsWith(needed.toLowerCase()) || /^[\p{L}\d]/u.test(reads.slice(other.length)) ? [] : [{start, end: start + other.length, text: needed}]
}

/** Words without those that belong to a figure: "over", "million", "per cent". */
function withoutNumerals(words: string, {numerals}: Language): string {
  const own = [...Object.values(numerals.before).flat(), ...numerals.scales.flatMap(({forms}) => forms), ...numerals.percent, ...Object.keys(numerals.words), ...numerals.articles]
  return own.sort((a, b) => b.length - a.length).reduce((text, word) => text.replaceAll(word, ' '), words.toLowerCase())
}

/** As an author types it. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')
