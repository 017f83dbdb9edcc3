import type {Language} from '../language/index.js'
import type {Passage} from './passages.js'
import {madeOnce} from './word-pattern.js'

/** The sentence of a passage that a position lies in: from its first letter up to, and not with, the space after it. */
export function sentenceAt(passage: Pick<Passage, 'text'>, at: number, language: Language): {start: number; end: number} {
  const sentences = sentencesOf(language)(passage)
  let low = 0
  for (let high = sentences.length - 1; low < high; ) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? 0) > at) high = middle
    else low = middle + 1
  }
  return sentences[low] ?? {start: 0, end: passage.text.length}
}

const sentencesOf = madeOnce(({editing}: Language) =>
  madeOnce(({text}: Pick<Passage, 'text'>) => {
    const sentences: {start: number; end: number}[] = []
    let start = 0
    for (const stop of text.matchAll(STOP)) {
      if (isAbbreviation(text, stop.index, editing.abbreviations)) continue
      sentences.push({start, end: stop.index + stop[0].trimEnd().length})
      start = stop.index + stop[0].length
    }
    return [...sentences, {start, end: text.length}]
  }),
)

/** A full stop or its like, before what may begin a sentence. */
const STOP = /[.!?…]["”’»)\]]*\s+(?=["“«([\p{Lu}\d\uFFFC])/gu

/** "Art. 5", "H. E.": a full stop that ends no sentence. */
function isAbbreviation(text: string, stop: number, abbreviations: readonly string[]): boolean {
  const word = /\S*$/.exec(text.slice(Math.max(0, stop - 20), stop + 1))?.[0] ?? ''
  return /^[("“«]*\p{Lu}\.$/u.test(word) || abbreviations.includes(word.replace(/^[("“«]+/, '').toLowerCase())
}
