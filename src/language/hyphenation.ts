import {createRequire} from 'node:module'
import {once} from '../once.js'
import {breakAddress, isAddress} from './break-address.js'
import {divideWords, type Patterns} from './divide-word.js'

const SHORTEST_WORD = 7
const SHORTEST_PART = 3

/** The languages whose patterns are at hand, as `hyphen/patterns` names them. */
export type PatternSet = 'en-gb' | 'fr'

/**
 * How the words of a language are divided. Only plain words of at least seven letters: no names, which begin with a capital,
 * no acronyms, no figures. A word with its own hyphens is divided there and nowhere else, an address at its own marks.
 */
export function hyphenationOf(set: PatternSet): (word: string) => string[] {
  // To read the patterns takes some milliseconds: only who prints pays, on the first long word.
  const divide = once(() => divideWords(patternsOf(set)))
  return (word) => {
    if (isAddress(word)) return breakAddress(word)
    const compound = word.split(/(?<=\p{L}-)(?=\p{L})/u)
    return compound.length > 1 ? compound : divideWord(word, (letters) => divide()(letters))
  }
}

/** A border: the package has no types. It exports `{patterns, exceptions}`. */
function patternsOf(set: PatternSet): Patterns {
  return createRequire(import.meta.url)(`hyphen/patterns/${set}.js`) as Patterns
}

/** A word arrives with the punctuation that clings to it; only its letters are divided. */
function divideWord(word: string, divide: (letters: string) => readonly string[]): string[] {
  if (/[\p{Lu}\p{Lt}\d]/u.test(word)) return [word]
  const breaks: number[] = []
  for (const {0: letters, index} of word.matchAll(/\p{Ll}+/gu)) {
    if (letters.length < SHORTEST_WORD) continue
    let at = 0
    for (const syllable of divide(letters)) {
      at += syllable.length
      if (at >= SHORTEST_PART && letters.length - at >= SHORTEST_PART) breaks.push(index + at)
    }
  }
  return [0, ...breaks].map((from, order) => word.slice(from, breaks[order]))
}
