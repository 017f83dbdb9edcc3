import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import {languageOf, languages} from '../../src/language/index.js'

const en = languageOf('en')
const fr = languageOf('fr')
const seen = (text: string | undefined) => text?.replace(/\u00a0/g, '~')

describe('languages', () => {
  it('are found by code, region and capitals', () => {
    expect(languageOf('en-GB')?.tag).toBe('en-GB')
    expect(languageOf('EN')?.code).toBe('en')
    expect(languageOf('fr_CA')?.code).toBe('fr')
    expect(languageOf('xx')).toBeUndefined()
    expect(languageOf('')).toBeUndefined()
    expect(languages).toEqual(['en', 'fr'])
  })
  it('have the same labels, with the same blanks to fill in', () => {
    const blanks = (labels: object) => Object.entries(labels).map(([key, text]) => [key, String(text).match(/\{\w+\}/g)])
    expect(blanks(fr?.labels ?? {})).toEqual(blanks(en?.labels ?? {}))
    for (const labels of [en?.labels, fr?.labels]) expect(Object.values(labels ?? {}).filter((text) => text.trim() === '')).toEqual([])
  })
})

describe('a date', () => {
  test.each([
    [{year: 2026, month: 11, day: 24}, '24~November~2026', '24~Nov~2026', '24~novembre~2026', '24~nov.~2026'],
    [{year: 2013, month: 6, day: 1}, '1~June~2013', '1~Jun~2013', '1er~juin~2013', '1er~juin~2013'],
    [{year: 1999, month: 3, day: 1}, '1~March~1999', '1~Mar~1999', '1er~mars~1999', '1er~mars~1999'],
    [{year: 1999, month: 3}, 'March~1999', 'Mar~1999', 'mars~1999', 'mars~1999'],
    [{year: 1999}, '1999', '1999', '1999', '1999'],
    [{year: 2025, month: 12, day: 11}, '11~December~2025', '11~Dec~2025', '11~décembre~2025', '11~déc.~2025'],
  ])('%j is as precise as it was written', (when, long, short, longFrench, shortFrench) => {
    expect([en?.date(when, 'long'), en?.date(when, 'short')].map(seen)).toEqual([long, short])
    expect([fr?.date(when, 'long'), fr?.date(when, 'short')].map(seen)).toEqual([longFrench, shortFrench])
  })
})

describe('a number', () => {
  test.each([
    [6279, undefined, '6,279', '6~279'],
    [55_000_000, undefined, '55,000,000', '55~000~000'],
    [281.5, undefined, '281.5', '281,5'],
    [281.5, 2, '281.50', '281,50'],
    [162, undefined, '162', '162'],
    [1234.5678, 1, '1,234.6', '1~234,6'],
    [-1200, undefined, '−1,200', '−1~200'],
    [-0.4, 0, '0', '0'],
    [0, undefined, '0', '0'],
    [1e21, undefined, '1,000,000,000,000,000,000,000', '1~000~000~000~000~000~000~000'],
    [1.5e-7, undefined, '0.00000015', '0,00000015'],
  ])('%d with %s decimals', (value, decimals, inEnglish, inFrench) => {
    expect(en?.number(value, decimals)).toBe(inEnglish)
    expect(seen(fr?.number(value, decimals))).toBe(inFrench)
  })
  it('can be read back', () => {
    fc.assert(
      fc.property(fc.double({noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15}), (value) => {
        expect(Number(en?.number(value).replaceAll(',', '').replace('−', '-'))).toBe(value === 0 ? 0 : value)
      }),
    )
  })
})

describe('alphabetical order', () => {
  it('puts accents with their letters', () => {
    const names = ['Zambie', 'Émirats arabes unis', 'Égypte', 'Équateur', 'Estonie', 'angola', 'Andorre', 'Åland', 'Côte d’Ivoire', 'Congo']
    expect(fr && names.toSorted(fr.compare)).toEqual([
      'Åland',
      'Andorre',
      'angola',
      'Congo',
      'Côte d’Ivoire',
      'Égypte',
      'Émirats arabes unis',
      'Équateur',
      'Estonie',
      'Zambie',
    ])
  })
  it('is an order: none but a text itself is its equal', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), fc.string({unit: 'grapheme'}), (a, b) => {
        expect(Math.sign(en?.compare(a, b) ?? Number.NaN) + Math.sign(en?.compare(b, a) ?? Number.NaN)).toBe(0)
        expect(en?.compare(a, b) === 0).toBe(a === b)
      }),
    )
  })
})
