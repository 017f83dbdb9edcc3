import type {Image, ImageReference, Link, LinkReference, PhrasingContent} from 'mdast'
import type {Inline} from '../content.js'
import {warning} from '../diagnostic.js'
import {composeFactLink, isFactLink} from './compose-fact.js'
import {type Composing, placeOf, placeOfWords} from './composing.js'
import {setFinely} from './fine-typography.js'
import {callFootnote} from './notes.js'
import {placeCalls} from './place-calls.js'
import {composeSourceLink, isSourceLink} from './quoted.js'
import {composeReference, isReference} from './references.js'

/** The words of a paragraph, a heading, a cell or a field, as they will be set. */
export function composeInline(nodes: readonly PhrasingContent[], composing: Composing): Inline[] {
  return setFinely(placeCalls(composeAll(nodes, composing), composing.factCalls, composing.language), composing.language)
}

const composeAll = (nodes: readonly PhrasingContent[], composing: Composing): Inline[] =>
  nodes.flatMap((node) => compose(node, composing))

function compose(node: PhrasingContent, composing: Composing): Inline[] {
  const place = placeOf(composing.source, node)
  switch (node.type) {
    case 'text':
      return [{type: 'text', value: inOneLine(node.value), place}]
    case 'emphasis':
    case 'strong':
    case 'delete':
      return [{type: node.type, children: composeAll(node.children, composing), place}]
    case 'inlineCode':
      return [{type: 'code', value: inOneLine(node.value), place}]
    case 'break':
      return [{type: 'break', place}]
    case 'link':
      return composeLink(node, node.url, composing)
    case 'linkReference': {
      const url = composing.definitions.get(node.identifier)?.url
      return url === undefined ? composeAll(node.children, composing) : composeLink(node, url, composing)
    }
    case 'image':
      return composeImage(node, node.url, composing)
    case 'imageReference':
      return composeImage(node, composing.definitions.get(node.identifier)?.url, composing)
    case 'footnoteReference': {
      const number = callFootnote(node, composing)
      return number === undefined ? [] : [{type: 'note', number, place}]
    }
    default:
      throw new Error(`The briefing's reader left a node of type ${node.type} among words`)
  }
}

/** Line ends and tabs of the file are spaces on paper, several of them one; letters are composed as fonts have them. */
const inOneLine = (text: string): string => text.normalize('NFC').replace(/[ \t\r\n\f]+/g, ' ')

function composeLink(node: Link | LinkReference, url: string, composing: Composing): Inline[] {
  const children = composeAll(node.children, composing)
  const place = placeOf(composing.source, node)
  const foreign = /^lang:(.+)$/i.exec(url)?.[1]
  if (foreign !== undefined) return [{type: 'foreign', language: foreign, children, place}]
  if (isFactLink(url)) return composeFactLink(url, children, node, composing)
  if (isSourceLink(url)) return composeSourceLink(url, children, node, composing)
  if (isReference(url)) return composeReference(url, children, node, composing)
  if (/^(?:https?|mailto|tel):/i.test(url)) {
    if (children.length > 0) return [{type: 'link', href: asAscii(url), children, place}]
    composing.report(warning('edition/link-without-words', place, 'This link has no words: nothing of it prints', 'Write its words between the brackets'))
    return []
  }
  const at = placeOfWords(composing.source, node, url)
  const what = url === '' ? 'This link leads nowhere' : `\`${url}\` is no briefing and no web address`
  const hint = 'Link to a web address, a heading such as `#status`, or a briefing such as `doc:poland`'
  composing.report(warning('edition/dead-link', at, `${what}: its words print without a link`, hint))
  return children
}

/** An address as PDF files hold it. */
function asAscii(url: string): string {
  if (/^[!-~]*$/.test(url)) return url
  if (URL.canParse(url)) return new URL(url).href
  return url.replace(/\p{Surrogate}/gu, '').replace(/[^!-~]/gu, encodeURIComponent)
}

function composeImage(node: Image | ImageReference, path: string | undefined, composing: Composing): Inline[] {
  const alt = inOneLine(node.alt ?? '')
  const place = placeOf(composing.source, node)
  const picture = path === undefined ? undefined : composing.pictures.get(path)
  return picture ? [{type: 'image', picture, alt, place}] : [{type: 'text', value: alt, place}]
}
