import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {cutColumn, type Item} from '../../src/print/cut.js'
import type {LaidLine, LaidNode} from '../../src/print/laid-out.js'

const at = (height: number, top = 0) => ({top, left: 0, width: 100, height})
const line = (string: string, y: number): LaidLine => ({string, runs: [], xAdvance: 0, box: {x: 0, y, width: 100, height: 10}})

/** A text of so many lines, each 10 high; `a0`, `a1` and so on. */
const text = (name: string, lines: number, props: LaidNode['props'] = {}): LaidNode => ({
  type: 'TEXT',
  props: {widows: 2, orphans: 2, ...props},
  box: at(lines * 10),
  lines: Array.from({length: lines}, (_, index) => line(`${name}${index}`, index * 10)),
})

/** Nodes one below the other. */
function column(children: LaidNode[], more: Partial<LaidNode> = {}): LaidNode {
  let bottom = 0
  const placed = children.map((child) => {
    const top = bottom
    bottom += child.box?.height ?? 0
    return {...child, box: {...at(0), ...child.box, top}}
  })
  return {type: 'VIEW', props: {}, style: {}, box: at(bottom), children: placed, ...more}
}

const row = (children: LaidNode[]): LaidNode => ({type: 'VIEW', props: {}, style: {flexDirection: 'row'}, box: at(Math.max(...children.map(({box}) => box?.height ?? 0))), children})

const flow = (nodes: LaidNode[], gap = 0): Item[] => nodes.map((node) => ({node, gap}))

const words = (node: LaidNode): string[] => [...(node.lines ?? []).map(({string}) => string), ...(node.children ?? []).flatMap(words)]

/** The lines of each page of so many points. */
function pagesOf(items: Item[], height: number): string[][] {
  const pages: string[][] = []
  for (let rest = items; rest.length > 0 && pages.length < 500; ) {
    const cut = cutColumn(rest, {height, top: true})
    pages.push(cut.placed.flatMap(words))
    rest = cut.rest
  }
  return pages
}

const shown = (pages: string[][]) => pages.map((page) => page.join(' '))

describe('a page ends', () => {
  it('between the lines of a text, with two of them at least on either side', () => {
    expect(shown(pagesOf(flow([text('a', 5)]), 30))).toEqual(['a0 a1 a2', 'a3 a4'])
    expect(shown(pagesOf(flow([text('a', 5)]), 40))).toEqual(['a0 a1 a2', 'a3 a4'])
    expect(shown(pagesOf(flow([text('a', 3), text('b', 3)]), 50))).toEqual(['a0 a1 a2', 'b0 b1 b2'])
  })
  it('above a heading that has no room for what it opens', () => {
    const heading = text('h', 1, {minPresenceAhead: 20})
    expect(shown(pagesOf(flow([text('a', 2), heading, text('b', 4)]), 40))).toEqual(['a0 a1', 'h0 b0 b1', 'b2 b3'])
    expect(shown(pagesOf(flow([text('a', 2), heading, text('b', 4)]), 50))).toEqual(['a0 a1 h0 b0 b1', 'b2 b3'])
  })
  it('below what a heading opens, however short that is', () => {
    const sections = ['a', 'b', 'c', 'd', 'e'].flatMap((name) => [text(name.toUpperCase(), 1, {minPresenceAhead: 40}), text(name, 2)])
    expect(shown(pagesOf(flow(sections), 70))).toEqual(['A0 a0 a1 B0 b0 b1', 'C0 c0 c1 D0 d0 d1', 'E0 e0 e1'])
    // Not between a heading and another below it, nor where what follows wants less below it than the heading did: the head of a table.
    const [above, heading] = [text('x', 2), text('A', 1, {minPresenceAhead: 40})]
    expect(shown(pagesOf(flow([above, heading, text('B', 1, {minPresenceAhead: 40}), text('b', 2)]), 50))).toEqual(['x0 x1', 'A0 B0 b0 b1'])
    expect(shown(pagesOf(flow([above, heading, text('a', 1), text('t', 1, {minPresenceAhead: 1}), text('u', 2, {wrap: false})]), 60))).toEqual(['x0 x1', 'A0 a0 t0 u0 u1'])
  })
  it('before what is kept whole, unless it is higher than a page', () => {
    const whole = text('b', 4, {wrap: false})
    expect(shown(pagesOf(flow([text('a', 2), whole]), 50))).toEqual(['a0 a1', 'b0 b1 b2 b3'])
    expect(shown(pagesOf(flow([text('b', 7, {wrap: false}), text('c', 2)]), 50))).toEqual(['b0 b1 b2 b3 b4 b5 b6', 'c0 c1'])
  })
  it('through all columns of a row at one height', () => {
    expect(shown(pagesOf(flow([row([column([text('a', 6)]), column([text('b', 2)])])]), 40))).toEqual(['a0 a1 a2 a3 b0 b1', 'a4 a5'])
    // A number beside its text is as high as that.
    expect(shown(pagesOf(flow([row([{...text('n', 1), box: at(60)}, column([text('a', 6)])])]), 40))).toEqual(['n0 a0 a1 a2 a3', 'a4 a5'])
    // A column that can place nothing takes the row with it.
    expect(shown(pagesOf(flow([text('x', 3), row([column([text('a', 4)]), column([text('b', 4, {wrap: false})])])]), 50))).toEqual(['x0 x1 x2', 'a0 a1 a2 a3 b0 b1 b2 b3'])
  })
  it('with space above dropped at the top of the next, and kept on its own', () => {
    const cut = cutColumn(flow([text('a', 2), text('b', 2)], 15), {height: 40, top: true})
    expect(cut.placed.map(({box}) => box?.top)).toEqual([15])
    expect(cut.rest.map(({gap}) => gap)).toEqual([0])
  })
})

