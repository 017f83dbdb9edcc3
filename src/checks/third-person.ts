import {type Diagnostic, warning} from '../diagnostic.js'
import {kindNamed} from '../kinds/index.js'
import type {Language} from '../language/index.js'
import {matchesOf} from '../matches.js'
import type {Reading} from './passages.js'
import {placeIn} from './place-in.js'
import {anyOf, madeOnce, WORD_END, WORD_START} from './word-pattern.js'

/** A paper in the third person that speaks of its sender as of "we"; quotations are others' words. */
export function checkThirdPerson({passages, language, source}: Reading, kind: string): Diagnostic[] {
  if (!kindNamed(kind)?.thirdPerson) return []
  const pattern = patternOf(language)
  return passages.flatMap((passage) =>
    matchesOf(passage.own, pattern).map(({0: word, index}) => {
      const message = `\`${word}\` speaks for who writes, and ${/^[aeiou]/.test(kind) ? 'an' : 'a'} \`${kind}\` is in the third person`
      return warning(`${kind}/first-person`, placeIn(passage, index, index + word.length, source), message, 'Name who does it, such as `the Ministry`, or `it`')
    }),
  )
}

/** Small letters and a capital at most: `US` is a State. */
const patternOf = madeOnce(({editing}: Language) => {
  const words = editing.firstPerson.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)])
  return new RegExp(`${WORD_START}(?:${anyOf(words)})${WORD_END}`, 'gu')
})
