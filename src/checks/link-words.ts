import type {Inline} from '../content.js'
import {type Diagnostic, warning} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import {languageOf} from '../language/index.js'
import {metIn} from './met-in.js'

/**
 * Who hears a paper read aloud goes from link to link without the words between: each must say by itself where it leads.
 * An address of a site alone is as good as a name; one with a path is read letter by letter.
 */
export function checkLinkWords({meta, body}: Edition): Diagnostic[] {
  const vague = languageOf(meta.language)?.vagueLinks ?? []
  return linksIn(body).flatMap((link) => {
    const words = wordsOf(link.children).replace(/[\s\u00a0]+/g, ' ').trim()
    if (vague.includes(words.toLowerCase().replace(/[.:…]+$/, ''))) {
      return [warning('checks/link-words', link.place, `The words \`${words}\` do not say where the link leads`, 'Put the link on words that name the page')]
    }
    if (isAddress(words)) {
      return [warning('checks/link-words', link.place, 'The words of the link are its address, which is read aloud letter by letter', 'Write `[what the page is](address)`')]
    }
    return []
  })
}

type LinkInline = Extract<Inline, {type: 'link'}>

/** An address with a path, typed as the words of a link. */
const isAddress = (words: string): boolean => /^(?:https?:\/\/|www\.)[^\s/]+\/[^\s]/i.test(words)

/** The links an author typed; those of sources are made by the program, and their words are the address that print needs. */
const linksIn = (body: Edition['body']): LinkInline[] =>
  metIn(body).flatMap(({node, cited}) => (node.type === 'link' && 'href' in node && !cited ? [node as LinkInline] : [])) // of what a body holds only links have an address

const wordsOf = (children: readonly Inline[]): string =>
  children.map((child) => ('children' in child ? wordsOf(child.children) : 'value' in child ? child.value : child.type === 'image' ? child.alt : '')).join('')
