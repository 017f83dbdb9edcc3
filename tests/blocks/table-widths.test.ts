import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {decimalsOf, onDecimalMark} from '../../src/blocks/table/decimals.js'
import {type ColumnWish, gapsOf, shareOut} from '../../src/blocks/table/widths.js'

const words = (least: number, natural: number): ColumnWish => ({least, natural, right: false})
const figures = (natural: number): ColumnWish => ({least: natural, natural, right: true})
const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0)

describe('columns of a table', () => {
  test('share what is left alike where every text has its line', () => {
    expect(shareOut([words(20, 50), words(20, 30)], 120)).toEqual([70, 50])
  })

  test('with figures are of one width', () => {
    expect(shareOut([words(20, 50), figures(20), figures(44)], 168)).toEqual([60, 54, 54])
  })

  test('with short texts keep their line, and the long ones share the rest by what they have to say', () => {
    expect(shareOut([words(30, 50), words(40, 600), words(40, 300)], 350)).toEqual([50, 200, 100])
  })

  test('with short texts give up their line where the longest word of another has no room beside it', () => {
    expect(shareOut([words(16, 22), words(45, 45), words(22, 22), words(8, 12)], 100)).toEqual([22, 45, 22, 11])
  })

  test('stand in the proportions of their author', () => {
    expect(shareOut([words(10, 90), words(10, 90), words(10, 90)], 100, [5, 3, 2])).toEqual([50, 30, 20])
  })

  test('take from the others what their longest word needs', () => {
    expect(shareOut([words(10, 90), words(40, 90), words(10, 90)], 100, [5, 3, 2])).toEqual([(60 * 5) / 7, 40, (60 * 2) / 7])
  })

  test('are never narrower than their longest word, with or without proportions', () => {
    const column = fc.record({least: fc.integer({min: 5, max: 80}), more: fc.integer({min: 0, max: 900}), right: fc.boolean()})
    fc.assert(
      fc.property(fc.array(column, {minLength: 1, maxLength: 12}), fc.integer({min: 100, max: 470}), fc.boolean(), (columns, room, asked) => {
        const wishes = columns.map(({least, more, right}) => ({least, natural: least + more, right}))
        const given = shareOut(wishes, room, asked ? wishes.map((_, at) => 1 + (at % 3)) : undefined)
        given.forEach((width, at) => expect(width).toBeGreaterThanOrEqual((wishes[at]?.least ?? 0) - 1e-9))
        if (total(wishes.map(({least}) => least)) <= room) expect(total(given)).toBeLessThanOrEqual(room + 1e-6)
      }),
    )
  })

  test('stand wider apart where words follow figures', () => {
    expect(gapsOf([{right: false}, {right: true}, {right: true}, {right: false}])).toEqual([0, 10.5, 10.5, 24.5])
  })
})

describe('figures in a column', () => {
  const tail = (decimals: number, hang = 0, number = true) => ({number, decimals, hang})

  test('stand with their decimal marks under each other', () => {
    // 132.52, 281, 175.395: two decimals of 4 points and their mark of 2.
    expect(onDecimalMark([tail(10), tail(0), tail(14)]).right).toEqual([4, 14, 0])
  })

  test('let the calls of notes hang out of the column', () => {
    expect(onDecimalMark([tail(0, 3.5), tail(0)])).toEqual({outside: 3.5, inside: 0, right: [0, 3.5]})
  })

  test('make room in the column for calls too wide to hang', () => {
    expect(onDecimalMark([tail(0, 12), tail(0)])).toEqual({outside: 0, inside: 12, right: [0, 12]})
  })

  test('leave words and dashes at the edge', () => {
    expect(onDecimalMark([tail(10), tail(0, 0, false)]).right).toEqual([0, 0])
  })

  test('have decimals after a point, not after the comma of thousands', () => {
    expect(['132.52', '117,000', '1,003.5', '12'].map(decimalsOf)).toEqual(['.52', '', '.5', ''])
  })
})
