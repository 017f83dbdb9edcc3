import type {BlockContent, DefinitionContent, Paragraph, PhrasingContent} from 'mdast'
import {toString as wordsOf} from 'mdast-util-to-string'
import {type Diagnostic, error, type Place} from '../../diagnostic.js'
import {type FlowField, type OrdinalField, ordinal, type Prose} from '../../shapes/fields.js'
import {defineQuote} from '../block.js'

type Content = BlockContent | DefinitionContent
type PlaceOf = (node: {position?: unknown}) => Place

/** One ask of a quotation: what stands below its first paragraph is `more`. */
export interface Ask {
  number: OrdinalField
  to?: Prose
  ask: Prose
  more?: FlowField
}

/** Asks in prose: numbered with those of `recommendations`. */
export const ask = defineQuote({
  name: 'ask',
  summary: 'What is asked, in prose: each item of a numbered list, else each paragraph, is an ask.',
  parts: ['ask'],
  where: 'full',
  read(quote, placeOf) {
    const listed = quote.children.some(isNumbered)
    const asks: Ask[] = []
    const before: Content[] = []
    const diagnostics: Diagnostic[] = []
    for (const child of quote.children) {
      if (isNumbered(child)) {
        for (const item of child.children) {
          const [first, ...rest] = item.children
          if (first?.type === 'paragraph') asks.push(askOf(first, rest, placeOf))
          else {
            const message = 'An ask begins with a sentence, and this one has none'
            diagnostics.push(error('ask/no-words', placeOf(item), message, 'Write what is asked after the number'))
          }
        }
      } else if (child.type === 'paragraph' && !listed) {
        asks.push(askOf(child, [], placeOf))
      } else {
        addBelow(asks.at(-1), before, child, placeOf)
      }
    }
    if (asks.length === 0 && diagnostics.length === 0) {
      diagnostics.push(error('ask/no-words', quote.place, 'Nothing is asked here: expected a numbered list or a paragraph', 'Write what is asked after `> `'))
    }
    const lead: {before?: FlowField} = before.length > 0 ? {before: {type: 'flow', children: before, place: quote.place}} : {}
    return {value: {...lead, asks}, diagnostics}
  },
})

const isNumbered = (child: Content): child is Extract<Content, {type: 'list'}> => child.type === 'list' && child.ordered === true

/** What is no ask of its own goes below the ask above it, or before the first. */
function addBelow(last: Ask | undefined, before: Content[], child: Content, placeOf: PlaceOf): void {
  if (!last) before.push(child)
  else if (last.more) last.more.children.push(child)
  else last.more = {type: 'flow', children: [child], place: placeOf(child)}
}

/** A leading bold run that ends in a colon is the addressee; the colon may stand after it. */
function askOf(paragraph: Paragraph, rest: Content[], placeOf: PlaceOf): Ask {
  const [first, second, ...others] = paragraph.children
  const place = placeOf(paragraph)
  const more: {more?: FlowField} = rest[0] ? {more: {type: 'flow', children: rest, place: placeOf(rest[0])}} : {}
  const plain: Ask = {number: ordinal('ask'), ask: proseOf(paragraph.children, place), ...more}
  if (first?.type !== 'strong' || !second) return plain
  const inside = /:\s*$/.test(wordsOf(first))
  const outside = second.type === 'text' && /^\s*:/.test(second.value)
  if (!inside && !outside) return plain
  const asked = second.type === 'text' ? {...second, value: second.value.replace(/^\s*:?\s*/, '')} : second
  return {...plain, to: proseOf(withoutColon(first.children), placeOf(first)), ask: proseOf([asked, ...others], place)}
}

function withoutColon(children: PhrasingContent[]): PhrasingContent[] {
  const last = children.at(-1)
  return last?.type === 'text' ? [...children.slice(0, -1), {...last, value: last.value.replace(/\s*:\s*$/, '')}] : children
}

const proseOf = (children: PhrasingContent[], place: Place): Prose => ({type: 'prose', text: children.map((child) => wordsOf(child)).join(''), children, place})
