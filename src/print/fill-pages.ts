import type {Flow, Paper, Part, Stacked} from '../pages/index.js'
import {type Cut, cutColumn, type Item} from './cut.js'
import {type LaidNode, nodesOf} from './laid-out.js'
import {targetOf} from './tags/runs.js'

export interface FillOptions {
  paper: Paper
  /** The edition's key: ids of its notes begin with it. */
  key: string
  take(part: Part): LaidNode
}

/** A page as it is filled: what stands on it, and the notes that it calls. */
export interface FilledPage {
  flow: LaidNode[]
  notes: number[]
}

/**
 * Fills page after page. A page's notes stand on it, and take from its room: what it holds is cut shorter until there is
 * room for all that it calls.
 */
export function fillPages(flow: Flow, {paper, key, take}: FillOptions): FilledPage[] {
  const {frame} = paper
  const heights = new Map<number, number>()
  const heightOfNote = (number: number): number => {
    const height = heights.get(number) ?? heightOf(take({type: 'note', number}))
    heights.set(number, height)
    return height
  }
  let overhead: number | undefined
  const heightOfNotes = (numbers: readonly number[]): number => {
    if (numbers.length === 0) return 0
    overhead ??= heightOf(take({type: 'rule over notes'}))
    return numbers.reduce((sum, number) => sum + heightOfNote(number), overhead)
  }

  /** A page with room for its notes. One note more is reckoned with until no other is called: so the page holds as much as it can. */
  const fillPage = (items: readonly Item[], room: number): {cut: Cut; notes: number[]} => {
    const all: number[] = []
    for (let count = 0; ; count++) {
      const kept = all.slice(0, count)
      const cut = cutColumn(items, {height: room - heightOfNotes(kept), top: true})
      const called = notesIn(cut.placed, `#${key}.note-`)
      if (called.every((number) => kept.includes(number))) return {cut, notes: called}
      all.push(...called.filter((number) => !all.includes(number)))
    }
  }

  /** A page, and where it would leave what closes the paper to the next one alone, without its last lines. */
  const fillInCompany = (items: readonly Item[], room: number) => {
    const whole = fillPage(items, room)
    const {placed, rest} = whole.cut
    const isAlone = rest.length > 0 && closing.includes(rest.length) && placed.length === items.length - rest.length
    const text = placed.slice(0, Math.max(0, items.length - (closing.at(-1) ?? 0)))
    if (!isAlone || text.length === 0) return whole
    const used = bottomOf(text)
    const shorter = fillPage(items, used + heightOfNotes(whole.notes) - COMPANY)
    return bottomOf(shorter.cut.placed) > used / 2 ? shorter : whole
  }

  const pages: FilledPage[] = []
  const closing = closingItems(flow, take)
  for (let rest = itemsOf(flow, take); rest.length > 0; ) {
    const room = frame.height - frame.bottom - frame.top(pages.length + 1)
    const {cut, notes} = fillInCompany(rest, room)
    pages.push({flow: cut.placed.map(withoutAgain), notes: [...notes].sort((a, b) => a - b)})
    rest = cut.rest
    if (rest.length === 0 && flow.some((one) => 'part' in one && one.sinks)) sink(pages.at(-1), room - heightOfNotes(notes))
  }
  return pages
}

/** Points of text that go with what closes a paper to a page of their own: some five lines. */
const COMPANY = 72

/** How many of the last items close the paper: those of its last part, and with each part before it that does so too. */
function closingItems(flow: Flow, take: FillOptions['take']): number[] {
  const counts: number[] = []
  for (const one of [...flow].reverse()) {
    if (!('part' in one) || !one.closes) break
    counts.push((counts.at(-1) ?? 0) + elementsOf(one, take).items.length)
  }
  return counts
}

/** What closes a paper goes down to the foot of the page. */
function sink(page: FilledPage | undefined, room: number): void {
  const last = page?.flow.at(-1)
  if (!page || !last) return
  page.flow = [...page.flow.slice(0, -1), {...last, box: {...boxOf(last), top: Math.max(boxOf(last).top, room - heightOf(last))}}]
}

/** Points between the elements of a part count from its own; what its box keeps free below comes before the next part. */
function itemsOf(flow: Flow, take: FillOptions['take']): Item[] {
  const items: Item[] = []
  let below = 0
  for (const one of flow) {
    if ('columns' in one) {
      items.push({node: rowOf(one, take), gap: below + one.gap})
      below = 0
      continue
    }
    const part = elementsOf(one, take)
    items.push(...part.items.map(({node, gap}, at) => ({node, gap: at === 0 ? below + gap : gap})))
    below = part.items.length === 0 ? below : part.below
  }
  return items
}

function elementsOf({part, gap}: Stacked, take: FillOptions['take']): {items: Item[]; below: number} {
  const box = take(part)
  let bottom = -gap
  const items = (box.children ?? []).map((node) => {
    const above = (node.box?.top ?? 0) - bottom
    bottom = (node.box?.top ?? 0) + heightOf(node)
    return {node, gap: above}
  })
  return {items, below: heightOf(box) - bottom}
}

/** Columns beside each other, as the engine would have laid them out. */
function rowOf({columns, whole}: Extract<Flow[number], {columns: unknown}>, take: FillOptions['take']): LaidNode {
  const boxes = columns.map(({left, top, width, parts}) => {
    let bottom = 0
    const children = itemsOf(parts, take).map(({node, gap}) => {
      const at = {...node, box: {...boxOf(node), top: bottom + gap}}
      bottom = at.box.top + heightOf(node)
      return at
    })
    return box({top, left, width, height: bottom}, children)
  })
  const width = Math.max(...boxes.map((one) => boxOf(one).left + boxOf(one).width))
  const height = Math.max(...boxes.map((one) => boxOf(one).top + heightOf(one)))
  return {...box({top: 0, left: 0, width, height}, boxes), style: {flexDirection: 'row'}, props: whole ? {wrap: false} : {}}
}

/** A box of our own around what is laid out. */
export const box = (place: {top: number; left: number; width: number; height: number}, children: LaidNode[]): LaidNode => ({type: 'VIEW', frame: true, props: {}, style: {}, box: place, children})

const boxOf = (node: LaidNode) => node.box ?? {top: 0, left: 0, width: 0, height: 0}

/** Where what is placed ends. */
const bottomOf = (placed: readonly LaidNode[]): number => Math.max(0, ...placed.map((node) => boxOf(node).top + heightOf(node)))

export const heightOf = (node: LaidNode): number => node.box?.height ?? 0

/** The notes called on a page, in the order of their calls. */
function notesIn(nodes: readonly LaidNode[], prefix: string): number[] {
  const called = new Set<number>()
  for (const {node} of nodesOf({type: 'PAGE', props: {}, children: [...nodes]})) {
    for (const line of node.lines ?? []) {
      for (const run of line.runs) {
        const link = targetOf(run.attributes.link)
        if (link.startsWith(prefix)) called.add(Number(link.slice(prefix.length)))
      }
    }
  }
  return [...called]
}

/** What a box has for later pages does not stand on this one. */
function withoutAgain(node: LaidNode): LaidNode {
  if (node.type === 'TEXT' || node.type === 'SVG' || !node.children?.length) return node
  return {...node, children: node.children.filter(({props, style}) => props?.again !== true || style?.position !== 'absolute').map(withoutAgain)}
}
