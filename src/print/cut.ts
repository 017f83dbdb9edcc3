/**
 * Cuts what is laid out where a page ends. A flow is one column; boxes in it go on over the page with what is left of
 * them, rows by one cut through all their columns, texts between lines.
 */
import type {LaidLine, LaidNode} from './laid-out.js'

/** A node in a column, `gap` points below the one above it. At the top of a page the gap falls away. */
export interface Item {
  node: LaidNode
  gap: number
}

/** What stands on a page, its tops counted from that of the column, and what is left. */
export interface Cut {
  placed: LaidNode[]
  rest: Item[]
}

export interface Room {
  /** In points. */
  height: number
  /** Nothing stands above it on the page: what does not fit here fits nowhere, and is placed all the same. */
  top: boolean
}

/** Rounding of the layout. */
const SLACK = 0.01

/**
 * Fills a column as far as it has room. It ends where it may end: not below a heading that wants room under it, not
 * within what is kept whole.
 */
export function cutColumn(items: readonly Item[], {height, top: isTop}: Room): Cut {
  const placed: LaidNode[] = []
  let [used, wanted, opened] = [0, 0, 0]
  let end: {placed: number; next: number} | undefined
  for (const [at, {node, gap}] of items.entries()) {
    const top = used + gap
    const ahead = aheadOf(node)
    // What the heading above opens is whole, however short: the page may end below it.
    const above = items[at - 1]
    if (ahead !== undefined && above && aheadOf(above.node) === undefined && ahead >= opened) end = {placed: placed.length, next: at}
    if (top + heightOf(node) <= height + SLACK) {
      placed.push(moved(node, top))
      used = top + heightOf(node)
      if (ahead !== undefined && end) wanted = Math.max(wanted, used + ahead)
      opened = ahead ?? opened
      if (ahead === undefined && used >= wanted) end = {placed: placed.length, next: at + 1}
      continue
    }
    const isFirst = isTop && placed.length === 0
    const cut = height >= wanted ? cutNode(node, {height: height - top, top: isFirst}) : undefined
    if (cut) return {placed: [...placed, moved(cut.here, top)], rest: cut.rest ? continued([{node: cut.rest, gap: 0}, ...items.slice(at + 1)]) : continued(items.slice(at + 1))}
    if (end) return {placed: placed.slice(0, end.placed), rest: continued(items.slice(end.next))}
    if (!isTop) return {placed: [], rest: [...items]}
    // No end is allowed: then here, rather than never.
    if (placed.length > 0) return {placed, rest: continued(items.slice(at))}
    return {placed: [moved(node, top)], rest: continued(items.slice(at + 1))}
  }
  return {placed, rest: []}
}

/** Points that a heading wants below it on its page. */
const aheadOf = ({props}: LaidNode): number | undefined => (props as {minPresenceAhead?: number}).minPresenceAhead

/** On its next page a column begins at the top. */
const continued = ([first, ...others]: readonly Item[]): Item[] => (first ? [{...first, gap: 0}, ...others] : [])

interface Halves {
  here: LaidNode
  rest?: LaidNode
}

/** The part of a node that has room, and what is left of it; nothing where it cannot be cut so high. */
function cutNode(node: LaidNode, room: Room): Halves | undefined {
  if (room.height <= 0 || node.props.wrap === false) return undefined
  if (node.type === 'TEXT') return cutText(node, room.height)
  if (!['VIEW', 'LINK'].includes(node.type) || !node.children?.some(isInFlow)) return undefined
  return node.style?.flexDirection === 'row' ? cutRow(node, room) : cutBox(node, room)
}

/** Children of a box as a column, the first with the space above it. */
function itemsOf(node: LaidNode): Item[] {
  let bottom = 0
  return (node.children ?? []).filter(isInFlow).map((child) => {
    const {top = 0, height = 0} = child.box ?? {}
    const gap = top - bottom
    bottom = top + height
    return {node: child, gap}
  })
}

function cutBox(node: LaidNode, room: Room): Halves | undefined {
  const items = itemsOf(node)
  const {placed, rest} = cutColumn(items, room)
  if (placed.length === 0) return undefined
  const beside = (node.children ?? []).filter((child) => !isInFlow(child))
  // What is placed whole leaves only its own foot on the other side.
  if (rest.length === 0) return {here: node}
  const heads = items.slice(0, placed.length).filter(({node: {props}}) => props.fixed === true)
  // Where a page holds nothing but heads, the next would as well.
  const isStuck = room.top && placed.length === heads.length
  const again: Item[] = isStuck ? [] : heads.map(({node: head, gap}, at) => ({node: drawnAgain(head), gap: at === 0 ? 0 : gap}))
  return {
    here: piece(node, {box: withoutFoot(node, room.height), children: [...placed, ...beside]}),
    rest: stacked(node, continued([...again, ...rest])),
  }
}

