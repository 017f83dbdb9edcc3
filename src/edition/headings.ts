import GithubSlugger from 'github-slugger'
import type {Heading} from 'mdast'
import {toString as wordsOf} from 'mdast-util-to-string'
import type {Piece} from '../content.js'
import type {Edition} from './edition.js'
import {plainWords} from './plain-words.js'
import {meetAll, type Tagged} from './walk.js'

/**
 * The address of every heading, as code hosts make it. Passages that will be left out count too, so that an address is the
 * same for every audience.
 */
export function addressesOf(body: unknown): Map<Heading, string> {
  const slugger = new GithubSlugger()
  const addresses = new Map<Heading, string>()
  meetAll(body, (found) => {
    if (isHeading(found)) addresses.set(found, slugger.slug(wordsOf(found, {includeImageAlt: false})) || slugger.slug('section'))
  })
  return addresses
}

/** The headings that print, by their address. */
export function printedAddresses(body: unknown, addresses: ReadonlyMap<Heading, string>): Map<string, string> {
  const printed = new Map<string, string>()
  meetAll(body, (found) => {
    const address = isHeading(found) ? addresses.get(found) : undefined
    if (isHeading(found) && address !== undefined) printed.set(address, wordsOf(found))
  })
  return printed
}

/** What a contents list names: the headings of the second and third level that divide the paper itself. */
export function contentsOf(pieces: readonly Piece[]): Edition['contents'] {
  return pieces.flatMap((piece) =>
    piece.type === 'heading' && (piece.depth === 2 || piece.depth === 3)
      ? [{id: piece.id, depth: piece.depth, words: plainWords(piece.children)}]
      : [],
  )
}

export const isHeading = (found: Tagged): found is Heading => found.type === 'heading' && 'depth' in found
