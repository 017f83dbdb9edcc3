/**
 * Strips of a part: rows of a table, points of a list, and all else that stands in a column and is as high as what it
 * holds. One that was drawn the same before, for this part or another paper's, is not laid out again: an empty box of its
 * height keeps its place meanwhile. Where that does not come out as wide as the strip is, it is laid out after all.
 */
import type {DrawnNode, DrawnText} from '../drawing/index.js'
import {openRecent, type Recent} from '../recent.js'
import type {LaidNode} from './laid-out.js'

/** What a layout taught of a text, by its place. */
export interface Lesson {
  offset: number
  /** A line ends within a word, where the style changes. */
  isDivided: boolean
  /** Room that it needs at its ragged side, in points. */
  room: number
}

export interface Strip {
  /** Its texts are mended. */
  box: LaidNode
  lessons: readonly Lesson[]
}

export type StripMemo = Recent<Strip>

/** Boxes and lines of text that are remembered, at the least. */
const MOST = 1500

export const openStripMemo = (): StripMemo => openRecent<Strip>(MOST)

/** Strips of one layout by the number of their element: under which key each is remembered, and what is. */
export type Asked = Map<number, {key: string; strip: Strip | undefined}>

/** What texts inherit from the boxes they stand in. */
const INHERITED = ['color', 'fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'fontFeatureSettings', 'letterSpacing', 'opacity', 'textDecoration', 'textTransform', 'lineHeight', 'textAlign', 'visibility', 'wordSpacing']

/** Elements of which no strip is made: what a picture is made of would be as long as its bytes. */
const PICTURES = new Set(['IMAGE', 'CANVAS'])

/** And none that stands in a part by itself: what a drawing is made of would be all its paths. */
const DRAWINGS = new Set([...PICTURES, 'SVG'])

/** Elements in which no strip stands. */
const LEAVES = new Set([...DRAWINGS, 'TEXT'])

/** Of the strips of a part, before its elements are numbered: all that they are drawn from, as far as it differs within `scope`. `rags` are those that its texts were given. */
export function keysOf(part: DrawnNode, scope: string, rags: Readonly<Record<number, number>>): Map<DrawnNode, string> {
  const keys = new Map<DrawnNode, string>()
  const visit = (node: DrawnNode, above: string) => {
    const own = inheritedFrom(node)
    const inherited = own === '' ? above : `${above}${own}`
    for (const child of node.children) {
      if (isWords(child) || LEAVES.has(child.type)) continue
      // What stands in a part by itself is a strip, too.
      const isStrip = child.props.strip === true ? !holds(child, PICTURES) : node === part && !holds(child, DRAWINGS)
      if (isStrip) keys.set(child, `${inherited}\n${JSON.stringify(child)}${given(child, rags)}`)
      visit(child, inherited)
    }
  }
  visit(part, `${scope}\n`)
  return keys
}

/** Puts empty boxes in the place of strips that are known, where elements have their numbers. */
export function leaveOut(part: DrawnNode, keys: ReadonlyMap<DrawnNode, string>, memo: StripMemo): Asked {
  const asked: Asked = new Map()
  const visit = (node: DrawnNode) => {
    node.children = node.children.map((child) => {
      if (isWords(child) || LEAVES.has(child.type)) return child
      const content = keys.get(child)
      const order = Number(child.props.order)
      const key = `${order} ${content}`
      const strip = content === undefined ? undefined : memo.get(key)
      if (content !== undefined) asked.set(order, {key, strip})
      if (strip) return {type: 'VIEW', box: {}, props: {order}, style: {...child.style, height: strip.box.box?.height}, children: []}
      visit(child)
      return child
    })
  }
  visit(part)
  return asked
}

/** A strip in the place that was kept for it; nothing where it does not fit there. */
export function stripIn(place: LaidNode, {box: whole}: Strip): LaidNode | undefined {
  const {top = 0, left = 0, width = 0, height = 0} = place.box ?? {}
  if (whole.box?.width !== width || whole.box.height !== height) return undefined
  return {...whole, whole, box: {...whole.box, top, left}}
}

/** How much of the memo a node takes: itself, its lines, and all that it holds. */
export const sizeOf = (node: LaidNode): number =>
  1 + (node.lines?.length ?? 0) + (Array.isArray(node.children) && node.type !== 'TEXT' ? node.children.reduce((sum, child) => sum + sizeOf(child), 0) : 0)

const isWords = (node: DrawnNode | DrawnText): node is DrawnText => 'value' in node

const holds = ({children}: DrawnNode, types: ReadonlySet<string>): boolean => children.some((child) => !isWords(child) && (types.has(child.type) || holds(child, types)))

function inheritedFrom({style}: DrawnNode): string {
  let found = ''
  for (const name of INHERITED) if (style[name] !== undefined) found += `${name} ${JSON.stringify(style[name])} `
  return found
}

/** What a node's texts were given of what is learnt. */
function given(node: DrawnNode, rags: Readonly<Record<number, number>>): string {
  if (Object.keys(rags).length === 0) return ''
  const offset = (node.props.place as {start?: {offset: number}} | undefined)?.start?.offset // as it was drawn
  const own = offset === undefined ? undefined : rags[offset]
  return node.children.reduce((found, child) => (isWords(child) ? found : found + given(child, rags)), own === undefined ? '' : ` ${own}`)
}