function cutRow(node: LaidNode, room: Room): Halves | undefined {
  const [here, rest]: [LaidNode[], LaidNode[]] = [[], []]
  for (const child of (node.children ?? []).filter(isInFlow)) {
    const top = child.box?.top ?? 0
    if (top + heightOf(child) <= room.height + SLACK) {
      here.push(child)
      continue
    }
    // Columns stand side by side: one that can place nothing takes the row with it.
    const cut = cutNode(child, {height: room.height - top, top: room.top})
    if (!cut) return undefined
    here.push(moved(cut.here, top))
    if (cut.rest) rest.push(moved(cut.rest, 0))
  }
  const beside = (node.children ?? []).filter((child) => !isInFlow(child))
  if (rest.length === 0) return {here: node}
  const left = Math.max(...rest.map(heightOf))
  return {
    here: piece(node, {box: withoutFoot(node, room.height), children: [...here, ...beside]}),
    rest: piece(node, {box: withoutHead(node, left), children: rest}),
  }
}

/** A box with what is left of its children. */
function stacked(node: LaidNode, items: readonly Item[]): LaidNode {
  let bottom = 0
  const children = items.map(({node: child, gap}) => {
    const top = bottom + gap
    bottom = top + heightOf(child)
    return moved(child, top)
  })
  return piece(node, {box: withoutHead(node, bottom + footOf(node)), children})
}

/** Space between a box's last child and its end. */
function footOf(node: LaidNode): number {
  const bottom = Math.max(0, ...(node.children ?? []).filter(isInFlow).map((child) => (child.box?.top ?? 0) + heightOf(child)))
  return Math.max(0, heightOf(node) - bottom)
}

const drawnAgain = (head: LaidNode): LaidNode => {
  const again = head.children?.find(({props}) => props?.again === true)
  if (!again) return head
  const height = heightOf(again)
  // In the flow now: else it would be taken for what waits for its turn.
  return {...head, box: {...boxOf(head), height}, children: [{...again, style: {...again.style, position: 'relative'}}]}
}

/** What takes a place in the column: not what is fastened to its box, nor what is drawn in its place on later pages. */
const isInFlow = ({style}: LaidNode): boolean => style?.position !== 'absolute'

const heightOf = (node: LaidNode): number => node.box?.height ?? 0

const boxOf = (node: LaidNode) => node.box ?? {top: 0, left: 0, width: 0, height: 0}

const moved = (node: LaidNode, top: number): LaidNode => ({...node, box: {...boxOf(node), top}})

/** A piece of a node, with what is different about it. */
const piece = (node: LaidNode, other: Partial<LaidNode>): LaidNode => ({...node, ...other, whole: undefined})

const withoutFoot = (node: LaidNode, height: number) => ({...boxOf(node), height, paddingBottom: 0, borderBottomWidth: 0, marginBottom: 0})

const withoutHead = (node: LaidNode, height: number) => ({...boxOf(node), top: 0, height, paddingTop: 0, borderTopWidth: 0, marginTop: 0})

/** Between lines, never leaving fewer at either side than the text wants together. */
function cutText(node: LaidNode, height: number): Halves | undefined {
  const {lines = []} = node
  const {orphans = 2, widows = 2} = node.props as {orphans?: number; widows?: number}
  const from = node.box?.paddingTop ?? 0
  const start = lines[0]?.box.y ?? 0
  const bottomOf = (line: LaidLine | undefined) => (line ? from + line.box.y - start + line.box.height : from)
  const fit = lines.findIndex((line) => bottomOf(line) > height + SLACK)
  // A number beside its text is drawn out to the height of that, and has no line left for the next page.
  if (fit < 0) return {here: piece(node, {box: withoutFoot(node, height)})}
  const count = Math.min(fit, lines.length - widows)
  if (count < orphans || count <= 0) return undefined
  const here = bottomOf(lines[count - 1])
  return {
    here: piece(node, {box: withoutFoot(node, here), lines: lines.slice(0, count)}),
    rest: piece(node, {box: withoutHead(node, heightOf(node) - here), lines: lines.slice(count)}),
  }
}
