import {toString as wordsOf} from 'mdast-util-to-string'
import type {Heading, Link, PhrasingContent} from 'mdast'
import type {OnlyNode, UnfilledBlock} from '../briefing/index.js'
import type {Place} from '../diagnostic.js'
import type {Prose} from '../shapes/index.js'
import {holds} from './conditions.js'
import {type Filling, cellOf, wordsFor} from './filling.js'
import {columnOf} from './row-links.js'

/** What filling a tree needs beside the row: where a node stands in the file. */
export interface TreeFilling extends Filling {
  placeOf(node: {position?: Link['position']}): Place
}

/**
 * A body, or a part of one, for a row: passages under `[!ONLY]` go or stay, links to columns become their values, blocks that
 * ask for columns are read. What changes is copied; all else stays the same object.
 */
export function fillTree<T>(tree: T, filling: TreeFilling): T {
  return filled(tree, filling) as T // nodes are replaced by nodes that may stand in their place
}

function filled(value: unknown, filling: TreeFilling): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return filledList(value, filling)
  let changed = false
  const entries = Object.entries(value).map(([key, child]) => {
    const now = NOT_CONTENT.has(key) ? child : filled(child, filling)
    changed ||= now !== child
    return [key, now] as const
  })
  if (!changed) return value
  const copy = Object.fromEntries(entries)
  if (isHeading(value)) return {...copy, data: {...value.data, sample: wordsOf(value)}}
  return isProse(value) ? {...copy, text: wordsOf(copy.children)} : copy
}

const NOT_CONTENT = new Set(['position', 'place', 'data', 'conditions'])

function filledList(list: readonly unknown[], filling: TreeFilling): unknown {
  const items = list.flatMap((item): unknown[] => {
    if (!isTagged(item)) return [filled(item, filling)]
    if (isOnly(item)) return holds(item.conditions, filling.row.values) ? [filledList(item.children, filling)].flat() : []
    if (isRowLink(item)) return [filledLink(item, filling)]
    if (isUnfilled(item)) return [item.withRow(filling) ?? []].flat()
    const now = filled(item, filling)
    // What held nothing but what is left out goes with it: no bullet without words, no box without a text.
    return now !== item && isEmptied(now) ? [] : [now]
  })
  return items.length === list.length && items.every((item, index) => item === list[index]) ? list : items
}

/** The row's value in the place of the sample, in the sample's own emphasis. */
function filledLink(link: Link, filling: TreeFilling): PhrasingContent {
  const value = cellOf([columnOf(link.url) ?? ''], filling.placeOf(link), filling)
  const sample = wordsOf(link)
  const text = value === undefined ? sample : wordsFor(value, sample, filling.language)
  const position = link.position ? {position: link.position} : {}
  const dressed = (children: readonly PhrasingContent[]): PhrasingContent => {
    const [only, more] = children
    if (only && !more && (only.type === 'emphasis' || only.type === 'strong' || only.type === 'delete')) return {...only, children: [dressed(only.children)]}
    return only?.type === 'inlineCode' && !more ? {type: 'inlineCode', value: text, ...position} : {type: 'text', value: text, ...position}
  }
  return dressed(link.children)
}

interface Tagged {
  type: string
}
const isTagged = (value: unknown): value is Tagged => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
const isOnly = (value: Tagged): value is OnlyNode => value.type === 'only' && 'conditions' in value
const isRowLink = (value: Tagged): value is Link => value.type === 'link' && 'url' in value && typeof value.url === 'string' && columnOf(value.url) !== undefined
const isUnfilled = (value: Tagged): value is UnfilledBlock => value.type === 'block' && 'withRow' in value
const isHeading = (value: object): value is Heading => 'type' in value && value.type === 'heading'
const isProse = (value: object): value is Prose => 'type' in value && value.type === 'prose'

/** Nothing stands any more in what held something, be it a node or what a tagged quotation holds. */
function isEmptied(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if ('children' in value && Array.isArray(value.children)) return value.children.length === 0
  if (!('type' in value) || value.type !== 'block' || !('value' in value) || typeof value.value !== 'object' || value.value === null) return false
  const flows = Object.values(value.value).filter((part) => isTagged(part) && part.type === 'flow')
  return flows.length > 0 && flows.every(isEmptied)
}

/** Whether anything of a tree asks for a column. */
export function asksOfRow(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (isTagged(value) && isRowLink(value)) return true
  return Object.entries(value).some(([key, child]) => !NOT_CONTENT.has(key) && asksOfRow(child))
}
