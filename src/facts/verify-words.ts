import type {Language} from '../language/index.js'
import {type Agreement, agreementOf} from './agree.js'
import {isPartOf, type When} from './day.js'
import {directionHeld, directionSaid} from './direction.js'
import {findDates} from './dates-in.js'
import {findQuantities, plainText, type Quantity} from './quantity.js'
import type {Fact, FactValue} from './register.js'

/** How the words of a link disagree with the register. */
export type Disagreement = Exclude<Agreement, 'agrees'> | 'unit-differs' | 'direction-differs' | 'no-figure' | 'two-figures'

/** Holds the words of a link against the value that prints: number, unit and qualifier, in the language of the paper. */
export function verifyWords(words: string, fact: Fact, value: FactValue, language: Language): Disagreement | undefined {
  const {amount} = value
  const [held, said] = [directionHeld(fact, value), directionSaid(words, language.numerals)]
  if (held !== undefined && said !== undefined && said !== held) return 'direction-differs'
  switch (amount.type) {
    case 'text':
      return sameWords(words, amount.text) ? undefined : 'differs'
    case 'date':
      return verifyDate(words, amount.when, language)
    case 'change':
      return verifyChange(words, amount, language)
    case 'number':
      return verifyNumber(words, fact, value, amount.quantity, language)
  }
}

function verifyNumber(words: string, fact: Fact, value: FactValue, held: Quantity, language: Language): Disagreement | undefined {
  const {numerals} = language
  const text = withoutDates(words, language)
  const all = findQuantities(text, numerals, {shares: held.percent === true})
  const [said, ...more] = all.length > 1 ? all.filter(({quantity}) => !isItsYear(quantity, value)) : all
  if (!said) return 'no-figure'
  if (more.length > 0) return 'two-figures'
  const {quantity, start, end} = said
  // A fall is written without its sign: "fell by a third".
  const fell = held.percent && held.low < 0 && quantity.low >= 0
  const agreement = agreementOf(quantity, fell ? {...held, low: -held.low} : held)
  if (agreement !== 'agrees') return agreement
  const plain = plainText(text)
  const rest = withoutArticles(`${plain.slice(0, start)} ${plain.slice(end)}`, numerals.articles)
  if (quantity.percent !== held.percent && (quantity.percent || rest !== '')) return 'unit-differs'
  const forms = fact.unit[language.code]
  if (rest === '' || !forms || [forms.one, forms.other].some((form) => holdsWords(rest, form))) return undefined
  return 'unit-differs'
}

/** A figure that only says of which year the value is. */
const isItsYear = ({low, high, qualifier, percent, scale}: Quantity, {asOf, period, since}: FactValue): boolean =>
  high === undefined && qualifier === undefined && !percent && scale === undefined && [asOf, period, since].some((when) => when?.year === low)

/** Dates are no figures; in a text of nothing else they are left to be told. */
function withoutDates(words: string, language: Language): string {
  const dates = findDates(words, language.numerals)
  const blank = dates.reduce((text, {start, end}) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end), words)
  return /\p{L}|\d/u.test(blank) ? blank : words
}

function verifyChange(words: string, {from, to}: {from: Quantity; to: Quantity}, {numerals}: Language): Disagreement | undefined {
  const found = findQuantities(words, numerals, {shares: from.percent === true}).flatMap(({quantity: {high, ...low}}) =>
    high === undefined ? [low] : [low, {...low, low: high}],
  )
  const [first, second, ...more] = found
  if (!first || !second) return 'no-figure'
  if (more.length > 0) return 'two-figures'
  const [one, other] = [agreementOf(first, from), agreementOf(second, to)]
  return one !== 'agrees' ? one : other !== 'agrees' ? other : undefined
}

function verifyDate(words: string, held: When, {numerals}: Language): Disagreement | undefined {
  const [said, ...more] = findDates(words, numerals)
  if (more.length > 0) return 'two-figures'
  if (said) return isPartOf(said.when, held) ? undefined : 'differs'
  const years = [...words.matchAll(/(?<!\d)\d{4}(?!\d)/g)].map(([year]) => Number(year))
  if (years.length !== 1) return years.length > 1 ? 'two-figures' : 'no-figure'
  // "48 September 1997" is no day, and says more than the year.
  const besides = words.replace(/(?<!\d)\d{4}(?!\d)/g, '')
  return years[0] === held.year && !/\d/.test(besides) ? undefined : 'differs'
}

function sameWords(said: string, held: string): boolean {
  const bare = (text: string) => plainText(text).replace(/[^\p{L}\d]+/gu, ' ').trim()
  return holdsWords(bare(said), bare(held)) || holdsWords(bare(held), bare(said))
}

/** Hyphens and spaces count alike. */
function holdsWords(text: string, words: string): boolean {
  const bare = (one: string) => ` ${plainText(one).replace(/[^\p{L}\d%²³$€£]+/gu, ' ').trim()} `
  return bare(words).trim() !== '' && bare(text).includes(bare(words))
}

function withoutArticles(text: string, articles: readonly string[]): string {
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${[...articles].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\d])`, 'gu')
  return text.replace(pattern, ' ').replace(/[^\p{L}\d%²³$€£]+/gu, ' ').trim()
}

