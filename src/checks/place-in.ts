import type {Place} from '../diagnostic.js'
import {placeAt, type Source} from '../source.js'
import type {Passage, Run} from './passages.js'
import {runAt} from './runs.js'
import {madeOnce} from './word-pattern.js'

/** Where words of a passage were written: exactly, where the way back from what prints can be found. */
export function placeIn({runs, place}: Passage, start: number, end: number, source: Source): Place {
  const first = runAt(runs, start)
  const last = runAt(runs, Math.max(start, end - 1))
  if (!first || !last) return place
  const from = offsetIn(first, start - first.start, end - first.start, source)
  const to = last === first ? from : offsetIn(last, 0, end - last.start, source)
  if (from && to) return placeAt(source, from.start, to.end)
  return last === first ? first.place : place
}

/** Offsets in the file of a part of a run. */
function offsetIn(run: Run, start: number, end: number, source: Source): {start: number; end: number} | undefined {
  const {value, place} = run
  if (!place.start || !place.end || place.path !== source.path) return undefined
  const from = place.start.offset
  for (const offsets of waysBack(source)(run)) {
    const [first, last] = [offsets[start], offsets[end - 1]]
    if (first !== undefined && last !== undefined) return {start: from + first, end: from + last + 1}
  }
  // The place of a folded or escaped value of YAML is all of it: a word that stands in it once is found.
  const typed = source.text.slice(from, place.end.offset)
  const word = value.slice(start, end)
  const at = typed.indexOf(word)
  return at >= 0 && typed.indexOf(word, at + 1) < 0 ? {start: from + at, end: from + at + word.length} : undefined
}

/** From the start of what was typed; and from behind what a run was parted from: a full stop, the colon of an addressee. */
const waysBack = madeOnce((source: Source) =>
  madeOnce(({value, place}: Run): number[][] => {
    const typed = source.text.slice(place.start?.offset, place.end?.offset)
    const skipped = /^[\s"'”’.,;:!?]*/.exec(typed)?.[0].length ?? 0
    return [align(value, typed, 0), ...(skipped > 0 ? [align(value, typed, skipped)] : [])]
  }),
)

/** For each character that prints, where it was typed, as far as that is sure: signs of Markdown and line ends are stepped over, marks may have been made finer. */
function align(printed: string, typed: string, from: number): number[] {
  const offsets: number[] = []
  let at = from
  for (let next = 0; next < printed.length; next++) {
    const sign = printed.charAt(next)
    if (SPACE.test(sign)) {
      const gap = GAP.exec(typed.slice(at, at + 200))?.[0].length ?? 0
      // A space before a French sign was typed by nobody.
      offsets.push(at)
      at += gap
      continue
    }
    if (typed.charAt(at) === '\\' && typed.charAt(at + 1) === sign) at += 1
    const seen = typed.charAt(at)
    const named = seen === '&' ? (sign === '&' ? AMPERSAND : ENTITY).exec(typed.slice(at, at + 40))?.[0].length : undefined
    const bare = sign.normalize('NFD')
    const composed = bare.length > 1 && seen === bare.charAt(0)
    if (named === undefined && seen !== sign && !composed && !(QUOTE.test(sign) && QUOTE.test(seen))) return offsets
    offsets.push(at)
    at += named ?? 1
    while (composed && /\p{M}/u.test(typed.charAt(at))) at += 1
  }
  return offsets
}

const SPACE = /\s/
const ENTITY = /^&[#\w]+;/
const AMPERSAND = /^&(?:amp|#38|#x26);/i
/** Space, and over a line's end the signs of a quotation and of indentation. */
const GAP = /^[ \t\u00a0\u202f]*(?:\\?(?:\r\n|\n|\r)[ \t>]*)?/
const QUOTE = /['"‘’“”„«»]/
