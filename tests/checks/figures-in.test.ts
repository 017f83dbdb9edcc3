import {describe, expect, test} from 'vitest'
import {figuresIn} from '../../src/checks/figures-in.js'
import {type Language, languageOf} from '../../src/language/index.js'

const figures = (text: string, code = 'en') => figuresIn(text, languageOf(code) as Language).map(({words}) => words)

describe('figures of a text', () => {
  test.each([
    ['In May 2022 five million people', 'en', ['five million']],
    ['IN MAY 2022 FIVE MILLION PEOPLE', 'en', ['FIVE MILLION']],
    ['Under ARTICLE XIV2 and Annexes 3, 4 and 5, 12 per cent', 'en', ['12 per cent']],
    ['Le 1ER MARS 2022, DEUX TIERS des 1 200 mines', 'fr', ['DEUX TIERS', '1 200']],
    ['Some 12,5 per cent, 1,5 million people and 1 234,5 km', 'en', ['12,5 per cent', '1,5 million', '1 234,5']],
    ['Près de 12.5 % et 1.5 million', 'fr', ['12.5 %', '1.5 million']],
    ['Of 1,234 mines and 2,345,678 more, 3.5 per cent', 'en', ['1,234', '2,345,678', '3.5 per cent']],
    ['Section 1.2.3 of 4, 5 and 6', 'en', ['4', '5', '6']],
    ['İzmir, Ísland and Київ report 14 cases', 'en', ['14']],
  ])('%s', (text, code, expected) => expect(figures(text, code)).toEqual(expected))

  test('stand where they were typed, whatever letters stand before them', () => {
    const text = 'İİ Київ ẞ FIVE MILLION'
    expect(figuresIn(text, languageOf('en') as Language)).toEqual([{start: text.indexOf('FIVE'), end: text.length, words: 'FIVE MILLION'}])
  })

  test.each(['en', 'fr'])('are found by words in small letters: %s', (code) => {
    const {editing} = languageOf(code) as Language
    for (const source of [...editing.relativeTimes, ...editing.datings, ...editing.numbered, editing.ordinals, editing.hours]) expect(source).toBe(source.toLowerCase())
  })
})
