import {type Diagnostic, warning} from '../diagnostic.js'
import {inSmallLatinLetters, type Language} from '../language/index.js'
import {matchesOf} from '../matches.js'
import type {Passage, Reading} from './passages.js'
import {placeIn} from './place-in.js'
import {runAt} from './runs.js'
import {sentenceAt} from './sentences.js'
import {anyOfSmall, LATIN_END, LATIN_START, madeOnce} from './word-pattern.js'

/** Time that moves with who reads, in a sentence that names no date: a paper is read for years. */
export function checkRelativeTime({passages, language, source}: Reading): Diagnostic[] {
  const {moving, dated} = patternsOf(language)
  return passages.flatMap((passage) =>
    matchesOf(inSmallLatinLetters(passage.own), moving).flatMap(({0: found, index}) => {
      const words = passage.own.slice(index, index + found.length)
      const {start, end} = sentenceAt(passage, index, language)
      const sentence = `${passage.text.slice(start, index)}${' '.repeat(words.length)}${passage.text.slice(index + words.length, end)}`
      if (dated.test(inSmallLatinLetters(sentence)) || isOfAFact(passage, index)) return []
      const message = `\`${words}\` moves with the day it is read on, and its sentence names no date`
      return [warning('checks/relative-time', placeIn(passage, index, index + words.length, source), message, 'Say of when it is: a year, a day, or `as of` and one')]
    }),
  )
}

/** The words of a fact are the register's. */
const isOfAFact = ({runs}: Passage, at: number): boolean => runAt(runs, at)?.fact !== undefined

const patternsOf = madeOnce(({editing, numerals}: Language) => {
  const months = anyOfSmall(numerals.months.flatMap(([long]) => long ?? []))
  return {
    moving: new RegExp(`${LATIN_START}(?:${editing.relativeTimes.join('|')})${LATIN_END}`, 'g'),
    dated: new RegExp(
      `${LATIN_START}(?:(?:1[5-9]|20)\\d\\d(?:s|-\\d\\d)?|\\d{1,2} (?:${months})|(?:${months}) \\d{1,2}|${editing.datings.join('|')})${LATIN_END}`,
    ),
  }
})
