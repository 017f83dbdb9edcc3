import createHyphenator from '@react-pdf/hyphenate'
import fc from 'fast-check'
import {createRequire} from 'node:module'
import {describe, expect, it, test} from 'vitest'
import {divideWords, type Patterns} from '../../src/language/divide-word.js'
import {breakAddress, languageOf} from '../../src/language/index.js'

const english = (word: string) => languageOf('en')?.hyphenate(word)
const french = (word: string) => languageOf('fr')?.hyphenate(word)

describe('a word', () => {
  it('is divided as British printers do, three letters on either side', () => {
    expect(english('humanitarian')).toEqual(['human', 'it', 'arian'])
    expect(english('conventions')).toEqual(['con', 'ven', 'tions'])
    expect(english('stockpiled')).toEqual(['stock', 'piled'])
    expect(french('désarmement')).toEqual(['désar', 'me', 'ment'])
  })
  it('keeps the punctuation that clings to it', () => {
    expect(english('“conventions,”')).toEqual(['“con', 'ven', 'tions,”'])
    expect(english('government’s')?.join('')).toBe('government’s')
    expect(french('l’humanitaire')).toEqual(['l’huma', 'ni', 'taire'])
  })
  it('is divided as the exceptions to the patterns have it', () => {
    expect(english('however')).toEqual(['how', 'ever'])
    expect(english('universities')).toEqual(['uni', 'ver', 'sit', 'ies'])
  })
  it('is divided after its own hyphens and nowhere else', () => {
    expect(english('anti-personnel')).toEqual(['anti-', 'personnel'])
    expect(english('Anti-Personnel')).toEqual(['Anti-', 'Personnel'])
  })
  test.each(['mines', 'treaty', 'Convention', 'UNICEF', 'covid2019treaty', '2025–2026', '162', '', '—'])('%s stays whole', (word) => {
    expect(english(word)).toEqual([word])
  })
  it('loses nothing, and no part begins or ends a word with fewer than three letters', () => {
    const words = fc
      .array(fc.constantFrom('con', 'ven', 'tion', 'ed', 'un', 'human', 'é', '-', '’', ',', '.', '/', 'A', '5', 'ß', '😀'), {maxLength: 9})
      .map((parts) => parts.join(''))
    for (const divide of [english, french]) {
      fc.assert(
        fc.property(words, (word) => {
          const parts = divide(word) ?? []
          expect(parts.join('')).toBe(word)
          if (parts.length > 1 && /^\p{Ll}+$/u.test(word)) {
            expect(parts[0]?.length).toBeGreaterThanOrEqual(3)
            expect(parts.at(-1)?.length).toBeGreaterThanOrEqual(3)
          }
        }),
      )
    }
  })
})

describe('patterns', () => {
  test.each(['en-gb', 'fr'])('of %s divide whatever letters as another program does that reads them', (set) => {
    const patterns = createRequire(import.meta.url)(`hyphen/patterns/${set}.js`) as Patterns
    const other = createHyphenator({...patterns, exceptions: []})
    const ours = divideWords({...patterns, exceptions: []})
    const pieces = patterns.patterns.map((pattern) => pattern.replace(/[^\p{Ll}]/gu, '')).filter((piece) => piece !== '')
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), {minLength: 2, maxLength: 8}), (chosen) => {
        const word = chosen.join('')
        fc.pre(word.length >= 5)
        // The other one leaves two letters at each end together.
        const breaks = breaksIn(ours(word)).filter((at) => at >= 2 && at <= word.length - 2)
        expect(breaks).toEqual(breaksIn(other.syllables(word)))
      }),
      {numRuns: 1000},
    )
  })
  test.each(['en-gb', 'fr'])('of %s each have letters of their own', (set) => {
    const {patterns} = createRequire(import.meta.url)(`hyphen/patterns/${set}.js`) as Patterns
    expect(new Set(patterns.map((pattern) => pattern.replace(/\d/g, ''))).size).toBe(patterns.length)
  })
})

const breaksIn = (parts: readonly string[]): number[] => parts.slice(0, -1).map((_, at) => parts.slice(0, at + 1).join('').length)

describe('an address', () => {
  it('is parted after its own marks', () => {
    expect(breakAddress('https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXVI-5')).toEqual([
      'https://',
      'treaties.',
      'un.',
      'org/',
      'Pages/',
      'ViewDetails.',
      'aspx?',
      'src=',
      'TREATY&',
      'mtdsg_',
      'no=',
      'XXVI-5',
    ])
    expect(breakAddress('mine.ban@policy-desk.example')).toEqual(['mine.', 'ban@', 'policy-', 'desk.', 'example'])
  })
  it('is known where it stands as a word', () => {
    expect(english('www.icbl.org/losing')).toEqual(['www.', 'icbl.', 'org/', 'losing'])
    expect(english('and/or')).toEqual(['and/or'])
  })
  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.webUrl({withQueryParameters: true, withFragments: true}), (url) => {
        expect(breakAddress(url).join('')).toBe(url)
      }),
    )
  })
})
