import {assert, constantFrom, date, integer, option, property, record, string, stringMatching} from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import {deliveryName, neutralName} from '../../src/press/index.js'

const paper = {symbol: 'MBC/2026/4', title: 'Poland and the Mine Ban Convention', language: 'en', date: '2026-11-24'}

describe('the name of a file that is handed on', () => {
  test.each([
    [{}, 'MBC-2026-4_poland-and-the-mine-ban-convention_EN_2026-11-24.pdf'],
    [{release: {rev: 1, standing: 'cleared'}}, 'MBC-2026-4_poland-and-the-mine-ban-convention_EN_2026-11-24_Rev1.pdf'],
    [{symbol: 'MBC/2026/4/Rev.2', release: {symbol: 'MBC/2026/4', rev: 2, standing: 'void'}}, 'MBC-2026-4_poland-and-the-mine-ban-convention_EN_2026-11-24_Rev2_DRAFT.pdf'],
    [{release: {add: 3}}, 'MBC-2026-4_poland-and-the-mine-ban-convention_EN_2026-11-24_Add3.pdf'],
    [{release: {corr: 1, standing: 'for-clearance'}}, 'MBC-2026-4_poland-and-the-mine-ban-convention_EN_2026-11-24_Corr1_DRAFT.pdf'],
    [{symbol: undefined, language: 'fr-CH', title: 'L’Algérie et l’Œuvre'}, 'lalgerie-et-loeuvre_FR_2026-11-24.pdf'],
    [{symbol: '../../etc', title: 'Łódź, Zürich & São Tomé'}, 'etc_lodz-zurich-sao-tome_EN_2026-11-24.pdf'],
    [{title: 'Україна'}, 'MBC-2026-4_ukraina_EN_2026-11-24.pdf'],
    [{title: '—'}, 'MBC-2026-4_paper_EN_2026-11-24.pdf'],
    [{title: 'The conditions under which a State that has withdrawn may come back to the Convention'}, 'MBC-2026-4_the-conditions-under-which-a-state-that-has_EN_2026-11-24.pdf'],
  ] as const)('%j', (more, name) => expect(deliveryName({...paper, ...more})).toBe(name))

  it('has a place for the form it is printed in', () => {
    expect(deliveryName(paper, {suffix: '.booklet'})).toBe('MBC-2026-4_poland-and-the-mine-ban-convention_EN_2026-11-24.booklet.pdf')
  })

  const words = string({unit: 'binary', maxLength: 200})
  const delivered = record({
    symbol: option(words, {nil: undefined}),
    title: words,
    language: constantFrom('en', 'fr', 'en-GB'),
    date: date({min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true}).map((day) => day.toISOString().slice(0, 10)),
    release: record({rev: integer({min: 1, max: 99}), standing: constantFrom('draft' as const, 'cleared' as const)}),
  })
  const suffix = constantFrom('', '.print', '.booklet.light-toner')

  it('cuts the symbol where its form and its issue leave no room for it', () => {
    const long = {...paper, symbol: 'A'.repeat(40), title: '', release: {rev: 100, standing: 'draft' as const}}
    expect(deliveryName(long, {suffix: '.booklet.light-toner'})).toMatch(/^A{20,}_paper_EN_2026-11-24_Rev100_DRAFT\.booklet\.light-toner\.pdf$/)
    expect(deliveryName(long, {suffix: '.booklet.light-toner'})).toHaveLength(80)
  })

  it('is ASCII, of at most 80 characters, and has all its parts, whatever the title and the symbol', () => {
    assert(
      property(delivered, suffix, (one, tail) => {
        const name = deliveryName(one, {suffix: tail})
        expect(name.length).toBeLessThanOrEqual(80)
        expect(name).toMatch(/^(?:[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*_)?[a-z0-9]+(?:-[a-z0-9]+)*_(?:EN|FR)_\d{4}-\d\d-\d\d(?:_Rev\d+)?(?:_DRAFT)?(?:\.print|\.booklet\.light-toner)?\.pdf$/)
        expect(name.includes('_DRAFT')).toBe(one.release.standing === 'draft')
        expect(name).toContain(`_Rev${one.release.rev}`)
        expect(name.includes(`_${one.date}`)).toBe(true)
      }),
      {numRuns: 2000},
    )
  })
  it('tells two revisions, two days and two languages apart', () => {
    assert(
      property(delivered, (one) => {
        const names = [one, {...one, release: {...one.release, rev: 100}}, {...one, release: {...one.release, standing: one.release.standing === 'draft' ? ('cleared' as const) : ('draft' as const)}}, {...one, date: '1899-12-31'}, {...one, language: one.language === 'fr' ? 'en' : 'fr'}].map((each) => deliveryName(each))
        expect(new Set(names).size).toBe(names.length)
      }),
    )
  })
  it('keeps the accents out and the letters in', () => {
    assert(
      property(stringMatching(/^[a-z]{1,12}$/), (word) => {
        expect(deliveryName({...paper, title: `${word}\u0301`})).toContain(`_${word.slice(0, -1)}`)
      }),
    )
  })
})

describe('a neutral name', () => {
  it('is the same each time, another one for another row, and says nothing', () => {
    const name = neutralName('briefings/mine-ban/poland.md', {language: 'en'})
    expect(name).toMatch(/^paper-[0-9a-f]{8}\.pdf$/)
    expect(neutralName('briefings/mine-ban/poland.md', {language: 'en'})).toBe(name)
    expect(neutralName('briefings/mine-ban/poland.md', {language: 'en', row: 'PL'})).not.toBe(name)
  })
})
