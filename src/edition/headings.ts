import GithubSlugger from 'github-slugger'
import type {Heading} from 'mdast'
import {toString as typedWords} from 'mdast-util-to-string'
import type {Piece} from '../content.js'
import type {Edition} from './edition.js'
import {type Diagnostic, error} from '../diagnostic.js'
import type {IdField} from '../shapes/fields.js'
import {wordsOf} from '../content.js'
import {meetAll, type Tagged} from './walk.js'

/**
 * The address of every heading, as code hosts make it. Passages that will be left out count too, so that an address is the
 * same for every audience.
 */
export function addressesOf(body: unknown): Map<Heading, string> {
  const slugger = new GithubSlugger()
  const addresses = new Map<Heading, string>()
  meetAll(body, (found) => {
    if (isHeading(found)) addresses.set(found, slugger.slug(typedWords(found, {includeImageAlt: false})) || slugger.slug('section'))
  })
  return addresses
}

/** Headings of a template by their addresses as typed: on a code host a link leads to the sample. */
export function sampleAddresses(headings: ReadonlyMap<Heading, string>): Map<string, string> {
  const slugger = new GithubSlugger()
  const printed = new Set(headings.values())
  return new Map(
    [...headings].flatMap(([{data}, address]) => {
      const typed = data?.sample === undefined ? undefined : slugger.slug(data.sample)
      return typed === undefined || printed.has(typed) ? [] : [[typed, address] as const]
    }),
  )
}

/**
 * What a link may lead to within the paper as it prints: headings and what an author gave an id, such as an ask, with the
 * words that stand for each. Two of one name would make the link lead to either.
 */
export function printedAddresses(body: unknown, headings: ReadonlyMap<Heading, string>): {addresses: Map<string, string>; diagnostics: Diagnostic[]} {
  const addresses = new Map<string, string>()
  const ids: IdField[] = []
  meetAll(body, (found) => {
    const address = isHeading(found) ? headings.get(found) : undefined
    if (isHeading(found) && address !== undefined) addresses.set(address, typedWords(found))
    if (isId(found)) ids.push(found)
  })
  const diagnostics = ids.flatMap(({text, place}) => {
    const taken = addresses.has(text)
    addresses.set(text, addresses.get(text) ?? text)
    return taken ? [error('edition/doubled-id', place, `\`${text}\` is the address of a heading or of another id as well`, 'Give it another id')] : []
  })
  return {addresses, diagnostics}
}

/** What a contents list names: the headings of the second and third level that divide the paper itself. */
export function contentsOf(pieces: readonly Piece[]): Edition['contents'] {
  return pieces.flatMap((piece) =>
    piece.type === 'heading' && (piece.depth === 2 || piece.depth === 3)
      ? [{id: piece.id, depth: piece.depth, words: wordsOf(piece.children)}]
      : [],
  )
}

export const isHeading = (found: Tagged): found is Heading => found.type === 'heading' && 'depth' in found
const isId = (found: Tagged): found is IdField => found.type === 'id' && 'text' in found && 'place' in found
