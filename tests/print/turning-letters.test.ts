import {createRequire} from 'node:module'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {TURNS} from '../../.ci/turning-letters.mjs'

interface Order {
  getEmbeddingLevels(text: string, direction?: 'ltr' | 'rtl' | 'auto'): {levels: Uint8Array}
}

// As `@react-pdf/textkit` has it, which asks it for the order of every text.
const order = (createRequire(createRequire(import.meta.url).resolve('@react-pdf/layout'))('bidi-js') as () => Order)()

test('a text without letters that turn the order stands as it is typed: the bundle need not ask', () => {
  const letters = fc.string({unit: 'grapheme', maxLength: 60}).map((text) => [...text].filter((one) => !TURNS.test(one)).join(''))
  const figures = fc.array(fc.constantFrom('1', '23', ' ', '-', '+', '%', '€', '.', ',', '(', ')', '[', '/', 'a', 'É', '’', '–', '\u00a0', '\u202f', '\t', '\n', '\u2029', '中'), {maxLength: 40}).map((all) => all.join(''))
  fc.assert(
    fc.property(fc.oneof(letters, figures), fc.constantFrom('ltr' as const, 'auto' as const, undefined), (text, direction) => {
      expect([...order.getEmbeddingLevels(text, direction).levels]).toEqual(Array(text.length).fill(0))
    }),
    {numRuns: 2000},
  )
})

test.each(['שלום', 'a عربي b', '\u202eabc', '\u061c1', '𐤀', '٣'])('%j is asked', (text) => {
  expect(TURNS.test(text)).toBe(true)
})
