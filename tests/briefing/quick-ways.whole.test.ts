import fc from 'fast-check'
import {remark} from 'remark'
import remarkGfm from 'remark-gfm'
import {expect, test} from 'vitest'
import {parseLine, parsePaper} from '../../src/briefing/markdown.js'

const markdown = remark().use(remarkGfm)
/** Words, signs and numbers as fields have them, put together at random. */
const pieces = fc.constantFrom('a', 'Ab', 'é', '1', '12', '.', ')', '(', ' ', '  ', '-', '–', '/', ',', ';', '%', '?', '’', '“', '”', "'", 'www', 'www.', 'http', 'https', ':', '//', '@', '*', '_', '`', '\n', '+', '#', '>', '|', '~', '!', '[', ']', '<', '&', '&#46;', '\\')
const text = fc.array(pieces, {maxLength: 12}).map((all) => all.join(''))

test('a body without an address is read as one that may have some', () => {
  fc.assert(
    fc.property(text, (body) => {
      expect(parsePaper(body, 0)).toEqual(markdown.parse(body))
    }),
    {numRuns: 3000},
  )
})

test.each(['www\\.', 'www\\.a', 'http\\://a.b', 'a&#64;b.c', '&#119;ww.a', 'http&colon;//a.b', 'WWW.a'])('%s is an address where Markdown says so', (body) => {
  expect(parsePaper(body, 0)).toEqual(markdown.parse(body))
})

test('plain words are read as Markdown would be', () => {
  const isPlain = (typed: string) => parseLine(typed, () => false)
  fc.assert(
    fc.property(text, (typed) => {
      // A note that nobody calls makes no difference, but for the way that is taken.
      const slowly = parseLine(`${typed}\n\n[x]: y`, () => false)
      expect(isPlain(typed)).toEqual(slowly)
    }),
    {numRuns: 3000},
  )
})
