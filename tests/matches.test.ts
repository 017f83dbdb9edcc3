import fc from 'fast-check'
import {expect, test} from 'vitest'
import {matchesOf} from '../src/matches.js'

const PATTERNS = [/a/g, /b*/g, /(?<=a)b?/g, /(?<name>[ab])|\d+/g, /$/gm, /\b/g, /./gu, /(?:)/gu, /😀?/gu, /\p{L}+/gu]

test('matches are those that `matchAll` finds, asked again and again', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', ' ', '\n', '1', '😀', '\ud83d'), {maxLength: 12}), fc.constantFrom(...PATTERNS), (letters, pattern) => {
      const text = letters.join('')
      const told = (found: Iterable<RegExpExecArray>) => [...found].map((match) => ({whole: [...match], index: match.index, groups: {...match.groups}}))
      expect(told(matchesOf(text, pattern))).toEqual(told(text.matchAll(pattern)))
    }),
  )
})
