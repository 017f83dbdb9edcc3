import {inSmallLatinLetters, type Language, LETTERS} from '../language/index.js'
import {matchesOf} from '../matches.js'
import {HIDDEN} from './passages.js'
import {anyOfSmall, LATIN_END, LATIN_START, madeOnce} from './word-pattern.js'

/** A figure in a text: a number that counts something. */
export interface FigureInText {
  start: number
  end: number
  /** As typed, with its scale: `55 million`, `90 %`. */
  words: string
}

/**
 * Numbers of a text that count something. A number that names something is none: a year, a date, an hour, an article, a
 * resolution, the symbol of a document, an ordinal, a telephone number. Words count where they have a scale or are a share ("five million",
 * "two thirds", "nine in ten"), and before a unit that is given ("five withdrawals").
 */
export function figuresIn(text: string, language: Language, units?: RegExp): FigureInText[] {
  const {hasNumber, names, lettered, figure} = patternsOf(language)
  const small = inSmallLatinLetters(text)
  if (!hasNumber.test(small)) return []
  const hide = (name: string) => HIDDEN.repeat(name.length)
  const bare = /\d/.test(text) ? inSmallLatinLetters(text.replace(lettered, hide)).replace(names, hide) : small
  const typed = ({0: {length}, index}: RegExpExecArray): FigureInText => ({start: index, end: index + length, words: text.slice(index, index + length)})
  const found = matchesOf(bare, figure).map(typed)
  const counted = units ? matchesOf(bare, units).map(typed) : []
  return [...found, ...counted.filter((one) => found.every(({start, end}) => one.end <= start || one.start >= end))].sort((a, b) => a.start - b.start)
}

/** Number words from three on before a unit, unless a word before points back at what was counted: "these five States". */
export function countsOf(units: readonly string[], {numerals, editing}: Language): RegExp | undefined {
  if (units.length === 0) return undefined
  const counts = Object.entries(numerals.words).flatMap(([word, value]) => (value >= 3 ? [word] : []))
  return new RegExp(`${LATIN_START}(?<!${LATIN_START}(?:${anyOfSmall(editing.pointing)}) )(?:${anyOfSmall(counts)}) (?:${anyOfSmall(units.map(inSmallLatinLetters))})${LATIN_END}`, 'g')
}

const patternsOf = madeOnce((language: Language) => ({...namesOf(language), ...countsIn(language)}))

/** Numbers that name something. */
function namesOf({numerals: {months, firstDay, percent, scales}, editing}: Language) {
  const month = anyOfSmall(months.flat())
  const day = `(?:\\d{1,2}(?:${editing.ordinals})?|${anyOfSmall(firstDay)})`
  const number = '\\d+(?:[.,]\\d+)*(?:\\(\\w{1,4}\\))*'
  const and = '(?:and|to|or|et|à|ou)'
  const names = [
    // Dates, and years by themselves.
    '(?<!\\d)\\d{4}-\\d{2}(?:-\\d{2})?(?!\\d)',
    `(?<!\\d)${day}(?:(?: ?[-–] ?| ${and} )${day})? (?:de )?(?:${month})${LATIN_END}`,
    `${LATIN_START}(?:${month}) ${day}(?=,? \\d{4}|${LATIN_END})`,
    `(?<![${LETTERS}\\d.,/])(?:1[5-9]|20)\\d\\d(?:s|[-–/]\\d{2,4})?(?!\\d|[.,'/]\\d|[${LETTERS}]| ?(?:${anyOfSmall([...percent, ...scales.flatMap(({forms}) => forms)])}))`,
    // Hours and telephones.
    '(?<!\\d)\\d{1,2}[:h]\\d{2}(?!\\d)',
    `(?<!\\d)\\d{1,2}(?:[.:]\\d{2})? ?${editing.hours}${LATIN_END}`,
    '\\+\\d[\\d ()-]{5,20}\\d',
    // Articles and their like, alone, in a list that has its "and", and from one to another.
    `${LATIN_START}(?:${editing.numbered.join('|')}) ?(?:[ivxlc]+|[${LETTERS}]\\.)?${number}[${LETTERS}]?(?:(?:, ${number})*,? ${and} ${number}| ?[-–] ?${number})?${LATIN_END}`,
    `§+ ?${number}`,
    `(?<![\\d.,])\\d+${editing.ordinals}${LATIN_END}`,
    '(?<![^\\s(])\\(?\\d{1,2}\\)',
    // "A/RES/51/45", "XXVI-5", "M49", "51/45": letters and signs that a number hangs on.
    `(?<![${LETTERS}\\d/-])[${LETTERS}][${LETTERS}\\d]*(?:[-/][${LETTERS}\\d]+)*(?<=\\d[${LETTERS}]*)`,
    `(?<![${LETTERS}\\d/.,-])\\d+/[${LETTERS}\\d/.-]+`,
  ]
  // "SDG 16", "ISO 3166", "5G"; an amount has a currency before it.
  const lettered = /(?<![\p{L}\d])(?!(?:EUR|USD|GBP|CHF|NOK|SEK|DKK|PLN|JPY)(?!\p{L}))\p{Lu}{2,12} \d+(?![.,]?\d)|(?<![\p{L}\d.,])\d+\p{Lu}(?![\p{L}\d])/gu
  return {names: new RegExp(names.join('|'), 'g'), lettered}
}

/** Numbers that count something. */
function countsIn({numerals: {words, scales, percent, fractions, thousands, in: ins}}: Language) {
  const grouped = [...new Set([...thousands, ' ', ',', "'"])].map((sign) => `\\d{1,3}(?:${anyOfSmall([sign])}\\d{3})+(?!\\d)`).join('|')
  // Who writes the decimal sign of another language writes a number all the same.
  const number = `(?:${grouped}|\\d+)(?:[.,]\\d+)?`
  const scaled = `[ -]?(?:${anyOfSmall(scales.flatMap(({forms}) => forms))})${LATIN_END}`
  const share = ` ?(?:${anyOfSmall(percent)})(?![${LETTERS}])`
  const counts = anyOfSmall(Object.entries(words).flatMap(([word, value]) => (value >= 1 ? [word] : [])))
  const figure = [
    `(?<![${LETTERS}\\d/_.§#]|[${LETTERS}\\d][-–]|\\d,)[-−]?${number}(?: ?[-–—] ?${number})?(?:${scaled})*(?:${share})?(?!\\d|[.,]\\d)`,
    `${LATIN_START}(?:${counts})(?:(?:${scaled})+(?:${share})?|${share})`,
    `${LATIN_START}(?:${counts})[ -](?:${anyOfSmall(Object.keys(fractions))})${LATIN_END}(?! part)`,
    `${LATIN_START}(?:${counts}) (?:${anyOfSmall(ins.filter((word) => word !== 'of'))}) (?:every )?(?:${counts})${LATIN_END}`,
  ]
  const many = Object.entries(words).flatMap(([word, value]) => (value >= 2 ? [word] : []))
  const sizes = [...scales.flatMap(({forms}) => forms), ...percent.filter((sign) => sign !== '%'), ...Object.keys(fractions), ...many]
  return {hasNumber: new RegExp(`\\d|${LATIN_START}(?:${anyOfSmall(sizes)})${LATIN_END}`), figure: new RegExp(figure.join('|'), 'g')}
}
