import {ACCENT, LETTERS} from '../language/index.js'

/** The source of a pattern that finds any of some words, longest first; straight apostrophes and plain spaces. */
export const anyOf = (words: readonly string[]): string =>
  [...words].sort((a, b) => b.length - a.length).map((word) => word.replace(/[’ʼ]/g, "'").replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')

/** The same in small letters, for a text in such letters. */
export const anyOfSmall = (words: readonly string[]): string => anyOf(words.map((word) => word.toLowerCase()))

/** A pattern made once for what it is made from: a language, a register. */
export function madeOnce<K extends object, V>(make: (from: K) => V): (from: K) => V {
  const made = new WeakMap<K, V>()
  return (from) => {
    const known = made.get(from)
    if (known !== undefined) return known
    const value = make(from)
    made.set(from, value)
    return value
  }
}

/** No letter or digit touches the word, in a text in Latin letters. */
export const LATIN_START = `(?<![${LETTERS}${ACCENT}\\d])`
export const LATIN_END = `(?![${LETTERS}${ACCENT}\\d])`

/** No letter or digit touches the word. */
export const WORD_START = '(?<![\\p{L}\\p{M}\\d])'
export const WORD_END = '(?![\\p{L}\\p{M}\\d])'
