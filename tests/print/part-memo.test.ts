import {expect, it} from 'vitest'
import type {LaidNode} from '../../src/print/laid-out.js'
import {openPartMemo, type PartMemo, printEditions} from '../../src/print/index.js'
import type {Stamp} from '../../src/print/stamp.js'
import {front, sound} from '../papers.js'

const paper = (state: string, more = '', brand = 'house') => sound(`${front(`brand: ${brand}`, 'contact: [policy-desk]')}${state} may come back.[^1]

## What the same paper says of all

Every State Party undertakes never to use anti-personnel mines, and to help those who were hurt.[^2] ${more}

| State | Year |
| --- | ---: |
| ${state} | 2026 |

![A white square, the same in all](square.png "A square")

\`\`\`timeline
events:
  - {date: 1997-12-03, title: Opened for signature}
  - {date: 1999-03-01, title: Entered into force}
\`\`\`

[^1]: It has left: ${state}.
[^2]: Article 1.
`)

/** A memo that counts what it had and what it lacked. */
function counting(most?: number): PartMemo & {had: string[]; lacked: string[]} {
  const memo = openPartMemo(most === undefined ? {} : {most})
  const [had, lacked]: [string[], string[]] = [[], []]
  return {
    ...memo,
    had,
    lacked,
    get(...asked): LaidNode | undefined {
      const found = memo.get(...asked)
      const of = found ? had : lacked
      of.push(asked[0].part.type)
      return found
    },
  }
}

/** Counts what is painted, and not only stamped. */
class CountedStamps extends WeakMap<LaidNode, Stamp> {
  painted = 0
  override set(element: LaidNode, stamp: Stamp): this {
    this.painted++
    return super.set(element, stamp)
  }
}

it('papers have the same bytes, whichever parts were laid out for others before them', async () => {
  const papers = [
    await paper('Poland'),
    await paper('Finland'),
    await paper('Poland', '', 'ministry'),
    await paper('Latvia', 'A sentence of its own.'),
    await paper('Poland'),
  ]
  const memo = openPartMemo()
  for (const {edition, assets} of [...papers, ...papers.toReversed()]) {
    const [alone, among] = [await printEditions([edition], assets), await printEditions([edition], assets, {memo})]
    expect(alone.value).toBeDefined()
    expect(Buffer.from(among.value?.pdf ?? []).equals(Buffer.from(alone.value?.pdf ?? []))).toBe(true)
    expect(among.value?.pages).toEqual(alone.value?.pages)
  }
})

it('what two papers have in common is laid out once', async () => {
  const memo = counting()
  for (const state of ['Poland', 'Latvia']) {
    const {edition, assets} = await paper(state)
    await printEditions([edition], assets, {memo})
  }
  // Of one length, so that all else stands at the same places: heading, paragraph, picture, timeline, the second note and its rule, the closing: all but what names the State, and what stands above.
  expect(memo.had.filter((type) => type === 'piece')).toHaveLength(4)
  expect(memo.had).toEqual(expect.arrayContaining(['note', 'rule over notes', 'closing']))
})

it('what two papers have in common is painted once', async () => {
  const stamps = new CountedStamps()
  const memo = {...openPartMemo(), stamps}
  const painted: number[] = []
  for (const state of ['Poland', 'Latvia']) {
    const {edition, assets} = await paper(state)
    await printEditions([edition], assets, {memo})
    painted.push(stamps.painted)
    stamps.painted = 0
  }
  const [first = 0, second = 0] = painted
  // Of the same paper again, what names the State: paragraph, table, note, and what stands above all of it.
  expect(first).toBeGreaterThan(10)
  expect(second).toBeLessThanOrEqual(first - 7)
})

it('an element that stands on several pages is painted once', async () => {
  const stamps = new CountedStamps()
  const {edition, assets} = await sound(`${front()}${'A paragraph of a paper that has many pages.\n\n'.repeat(400)}`)
  const {value} = await printEditions([edition], assets, {memo: {...openPartMemo(), stamps}})
  const pages = value?.pages.length ?? 0
  expect(pages).toBeGreaterThan(10)
  // Beside its paragraphs and the foot of each page: the opening, the head of the first page, and that of all others.
  expect(stamps.painted - 400 - pages).toBe(3)
})

it('keeps the same part of papers in two brands apart', async () => {
  const memo = counting()
  for (const brand of ['house', 'ministry']) {
    const {edition, assets} = await paper('Poland', '', brand)
    await printEditions([edition], assets, {memo})
  }
  expect(memo.had).toEqual([])
})

it('forgets what was not asked for longest', async () => {
  const memo = counting(40)
  for (const state of ['Poland', 'Norway', 'Latvia']) {
    const {edition, assets} = await paper(state)
    await printEditions([edition], assets, {memo})
  }
  expect(memo.had.length).toBeLessThan(memo.lacked.length / 2)
})
