import {type Diagnostic, warning} from '../diagnostic.js'
import {inSmallLatinLetters, type Language, LETTERS} from '../language/index.js'
import {matchesOf} from '../matches.js'
import type {Reading} from './passages.js'
import {placeIn} from './place-in.js'
import {anyOfSmall, LATIN_END, madeOnce} from './word-pattern.js'

/**
 * A share or an amount with the decimal sign of another language: `12,5 per cent` in an English paper, out of a table that was kept in a French one.
 * Three digits after the sign may be thousands, and a number that nothing follows may be an address: both are left alone.
 */
export function checkDecimals({passages, language, source}: Reading): Diagnostic[] {
  const {decimal} = language.numerals
  return passages.flatMap((passage) =>
    matchesOf(inSmallLatinLetters(passage.own), patternOf(language)).map(({0: {length}, index}) => {
      const typed = passage.own.slice(index, index + length)
      const message = `\`${typed}\` has the decimal sign of another language`
      return warning('checks/decimal-sign', placeIn(passage, index, index + length, source), message, `Write \`${typed.replace(/[.,](?=\d+$)/, decimal)}\``)
    }),
  )
}

const patternOf = madeOnce(({numerals: {decimal, percent, scales}}: Language) => {
  const other = decimal === '.' ? ',' : '\\.'
  const share = `(?:${anyOfSmall(percent)})(?![${LETTERS}])`
  const scale = `(?:${anyOfSmall(scales.flatMap(({forms}) => forms))})${LATIN_END}`
  return new RegExp(`(?<![${LETTERS}\\d.,/§-])\\d{1,3}(?:[ ']\\d{3})*${other}\\d{1,2}(?= ?(?:${share}|${scale}))`, 'g')
})