describe('a table', () => {
  const caption = column([text('caption', 1), {...column([text('continued', 1)]), props: {again: true}, style: {position: 'absolute'}}], {props: {fixed: true, minPresenceAhead: 1}, box: at(10)})
  const head = text('head', 1, {fixed: true, wrap: false, minPresenceAhead: 1})
  const rows = Array.from({length: 6}, (_, index) => text(`r${index}-`, 1, {wrap: false}))
  it('repeats its head on each page, and says in its caption that it goes on', () => {
    expect(shown(pagesOf(flow([column([caption, head, ...rows])]), 40))).toEqual(['caption0 continued0 head0 r0-0 r1-0', 'continued0 head0 r2-0 r3-0', 'continued0 head0 r4-0 r5-0'])
  })
  it('never leaves its head alone at the foot of a page', () => {
    expect(shown(pagesOf(flow([text('a', 2), column([caption, head, ...rows])]), 40))[0]).toBe('a0 a1')
  })
})

/** What must stand on one page at the beginning of a column, in points: two lines of a text, or all of it; a heading with what it wants below it. */
function leastOf(items: readonly Item[]): number {
  let [height, wanted] = [0, 0]
  for (const [at, {node, gap}] of items.entries()) {
    height += at === 0 ? 0 : gap
    const lines = node.lines?.length ?? 0
    const {minPresenceAhead: ahead, wrap} = node.props as {minPresenceAhead?: number; wrap?: boolean}
    const whole = height + 10 * lines
    if (ahead === undefined) {
      const least = wrap === false || lines < 4 ? whole : Math.max(height + 20, Math.min(wanted, whole - 20))
      if (least >= wanted) return least
      if (whole >= wanted || aheadIn(items[at + 1]) !== undefined || at === items.length - 1) return whole
    }
    height = whole
    wanted = ahead === undefined ? wanted : Math.max(wanted, height + ahead)
  }
  return height
}

const aheadIn = (item: Item | undefined): number | undefined => (item?.node.props as {minPresenceAhead?: number} | undefined)?.minPresenceAhead

it('a page ends only where what comes next has no room on it', () => {
  const piece = fc.record({lines: fc.integer({min: 1, max: 7}), kind: fc.constantFrom('text', 'text', 'whole', 'heading')})
  fc.assert(
    fc.property(fc.array(piece, {minLength: 2, maxLength: 40}), fc.integer({min: 12, max: 30}), (pieces, lines) => {
      const items = flow(pieces.map(({lines, kind}) => (kind === 'heading' ? text('_', 1, {minPresenceAhead: 40}) : text('_', lines, kind === 'whole' ? {wrap: false} : {}))), 7)
      for (let rest = items; rest.length > 0; ) {
        const cut = cutColumn(rest, {height: lines * 10, top: true})
        const used = Math.max(0, ...cut.placed.map(({box}) => (box?.top ?? 0) + (box?.height ?? 0)))
        const gap = items.some(({node}) => node === cut.rest[0]?.node) ? 7 : 0
        if (cut.rest.length > 0) expect(used + gap + leastOf(cut.rest)).toBeGreaterThan(lines * 10)
        rest = cut.rest
      }
    }),
    {numRuns: 1000},
  )
})

const leaf = fc.record({lines: fc.integer({min: 1, max: 9}), whole: fc.boolean(), ahead: fc.boolean()})
const tree = fc.letrec<{node: LaidNode[]}>((tie) => ({
  node: fc.array(
    fc.oneof({maxDepth: 3}, leaf.map(({lines, whole, ahead}) => text('_', lines, {...(whole ? {wrap: false} : {}), ...(ahead ? {minPresenceAhead: 20} : {})})), tie('node').map((children) => column(children)), tie('node').map((children) => row(children.length > 0 ? children : [text('_', 1)]))),
    {minLength: 1, maxLength: 6},
  ),
})).node

/** Gives every line a name of its own. */
function named(node: LaidNode, next: {name: number}): LaidNode {
  return {
    ...node,
    ...(node.lines ? {lines: node.lines.map((one) => ({...one, string: String(next.name++)}))} : {}),
    ...(node.children ? {children: node.children.map((child) => named(child, next))} : {}),
  }
}

it('whatever is cut, every line stands on one page, and in its order within its text', () => {
  fc.assert(
    fc.property(tree, fc.integer({min: 3, max: 40}), (nodes, lines) => {
      const next = {name: 0}
      const items = flow(nodes.map((node) => named(node, next)), 7)
      const pages = pagesOf(items, lines * 10)
      expect(pages.flat().map(Number).sort((a, b) => a - b)).toEqual(Array.from({length: next.name}, (_, index) => index))
      expect(pages.every((page) => page.length > 0)).toBe(true)
    }),
    {numRuns: 300},
  )
})
