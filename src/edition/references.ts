import path from 'node:path/posix'
import type {Link, LinkReference} from 'mdast'
import {type Inline, START} from '../content.js'
import {error, type Place, warning} from '../diagnostic.js'
import {closest} from '../shapes/index.js'
import {type Composing, placeOf, placeOfWords} from './composing.js'

/** Another paper that a link leads to. */
export interface OtherPaper {
  path: string
  /** Where it is from, when there is no file at its path: a template, and the key of a row after `#`. */
  from?: string
  /** Empty where `unread`. */
  title: string
  /** Its front matter has an error: nothing is known of it but its path. */
  unread?: true
  symbol?: string
  /** Addresses of its headings. */
  ids: readonly string[]
  /** Where it stands in the same document: the key of its edition there. */
  key?: string
  /** Of its text: a paper that leads here says so among what it is made from. */
  sha256?: string
}

interface Target {
  /** `doc:` asks for the page, and must lead somewhere. */
  doc: boolean
  /** Name or path of another paper; none is this one. */
  name?: string
  slug?: string
}

/** A link to a heading or to another paper. */
export const isReference = (url: string): boolean => targetOf(url) !== undefined

function targetOf(url: string): Target | undefined {
  const doc = /^doc:/i.test(url)
  const [, name = '', slug = ''] = /^([^#]*)(?:#(.*))?$/s.exec(url.replace(/^doc:/i, '')) ?? []
  if (!doc && !(name === '' ? slug !== '' : /^[^:?]+\.md$/i.test(name))) return undefined
  return {doc, ...(name === '' ? {} : {name: decoded(name)}), ...(slug === '' ? {} : {slug: decoded(slug)})}
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The words of a link, and what is needed to find on paper where it leads. */
export function composeReference(url: string, words: Inline[], node: Link | LinkReference, composing: Composing): Inline[] {
  const place = placeOf(composing.source, node)
  const at = placeOfWords(composing.source, node, url)
  const target = targetOf(url)
  const {name, slug: typed} = target ?? {}
  const other = name === undefined ? undefined : composing.papers(name)
  if (!target || (name === undefined && typed === undefined)) {
    composing.report(error('edition/unknown-paper', at, `\`${url}\` names no paper and no heading`, 'Write `doc:name` or `doc:#heading`'))
    return words
  }
  if (name !== undefined && !other) return unknownPaper(name, target, words, at, composing)
  if (other?.unread) {
    composing.report(unreadPaper(other, at))
    return words
  }
  const own = other === undefined || other.path === composing.source.path
  const slug = own && typed !== undefined ? (composing.samples.get(typed) ?? typed) : typed
  if (slug !== undefined) {
    const ids = own ? [...composing.addresses.keys()] : other.ids
    if (!ids.includes(slug)) return unknownHeading(slug, target, ids, words, at, composing)
  }
  if (other?.key !== undefined && !own) return [{type: 'reference', id: slug ?? START, paper: other.key, page: target.doc, children: orElse(words, other.title, place), place}]
  if (other !== undefined && !own) return [...orElse(words, other.title, place), ...symbolAfter(words, other, place)]
  if (slug === undefined) return orElse(words, other?.title ?? '', place)
  const children = orElse(words, composing.addresses.get(slug) ?? slug, place)
  return [{type: 'reference', id: slug, page: target.doc, children, place}]
}

const orElse = (words: Inline[], instead: string, place: Place): Inline[] =>
  words.length > 0 ? words : [{type: 'text', value: instead, place}]

/** Another paper is not in this document: its symbol finds it. */
function symbolAfter(words: Inline[], {symbol}: OtherPaper, place: Place): Inline[] {
  const told = symbol === undefined || words.some((word) => word.type === 'text' && word.value.includes(symbol))
  return told ? [] : [{type: 'text', value: `\u00A0(${symbol})`, place}]
}

/** Its own error is told when it is read itself, which may be another day. */
export const unreadPaper = ({path: file}: OtherPaper, at: Place) =>
  error('edition/unread-paper', at, `The front matter of \`${file}\` has an error: its title is not known here`, `Correct what \`demarche check ${file}\` tells`)

function unknownPaper(name: string, {doc}: Target, words: Inline[], at: Place, {paperPaths, report}: Composing): Inline[] {
  const stem = (file: string) => path.basename(file).replace(/\.md$/i, '')
  const near = closest(stem(name), paperPaths.map(stem))
  const message = `There is no briefing \`${name}\``
  if (doc || near) {
    const hint = near ? `Did you mean \`${doc ? `doc:${near}` : `${near}.md`}\`?` : 'Write the name of its file without `.md`, such as `doc:poland`'
    report(error('edition/unknown-paper', at, message, hint))
  } else {
    report(warning('edition/dead-link', at, `${message}: the words print without a link`, 'Write the path of a briefing, as seen from this one'))
  }
  return words
}

/** `doc:` promises that the build finds it, a plain `#address` does not; near a heading's address it was meant as one. */
function unknownHeading(slug: string, {doc, name}: Target, ids: readonly string[], words: Inline[], at: Place, composing: Composing): Inline[] {
  const near = closest(slug, ids)
  const where = name === undefined ? 'in this paper' : `in \`${name}\``
  const hint = near ? `Did you mean \`#${near}\`?` : 'The address is the heading in small letters, with hyphens for spaces'
  const message = `No heading ${where} has the address \`#${slug}\``
  composing.report(
    doc || near
      ? error('edition/unknown-heading', at, message, hint)
      : warning('edition/dead-link', at, `${message}: the words print without a link`, hint),
  )
  return words
}
