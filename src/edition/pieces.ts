import type {List, RootContent} from 'mdast'
import {blockNamed} from '../blocks/index.js'
import type {Piece} from '../content.js'
import {type Composing, placeOf} from './composing.js'
import {composeInline} from './inline.js'
import {composeValue} from './values.js'

/** What stands in a body, a quotation, a list item or a note, as it will be drawn. */
export function composePieces(nodes: readonly RootContent[], composing: Composing): Piece[] {
  return nodes.flatMap((node) => composePiece(node, composing) ?? [])
}

function composePiece(node: RootContent, composing: Composing): Piece | undefined {
  const place = placeOf(composing.source, node)
  switch (node.type) {
    case 'heading':
      return {type: 'heading', depth: node.depth, id: composing.headings.get(node) ?? '', children: composeInline(node.children, composing), place}
    case 'paragraph': {
      const children = composeInline(node.children, composing)
      return children.length > 0 ? {type: 'paragraph', children, place} : undefined
    }
    case 'list':
      return composeList(node, composing)
    case 'blockquote': {
      const children = composePieces(node.children, composing)
      return children.length > 0 ? {type: 'quote', children, place} : undefined
    }
    case 'code':
      return {type: 'code', value: node.value.normalize('NFC'), ...(node.lang ? {language: node.lang} : {}), place}
    case 'thematicBreak':
      return {type: 'rule', place}
    case 'block': {
      const spec = blockNamed(node.name)
      const drawn = spec?.form === 'table' && spec.drawn === true
      const value = composeValue(node.value, drawn ? {...composing, gridCalls: new Set()} : composing)
      if (spec?.form === 'record' && spec.shownBy?.(composing.layout) === false) return undefined
      const id = idOf(node.value) ?? (spec?.form === 'table' && !drawn ? tableId(composing) : undefined)
      return {type: 'block', name: node.name, ...(id === undefined ? {} : {id}), value, place}
    }
    case 'definition':
    case 'footnoteDefinition':
      return undefined
    default:
      throw new Error(`The briefing's reader left a node of type ${node.type} where a piece of the paper was expected`)
  }
}

function composeList(node: List, composing: Composing): Piece {
  const items = node.children.map((item) => ({
    ...(typeof item.checked === 'boolean' ? {checked: item.checked} : {}),
    children: composePieces(item.children, composing),
    place: placeOf(composing.source, item),
  }))
  const loose = node.spread === true || node.children.some(({spread}) => spread === true)
  return {type: 'list', ordered: node.ordered === true, start: node.start ?? 1, loose, items, place: placeOf(composing.source, node)}
}

/**
 * A table over several pages leads back to its head. Its name counts the tables of the paper, and not its place in the file: what prints
 * without its internal passages is the same paper. No slug has a full stop in it.
 */
function tableId({ordinals}: Composing): string {
  const number = (ordinals.get('table') ?? 0) + 1
  ordinals.set('table', number)
  return `table.${number}`
}

/** The name an author gave to a block as a whole. */
function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined
  const {id} = value
  return typeof id === 'object' && id !== null && 'text' in id && typeof id.text === 'string' ? id.text : undefined
}
