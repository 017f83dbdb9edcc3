import type {Found} from '../drawing/index.js'
import {flowOf, type LaidNode, nodesOf, unsqueezedWidth} from './laid-out.js'
import {breaksAtStyle} from './style-breaks.js'
import {targetOf} from './tags/runs.js'

/** What a layout found, for each edition by its key. Pages count from the edition's own first. */
export type Survey = Record<string, Found>

/** What is known before the first layout. */
export const nothingFound: Found = {pages: {}, notes: {}, total: 0, heights: {}, rigid: [], rags: {}, lifts: {}}

/**
 * Reads off a finished layout on which page each destination stands, which notes each page calls, how high each piece is
 * and which texts broke a line where only the style changes. What was learnt of heights and texts before stays: the next
 * layout is made with it, and must not forget why.
 */
export function survey(root: LaidNode, before: Survey): Survey {
  const found: Survey = {}
  for (const page of root.children ?? []) {
    const key = page.props.edition ?? ''
    const known = before[key] ?? nothingFound
    const paper = (found[key] ??= {pages: {}, notes: {}, total: 0, heights: {}, rigid: [...known.rigid], rags: {...known.rags}, lifts: {}})
    paper.total += 1
    const called = new Set<number>()
    const prefix = `#${key}.note-`
    for (const {node} of nodesOf(page)) {
      const id = node.props?.id
      if (id !== undefined) paper.pages[id] ??= paper.total
      if (node.props?.column) addHeights(node, paper)
      const offset = node.props?.place?.start?.offset
      if (node.lines && offset !== undefined && !paper.rigid.includes(offset) && breaksAtStyle(node)) paper.rigid.push(offset)
      if (node.lines && offset !== undefined) widenRag(node, offset, paper)
      for (const line of node.lines ?? []) {
        for (const run of line.runs) {
          const link = targetOf(run.attributes.link)
          if (link.startsWith(prefix)) called.add(Number(link.slice(prefix.length)))
        }
      }
    }
    const lift = spaceAtTop(page)
    if (paper.total > 1 && lift > 0) paper.lifts[paper.total] = lift
    if (called.size > 0) paper.notes[paper.total] = [...called].sort((a, b) => a - b)
  }
  for (const [key, paper] of Object.entries(found)) {
    const heights = before[key]?.heights ?? {}
    // The first measure counts: a piece that splits over pages would be measured anew at each, and never settle.
    if (Object.keys(heights).length > 0) paper.heights = heights
    paper.rigid.sort((a, b) => a - b)
  }
  return found
}

/** Space that the first piece of a page, such as a heading, would leave above itself. */
function spaceAtTop(page: LaidNode): number {
  const first = flowOf(page)?.children?.find((node) => !node.props?.space)
  return Math.max(0, Math.round((first?.box?.top ?? 0) * 100) / 100)
}

/** Pieces that run over pages, and pieces of several boxes, add up. */
function addHeights(column: LaidNode, {heights}: Found): void {
  for (const {props, box} of column.children ?? []) {
    const offset = props?.place?.start?.offset
    if (offset !== undefined) heights[offset] = Math.round(((heights[offset] ?? 0) + (box?.height ?? 0)) * 100) / 100
  }
}

/** A ragged text whose lines get wider than their box once they have the font's own spaces wants more room. */
function widenRag({box, lines = []}: LaidNode, offset: number, {rags}: Found): void {
  const {width = 0, paddingLeft = 0, paddingRight = 0} = box ?? {}
  for (const line of lines) {
    const align = line.runs[0]?.attributes.align
    if (align === 'justify') continue
    // A word alone in its line stays as wide as it is, however little room it is given: more of it is tried once.
    if (rags[offset] !== undefined && !/\S\s+\S/.test(line.string)) continue
    const over = unsqueezedWidth(line) - width + (align === 'left' ? paddingLeft : align === 'right' ? paddingRight : 0)
    const room = align === 'left' ? paddingRight : align === 'right' ? paddingLeft : paddingLeft + paddingRight
    if (over > 0.25) rags[offset] = Math.max(rags[offset] ?? 0, Math.round((room + over + 1) * 100) / 100)
  }
}

/** How much of what a layout was made with must be what it came to; see `serves`. */
export type Patience = 'all' | 'all but unused notes' | 'what matters'

/**
 * Whether what a layout was made with serves what it came to: the same; or the same but for notes whose room was kept and
 * not used; or, last, also but for space at the top of a page that was not taken back.
 */
export function serves(used: Survey, found: Survey, patience: Patience): boolean {
  if (patience === 'all') return JSON.stringify(used) === JSON.stringify(found)
  return Object.entries(found).every(([key, paper]) => {
    const before = used[key]
    if (!before) return false
    const {notes: kept, lifts: taken, ...rest} = before
    const {notes, lifts, ...own} = paper
    const isThere = ([page, lift]: [string, number]) => lift <= (lifts[Number(page)] ?? 0)
    if (patience !== 'what matters' && JSON.stringify(taken) !== JSON.stringify(lifts)) return false
    const isKept = ([page, called]: [string, number[]]) => called.every((number) => kept[Number(page)]?.includes(number))
    return JSON.stringify(rest) === JSON.stringify(own) && Object.entries(notes).every(isKept) && Object.entries(taken).every(isThere)
  })
}

/**
 * What the next layout is made with where layouts take turns. The first page that calls a note for which no room was kept
 * gets that room, and keeps it; the pages before it stay as they are; those after it are taken as they were found, since
 * all of them move. Last, each page keeps the room of each note it ever called: that comes to rest for certain.
 */
export function grown(used: Survey, found: Survey, patience: Patience): Survey {
  const everywhere = patience === 'what matters'
  return Object.fromEntries(
    Object.entries(found).map(([key, paper]) => {
      const before = used[key]
      if (!before) return [key, paper]
      const pages = Array.from({length: Math.max(before.total, paper.total)}, (_, at) => at + 1)
      const isShort = (page: number) => (paper.notes[page] ?? []).some((number) => !before.notes[page]?.includes(number))
      const first = everywhere ? Number.POSITIVE_INFINITY : (pages.find(isShort) ?? Number.POSITIVE_INFINITY)
      const notes: Found['notes'] = {}
      const lifts: Found['lifts'] = {}
      for (const page of pages) {
        const [kept, called] = [page > first ? [] : (before.notes[page] ?? []), paper.notes[page] ?? []]
        const all = [...new Set([...kept, ...called])].sort((a, b) => a - b)
        if (all.length > 0) notes[page] = all
        const lift = everywhere ? Math.min(before.lifts[page] ?? 0, paper.lifts[page] ?? 0) : paper.lifts[page]
        if (lift) lifts[page] = lift
      }
      return [key, {...paper, notes, lifts}]
    }),
  )
}
