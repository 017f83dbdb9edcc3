import type {Briefing} from '../briefing/index.js'
import {type Diagnostic, error} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import {type Found, openPdf, textsIn} from '../verify/index.js'
import {type Dropped, droppedTexts} from './dropped.js'
import {lettersOf, wordsIn} from './letters.js'
import {publishedWords} from './published.js'

/** So many words of a sentence, one after the other, are part of nothing else. */
const RUN = 6

/** A paper, and what its author wrote. */
export interface Leaving {
  briefing: Briefing
  edition: Edition
}

/**
 * Reads a finished file again, by code that did not print it, and tells each sentence that was left out of its papers and stands
 * in it after all: whole, by a run of six words that the public text does not have, or by a name or figure that stands nowhere
 * else. Where nothing was left out, nothing is read.
 */
export function findLeaks(papers: readonly Leaving[], {pdf, name}: {pdf?: Uint8Array; name?: string}): Diagnostic[] {
  const dropped = papers.flatMap(({briefing, edition}) => (edition.leftOut.length > 0 ? droppedTexts(briefing, edition.meta.audience) : []))
  if (dropped.length === 0) return []
  const texts = [...(pdf ? textsOf(pdf) : []), ...(name === undefined ? [] : [{where: 'in the name of its file', sort: 'said' as const, text: name}])]
  const published = papers.map(({edition}) => publishedWords(edition))
  const search = searchIn(texts, {text: published.map(({text}) => text).join('\n'), all: published.map(({all}) => all).join('\n')})
  const audience = papers[0]?.edition.meta.audience
  return dropped.flatMap((sentence) => {
    const leak = search(sentence)
    return leak ? [leakOf(sentence, leak, audience === 'internal' ? 'our own people' : 'external readers')] : []
  })
}

function textsOf(bytes: Uint8Array): Found[] {
  const pdf = openPdf(bytes)
  if (typeof pdf === 'string') throw new Error(`A paper of ours cannot be read: ${pdf}`)
  return textsIn(pdf)
}

/** What of a sentence stands where. */
interface Leak {
  how: 'whole' | 'part' | 'word'
  words: string
  wheres: string[]
}

function searchIn(texts: readonly Found[], published: {text: string; all: string}): (sentence: Dropped) => Leak | undefined {
  const places = placesOf(texts)
  const [readers, all] = [lettersOf(published.text), lettersOf(published.all)]
  const known = new Set(wordsIn(published.all).map((word) => word.toLowerCase()))
  const holding = (letters: string) => places.flatMap((place) => (place.letters.includes(letters) ? [place.where] : []))
  const naming = (word: string) => places.flatMap((place) => (place.words.has(word) ? [place.where] : []))

  return ({words: sentence}) => {
    const words = wordsIn(sentence)
    const letters = lettersOf(sentence)
    // A short sentence may well be said to all; a long one is told even then: one of the two is a mistake.
    if ((words.length >= RUN && isDistinctive(words)) || (letters.length >= 12 && !(isDistinctive(words) ? readers : all).includes(letters))) {
      const wheres = holding(letters)
      if (wheres.length > 0) return {how: 'whole', words: sentence, wheres}
    }
    for (let first = 0; first + RUN <= words.length; first++) {
      const run = words.slice(first, first + RUN)
      const lettersOfRun = lettersOf(run.join(''))
      if (!isDistinctive(run) || readers.includes(lettersOfRun)) continue
      const wheres = holding(lettersOfRun)
      if (wheres.length > 0) return {how: 'part', words: run.join(' '), wheres}
    }
    for (const word of words.slice(1)) {
      if (!isName(word) || known.has(word.toLowerCase())) continue
      const wheres = naming(word.toLowerCase())
      if (wheres.length > 0) return {how: 'word', words: word, wheres}
    }
    return undefined
  }
}

/** Texts of one place together: a sentence may be cut into several. */
function placesOf(texts: readonly Found[]): {where: string; letters: string; words: ReadonlySet<string>}[] {
  const known = new Map<string, Found[]>()
  for (const found of texts) known.set(found.where, [...(known.get(found.where) ?? []), found])
  return [...known].map(([where, found]) => ({
    where,
    letters: found.map(({text}) => lettersOf(text)).join('|'),
    // Data that is handed out has names and figures of its own, and a page the sums it was drawn with.
    words: new Set(found.flatMap(({sort, text}) => (sort === 'carried' ? [] : wordsIn(text).filter((word) => sort === 'said' || /\p{L}/u.test(word)).map((word) => word.toLowerCase())))),
  }))
}

/** A run that is more than a name: two of its words are ordinary ones. */
const isDistinctive = (words: readonly string[]): boolean => words.filter((word) => /^\p{Ll}{4,}$/u.test(word)).length >= 2

/** A name within a sentence, or a figure that is neither round nor a year. */
const isName = (word: string): boolean => /^\p{Lu}\p{L}{4,}$/u.test(word) || (/^\d{4,}$/.test(word) && word.replace(/0+$/, '').length >= 4 && !/^(?:19|20)\d\d$/.test(word))

function leakOf({words, place}: Dropped, leak: Leak, whom: string): Diagnostic {
  const what = {whole: 'A sentence', part: 'Part of a sentence', word: 'A name or figure of a sentence'}[leak.how]
  const shown = leak.how === 'whole' ? ends(words) : leak.words
  const message = `${what} that is left out for ${whom} stands ${listed(leak.wheres)}: "${shown}"`
  return error('release/leak', place, message, leak.how === 'word' ? 'Take it out there, or say it to all' : 'Take it out there, or out of the passage, or say it in other words')
}

/** "Poland will not ... this year". */
function ends(text: string): string {
  const words = text.split(/\s+/)
  return words.length <= 8 ? words.join(' ') : `${words.slice(0, 3).join(' ')} ... ${words.slice(-3).join(' ')}`
}

const listed = (wheres: readonly string[]): string => (wheres.length > 3 ? `${wheres.slice(0, 3).join(', ')} and elsewhere` : wheres.join(' and '))
