import type {Found, Setting} from '../drawing/index.js'
import type {Paper, Part} from '../pages/index.js'
import type {FontStore} from './fonts.js'
import type {LaidNode} from './laid-out.js'
import {measureParts, type Wanted} from './measure.js'
import type {PartMemo} from './part-memo.js'

/** The laid-out parts of one paper. */
export interface Shelf {
  /** On which pages things stand, as far as that is known. */
  readonly found: Pick<Found, 'pages' | 'inDocument' | 'total'>
  /** Lays out what is not there yet. */
  prepare(parts: readonly Part[]): Promise<void>
  /** What a deed that asks for heights comes to, once all that it asks for is there. */
  settle<T>(deed: () => T): Promise<T>
  /** How high a part's elements are together, in points. */
  heightOf(part: Part): number
  /** A part, to stand on a page. */
  take(part: Part): LaidNode
  /** Whether one of the parts is such. */
  holds(is: (part: Part) => boolean): boolean
  /** Takes note of where things stand; parts that print pages of others are laid out anew. */
  learn(found: Partial<Pick<Found, 'pages' | 'inDocument' | 'total'>>): void
}

export interface ShelfOptions {
  paper: Paper
  setting: Omit<Setting, 'Block' | 'found'>
  store: FontStore
  /** The number of the paper's first part in the document. */
  first: number
  /** Parts of other papers, which may be the same. */
  memo?: PartMemo
}

/** An empty shelf for the parts of a paper. */
export function openShelf({paper, setting, store, first, memo}: ShelfOptions): Shelf {
  const found = {pages: {}, inDocument: {}, total: 0}
  const boxes = new Map<string, {part: Part; box: LaidNode}>()
  const missing = new Map<string, Part>()
  const known = memo && {strips: memo.strips, texts: memo.texts, scope: memo.scopeOf(setting)}
  const shelf: Shelf = {
    found,
    async prepare(parts) {
      const wanted = new Map(parts.map((part) => [keyOf(part), part]))
      const fresh: Wanted[] = []
      for (const [key, part] of wanted) {
        if (boxes.has(key)) continue
        const one = {part, number: first + paper.numberOf(part)}
        const box = paper.namesPages(part) ? undefined : memo?.get(one, paper, setting)
        if (box) boxes.set(key, {part, box})
        else fresh.push(one)
      }
      if (fresh.length === 0) return
      for (const one of await measureParts(fresh, {paper, setting, store, found, known})) {
        boxes.set(keyOf(one.part), one)
        if (!paper.namesPages(one.part)) memo?.put(one, paper, setting)
      }
    },
    async settle(deed) {
      for (;;) {
        missing.clear()
        const value = deed()
        if (missing.size === 0) return value
        await shelf.prepare([...missing.values()])
      }
    },
    heightOf(part) {
      const one = boxes.get(keyOf(part))
      if (!one) missing.set(keyOf(part), part)
      return one?.box.children?.reduce((sum, {box}) => sum + (box?.height ?? 0), 0) ?? 0
    },
    take(part) {
      const one = boxes.get(keyOf(part))
      if (!one) throw new Error(`There is no ${keyOf(part)} on the shelf`)
      const {children = [], ...copy} = copied(one.box)
      // A strip that stands here already stands elsewhere, too.
      return {...copy, whole: one.box, children: children.map((child, at) => ({...child, whole: child.whole ?? one.box.children?.[at]}))}
    },
    holds: (is) => [...boxes.values()].some(({part}) => is(part)),
    learn(more) {
      Object.assign(found, more)
      for (const [key, {part}] of boxes) if (paper.namesPages(part)) boxes.delete(key)
    },
  }
  return shelf
}

const keyOf = (part: Part): string => JSON.stringify(part)

/** A copy to be placed, cut and painted: a note stands on several pages. What nobody changes is shared. */
const copied = (node: LaidNode): LaidNode => ({
  ...node,
  ...(node.box ? {box: {...node.box}} : {}),
  ...(node.lines ? {lines: node.lines.map((line) => ({...line, runs: line.runs.map((run) => ({...run}))}))} : {}),
  // The shapes of a drawing, and the runs that a text was made from, stay as they are.
  ...(node.type === 'SVG' || node.type === 'TEXT' || !Array.isArray(node.children) ? {} : {children: node.children.map(copied)}),
})
