import {type Diagnostic, error, type Place} from '../diagnostic.js'
import {type Disagreement, type Fact, type FactValue, writeValue} from '../facts/index.js'
import type {Language} from '../language/index.js'
import {mendedWords} from './mended-words.js'

/** What prints unbroken is shown with plain spaces, as an author types them. */
const NO_BREAK = '\u00a0'

interface Said {
  fact: Fact
  value: FactValue
  language: Language
  words: string
  /** What stands in the file at the place. */
  typed: string
  place: Place
}

/** How a text disagrees with the register, and what the register has. */
export function disagreement(found: Disagreement, said: Said): Diagnostic {
  const told = sentence(found, said)
  const text = found === 'direction-differs' ? undefined : mendedWords(said.typed, said, {whole: found !== 'two-figures'})
  return text === undefined ? told : {...told, fix: {place: said.place, text, was: said.typed}}
}

function sentence(found: Disagreement, {fact, value, language, words, place}: Said): Diagnostic {
  const held = `\`${writeValue(fact, value, language).replaceAll(NO_BREAK, ' ')}\``
  const when = value.period ?? value.asOf
  const has = `the register has ${held}${when ? `, ${value.period ? 'for' : 'as of'} ${language.date(when, 'long').replaceAll(NO_BREAK, ' ')}` : ''}`
  const said = `\`${words.replaceAll(NO_BREAK, ' ').trim().slice(0, 80)}\``
  const related = [{message: 'The register has it here', place: value.place}]
  switch (found) {
    case 'no-figure':
      return {...error('facts/text-differs', place, `${said} holds no figure that could be compared: ${has}`, `Write ${held}`), related}
    case 'two-figures':
      return {...error('facts/text-differs', place, `${said} holds more than one figure: ${has}`, 'Let the link hold the one figure, and put the others before or after it'), related}
    case 'rounded':
      return {...error('facts/rounded', place, `${said} is rounded and does not say so: ${has}`, `Write ${held}, or a word such as \`${language.numerals.before.about[0]}\` before it`), related}
    case 'qualifier-dropped':
      return {...error('facts/qualifier-dropped', place, `${said} leaves out what the register says of the figure: ${has}`, `Write ${held}`), related}
    case 'qualifier-differs':
      return {...error('facts/qualifier-differs', place, `${said} says otherwise of the figure than the register: ${has}`, `Write ${held}`), related}
    case 'unit-differs':
      return {...error('facts/unit-differs', place, `${said} counts something else than the register: ${has}`, `Write ${held}, or put the other words outside the link`), related}
    case 'direction-differs':
      return {...error('facts/direction-differs', place, `${said} goes the other way than the register: ${has}`, value.amount.type === 'number' && value.amount.quantity.low < 0 ? 'Say that it fell' : 'Say which way it went as the register has it'), related}
    case 'differs':
      return {...error('facts/text-differs', place, `${said} is not what the register has: ${has}`, `Write ${held}, or pin the link to the date it is of: \`fact:${fact.id}@...\``), related}
  }
}
