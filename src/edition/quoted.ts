import type {Link, LinkReference} from 'mdast'
import type {Inline} from '../content.js'
import {error, warning} from '../diagnostic.js'
import {type Composing, placeOf, placeOfWords} from './composing.js'
import {callSource} from './notes.js'
import {wordsOf} from '../content.js'

export const isSourceLink = (url: string): boolean => /^src:/i.test(url)

/**
 * Words that a source is called for. In quotation marks they are a quotation: compared word for word with what is stored
 * under the source; spaces, dashes and marks count loosely, and `[...]` leaves words out.
 */
export function composeSourceLink(url: string, words: Inline[], node: Link | LinkReference, composing: Composing): Inline[] {
  const id = url.slice('src:'.length)
  const place = placeOf(composing.source, node)
  const number = composing.inNote ? undefined : callSource({id, place: placeOfWords(composing.source, node, url)}, composing)
  const said = wordsOf(words).trim()
  if (/^["“„«‘'].*["”“»’']$/su.test(said)) verifyQuotation(said.slice(1, -1), id, words, composing)
  if (number === undefined) return words
  if (composing.gridCalls) {
    composing.gridCalls.add(number)
    return words
  }
  const call: Inline = {type: 'note', number, place}
  composing.factCalls.add(call)
  return [...words, call]
}

function verifyQuotation(quoted: string, id: string, words: readonly Inline[], {register, report}: Composing): void {
  const source = register.sources.get(id)
  const [start, end] = [words[0]?.place.start, words.at(-1)?.place.end]
  const place = start && end ? {path: words[0]?.place.path ?? '', start, end} : {path: words[0]?.place.path ?? ''}
  if (!source || source.excerpts.length === 0) {
    const message = `No excerpt of \`${id}\` is stored: this quotation cannot be compared with it`
    report(warning('sources/no-excerpt', place, message, 'Add the passage to `excerpts` of the source in the register'))
    return
  }
  const parts = quoted.split(/\[(?:\.\.\.|…)\]/).map(loosely).filter((part) => part.trim() !== '')
  if (source.excerpts.some((excerpt) => standsIn(parts, loosely(excerpt)))) return
  const wrong = firstWrong(parts, source.excerpts.map(loosely))
  const message = `This is not what \`${id}\` says, as stored${wrong === undefined ? '' : `: the words go apart at \`${wrong}\``}`
  report({
    ...error('sources/quotation', place, message, 'Quote word for word, with `[...]` where you leave words out; or say it in your own words, without quotation marks'),
    related: [{message: 'The source stands in the register here', place: source.place}],
  })
}

/** Letters, digits and single spaces; words keep their capitals. */
const loosely = (text: string): string => ` ${text.normalize('NFC').replace(/[^\p{L}\p{M}\d%]+/gu, ' ').trim()} `

/** Each part in turn, in the order they are quoted. */
function standsIn(parts: readonly string[], excerpt: string): boolean {
  let from = 0
  return parts.every((part) => {
    const at = indexLoosely(excerpt, part, from)
    from = at + part.length - 1
    return at >= 0
  })
}

/** The first letter of a quotation may be made small or large. */
function indexLoosely(excerpt: string, part: string, from: number): number {
  const exact = excerpt.indexOf(part, from)
  if (exact >= 0 || part.length < 3) return exact
  const first = part.charAt(1)
  const turned = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()
  return excerpt.indexOf(` ${turned}${part.slice(2)}`, from)
}

/** The word at which a part leaves every excerpt. */
function firstWrong(parts: readonly string[], excerpts: readonly string[]): string | undefined {
  const part = parts.find((one) => !excerpts.some((excerpt) => indexLoosely(excerpt, one, 0) >= 0))
  const words = part?.trim().split(' ') ?? []
  const right = words.findLastIndex((_, at) => excerpts.some((excerpt) => indexLoosely(excerpt, ` ${words.slice(0, at + 1).join(' ')} `, 0) >= 0))
  return words[right + 1]
}
