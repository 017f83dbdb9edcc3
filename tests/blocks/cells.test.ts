import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {marksIn, readCell, sumOf, withoutMarks} from '../../src/blocks/cell-number.js'
import {totalsOf} from '../../src/blocks/table/totals.js'

const says = (text: string) => {
  const read = readCell(text)
  return read.says === 'number' ? [read.number.value, read.number.decimals] : read.says
}

describe('a cell', () => {
  it.each([
    ['6,279', [6279, 0]],
    ['132.52', [132.52, 2]],
    ['1,234,567.80', [1234567.8, 2]],
    ['1 234 567', [1234567, 0]],
    ['1\u202f234', [1234, 0]],
    ['1’234', [1234, 0]],
    ['-3', [-3, 0]],
    ['−3.5', [-3.5, 1]],
    ['–3', [-3, 0]],
    [' 6,279 ^b^ ', [6279, 0]],
    ['0', [0, 0]],
    ['', 'nothing'],
    ['–', 'nothing'],
    ['—', 'nothing'],
    ['- ^a^', 'nothing'],
    ['many', 'words'],
    ['12,5', 'words'],
    ['1,23,456', 'words'],
    ['1,234 567', 'words'],
    ['46 %', 'words'],
    ['n/a', 'words'],
    ['1.2.3', 'words'],
    ['2021–2024', 'words'],
  ])('of `%s` says %j', (text, expected) => expect(says(text)).toEqual(expected))

  it('gives up its marks', () => {
    expect(marksIn('over 55 million ^a^^b^')).toEqual(['a', 'b'])
    expect(withoutMarks('over 55 million ^a^')).toBe('over 55 million')
    expect(marksIn('x^2^')).toEqual([])
  })
})

describe('a sum', () => {
  it('is exact where floating point is not', () => {
    const numbers = ['0.1', '0.2', '0.30'].flatMap((text) => {
      const read = readCell(text)
      return read.says === 'number' ? [read.number] : []
    })
    expect(sumOf(numbers)).toEqual({value: 0.6, decimals: 2, whole: 60n})
  })
  it('of any cents is the sum of the cents', () => {
    fc.assert(fc.property(fc.array(fc.integer({min: -1e9, max: 1e9}), {minLength: 1, maxLength: 30}), (cents) => {
      const typed = cents.map((cent) => `${cent < 0 ? '−' : ''}${Math.trunc(Math.abs(cent) / 100)}.${String(Math.abs(cent) % 100).padStart(2, '0')}`)
      const [total] = totalsOf(typed.map((text) => ['x', text]))
      expect(total?.whole).toBe(cents.reduce((sum, cent) => sum + BigInt(cent), 0n))
    }))
  })
  it('stands under each column with a number, and under no other', () => {
    expect(totalsOf([['A', '1', '–', '2.5'], ['B', '2', '', '–']]).map((total) => total?.value)).toEqual([3, undefined, 2.5])
  })
})
