import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {crosses, everyNth, keepApart, spreadOut} from '../../src/blocks/chart/keep-apart.js'

const box = (left: number, right: number, top = 0, bottom = 8) => ({left, right, top, bottom})

describe('labels of a chart', () => {
  test('that would touch one of more weight do not print', () => {
    const labels = [{name: 'decisive', box: box(10, 30)}, {name: 'beside', box: box(29, 50)}, {name: 'free', box: box(60, 80)}, {name: 'below', box: box(10, 30, 9, 17)}]
    expect(keepApart(labels).map(({name}) => name)).toEqual(['decisive', 'free', 'below'])
  })

  test('of a crowded axis are every so-many-th, the last among them', () => {
    expect(everyNth([17, 17, 17, 17, 17, 17, 17], 12)).toEqual([0, 2, 4, 6])
    expect(everyNth([17, 17, 17, 17, 17, 17], 12)).toEqual([1, 3, 5])
    expect(everyNth([8, 8, 8], 12)).toEqual([0, 1, 2])
  })

  test('are crossed by a line that runs through them, and by no other', () => {
    expect(crosses(box(10, 20), [0, 4], [30, 4])).toBe(true)
    expect(crosses(box(10, 20), [12, -5], [14, 20])).toBe(true)
    expect(crosses(box(10, 20), [15, 3], [15, 3])).toBe(true)
    expect(crosses(box(10, 20), [0, 12], [30, 10])).toBe(false)
    expect(crosses(box(10, 20), [0, 0], [8, 8])).toBe(false)
  })

  test('at the ends of lines stand where they want while they can', () => {
    expect(spreadOut([20, 60], {gap: 9, top: 0, bottom: 100})).toEqual([20, 60])
    expect(spreadOut([50, 50], {gap: 9, top: 0, bottom: 100})).toEqual([45.5, 54.5])
  })

  test('at the ends of lines keep their distance, their order and their room', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: -20, max: 150}), {minLength: 1, maxLength: 10}), (wanted) => {
        const placed = spreadOut(wanted, {gap: 9, top: 0, bottom: 100})
        const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b)
        const sorted = order.map((at) => placed[at] ?? 0)
        sorted.forEach((height, at) => {
          expect(height).toBeGreaterThanOrEqual(-1e-9)
          expect(height).toBeLessThanOrEqual(100 + 1e-9)
          if (at > 0) expect(height - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(9 - 1e-9)
        })
      }),
    )
  })
})
