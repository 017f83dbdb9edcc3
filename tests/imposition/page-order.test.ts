import {assert, integer, property} from 'fast-check'
import {describe, expect, it} from 'vitest'
import {bookletSides, pairsOf, type Side} from '../../src/imposition/index.js'

/** What who stitches the sheets at the fold and turns leaf after leaf reads: each sheet gives a leaf before the middle and one behind it. */
function asRead(sides: readonly Side[]): (number | undefined)[] {
  const [before, behind]: [(number | undefined)[], (number | undefined)[]] = [[], []]
  for (let at = 0; at < sides.length; at += 2) {
    const [front, back] = [sides[at], sides[at + 1]]
    before.push(front?.right, back?.left)
    behind.unshift(back?.right, front?.left)
  }
  return [...before, ...behind]
}

describe('a booklet', () => {
  it('of eight pages is two sheets, the outer one first', () => {
    expect(bookletSides(8)).toEqual([
      {sheet: 0, left: 8, right: 1},
      {sheet: 0, left: 2, right: 7},
      {sheet: 1, left: 6, right: 3},
      {sheet: 1, left: 4, right: 5},
    ])
  })
  it('of five pages has its three blank ones at the end', () => {
    expect(bookletSides(5)).toEqual([{sheet: 0, right: 1}, {sheet: 0, left: 2}, {sheet: 1, right: 3}, {sheet: 1, left: 4, right: 5}])
  })
  it('reads in order, whatever its length, with no more blank pages than its last sheet needs', () => {
    assert(
      property(integer({min: 1, max: 600}), (pages) => {
        const read = asRead(bookletSides(pages))
        expect(read.slice(0, pages)).toEqual(Array.from({length: pages}, (_, at) => at + 1))
        expect(read.slice(pages).every((page) => page === undefined)).toBe(true)
        expect(read.length % 4).toBe(0)
        expect(read.length - pages).toBeLessThan(4)
      }),
    )
  })
})

describe('two pages on a sheet', () => {
  it('stand in their order, each once', () => {
    assert(
      property(integer({min: 1, max: 600}), (pages) => {
        const read = pairsOf(pages).flatMap(({left, right}) => [left, right]).filter((page) => page !== undefined)
        expect(read).toEqual(Array.from({length: pages}, (_, at) => at + 1))
      }),
    )
  })
})
