import {beforeAll, describe, expect, test} from 'vitest'
import {fitFigures} from '../../src/blocks/key-figures/fit-figures.js'
import {type Fonts, type Look, loadBrand, makeLook, openFonts} from '../../src/brand/index.js'
import {diskFiles} from '../../src/files.js'

const SPACE = '\u00a0'
const plain = (digits: string) => ({before: '', digits, after: ''})
const long = {before: `over${SPACE}`, digits: '55', after: `${SPACE}million`}
const many = (count: number) => Array.from({length: count}, () => plain('162'))

for (const brand of ['house', 'ministry'] as const) {
  describe(`key figures of the ${brand} brand`, () => {
    let look: Look
    let fonts: Fonts
    beforeAll(async () => {
      const {value} = await loadBrand(brand, {files: diskFiles(process.cwd())})
      if (!value) throw new Error(`No brand ${brand}`)
      look = makeLook(value.brand, 'A4')
      fonts = await openFonts(value.brand, value.assets)
    })
    const fitted = (figures: Parameters<typeof fitFigures>[0], width = look.width) => fitFigures(figures, {look, fonts, width})

    test('stand four to a row, and in threes where one would be left alone', () => {
      expect([4, 5, 6, 7, 8, 9, 10, 12].map((count) => fitted(many(count)).perRow)).toEqual([4, 3, 3, 4, 4, 3, 4, 4])
    })

    test('step down before the row takes fewer, all in one size', () => {
      const {perRow, figure} = fitted([...many(7), long])
      expect(perRow).toBe(4)
      expect(figure.fontSize).toBeLessThanOrEqual(28)
      expect(figure.fontSize).toBeGreaterThanOrEqual(21)
    })

    test('never break, however long they are and wherever they stand', () => {
      const figures = [
        plain('20,000–26,000'),
        long,
        {before: `an${SPACE}estimated${SPACE}`, digits: '110,000,000', after: `${SPACE}people`},
      ]
      for (const width of [look.width, look.textWidth, 149]) {
        const {width: cell, figure, small} = fitted(figures, width)
        for (const {before, digits, after} of figures) {
          const set = fonts.width(before, small) + fonts.width(digits, figure) + fonts.width(after, small)
          expect(set, `${digits} in ${width}`).toBeLessThanOrEqual(cell)
        }
      }
    })
  })
}
