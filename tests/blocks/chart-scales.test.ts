import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {segmentsOf} from '../../src/blocks/chart/segments.js'
import {startsAboveZero, ticksOf} from '../../src/blocks/chart/ticks.js'
import {lineTonesOf, tonesOf} from '../../src/blocks/chart/tones.js'
import {contrast} from '../../src/brand/index.js'

describe('the scale of a chart', () => {
  test.each([
    [[0, 9440], [0, 2500, 5000, 7500], 0],
    [[0, 164], [0, 50, 100, 150], 0],
    [[0, 22.2], [0, 10, 20], 0],
    [[0, 9], [0, 5], 0],
    [[0, 0.9], [0, 0.25, 0.5, 0.75], 2],
    [[-6.6, 5.2], [-5, 0, 5], 0],
    [[0, 1_000_000], [0, 250_000, 500_000, 750_000, 1_000_000], 0],
  ] as const)('of %j has the round numbers %j', (range, values, decimals) => {
    expect(ticksOf(range)).toEqual({values: [...values], decimals})
  })

  test('stays within its range, in at most four steps, at numbers written in full', () => {
    fc.assert(
      fc.property(fc.double({min: -1e6, max: 0, noNaN: true}), fc.double({min: 1e-3, max: 1e9, noNaN: true}), (least, most) => {
        const {values, decimals} = ticksOf([least, most])
        expect(values.length).toBeGreaterThan(0)
        expect(values.length).toBeLessThanOrEqual(5)
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(least - 1e-6 * (most - least))
          expect(value).toBeLessThanOrEqual(most + 1e-6 * (most - least))
          expect(Number(value.toFixed(decimals))).toBe(value)
        }
      }),
    )
  })

  test('of nothing but noughts has one tick', () => {
    expect(ticksOf([0, 0])).toEqual({values: [0], decimals: 0})
  })

  test('starts at nought unless a line would be flat', () => {
    expect(startsAboveZero([161, 164, 162])).toBe(true)
    expect(startsAboveZero([3, 164])).toBe(false)
    expect(startsAboveZero([-1, 1])).toBe(false)
    expect(startsAboveZero([5, 5])).toBe(false)
  })
})

describe('stacked parts', () => {
  const number = (value: number) => ({value, decimals: 0, whole: BigInt(value)})

  test('stand on each other, and what is missing takes no room', () => {
    const series = [{name: 'a', values: [number(64), undefined]}, {name: 'b', values: [number(26), number(5)]}]
    const {segments, range} = segmentsOf(series, 'stacked')
    expect(segments.map(({category, series: of, from, to}) => [category, of, from, to])).toEqual([[0, 0, 0, 64], [0, 1, 64, 90], [1, 1, 0, 5]])
    expect(range).toEqual([0, 90])
  })
})

describe('greys of series', () => {
  const colours = {ink: '#1C1B1A', paper: '#FFFFFF', bars: '#948D85'}

  test('differ from each other by what a copier keeps', () => {
    for (const count of [2, 3, 4, 5, 6]) {
      const fills = tonesOf(count, colours).map(({fill}) => fill)
      for (const [at, fill] of fills.entries()) if (at > 0) expect(contrast(fill, fills[at - 1] ?? '')).toBeGreaterThan(1.3)
    }
  })

  test('that are too light to be seen have an outline', () => {
    for (const count of [2, 3, 4, 5, 6]) {
      for (const {fill, light} of tonesOf(count, colours)) if (!light) expect(contrast(fill, colours.paper)).toBeGreaterThanOrEqual(3)
    }
  })

  test('of lines can all be seen', () => {
    for (const fill of lineTonesOf(6, colours)) expect(contrast(fill, colours.paper)).toBeGreaterThanOrEqual(3)
  })
})
