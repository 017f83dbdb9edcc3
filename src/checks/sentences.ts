import type {Language} from '../language/index.js'
import type {Passage} from './passages.js'

/** The sentence of a passage that a position lies in: from its first letter up to, and not with, the space after it. */
export function sentenceAt({text}: Pick<Passage, 'text'>, at: number, {editing}: Language): {start: number; end: number} {
  let start = 0
  for (const stop of text.matchAll(STOP)) {
    const end = stop.index + stop[0].trimEnd().length
    if (isAbbreviation(text, stop.index, editing.abbreviations)) continue
    if (end > at) return {start, end}
    start = stop.index + stop[0].length
  }
  return {start, end: text.length}
}

/** A full stop or its like, before what may begin a sentence. */
const STOP = /[.!?…]["”’»)\]]*\s+(?=["“«(\[\p{Lu}\d\uFFFC])/gu

/** "Art. 5", "H. E.": a full stop that ends no sentence. */
function isAbbreviation(text: string, stop: number, abbreviations: readonly string[]): boolean {
  const word = /\S*$/.exec(text.slice(Math.max(0, stop - 20), stop + 1))?.[0] ?? ''
  return /^[("“«]*\p{Lu}\.$/u.test(word) || abbreviations.includes(word.replace(/^[("“«]+/, '').toLowerCase())
}
