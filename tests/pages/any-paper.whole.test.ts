import fc from 'fast-check'
import {expect, it} from 'vitest'
import {layoutEditions} from '../../src/print/index.js'
import {front, sound} from '../papers.js'
import {faultsOf} from './faults.js'
import {textOf} from './text-of.js'

/** A bit of a paper: what is typed, and what is read on paper, in the same order. */
interface Bit {
  typed: string
  /** `[n]` where the n-th of the paper's notes is called. */
  read: string[]
}

const word = fc.constantFrom(
  'mine', 'States', 'Party', 'stockpile', 'anti-personnel', 'internationalisation', 'clearance', 'the', 'of', 'a', 'I', 'victims,', 'Article 5', 'treaty.', 'reintegration', '6,279', 'humanitarian', 'acknowledgement', 'withdrawal', 'Côte', 'naïve', 'universalisation;',
)
const words = (most: number) => fc.array(word, {minLength: 1, maxLength: most})
const dress = fc.constantFrom((text: string) => text, (text: string) => `*${text}*`, (text: string) => `**${text}**`, (text: string) => `[${text}](https://example.org)`)

/** Words of which some are dressed, and now and then a note. */
const prose = (most: number): fc.Arbitrary<Bit> =>
  fc.tuple(words(most), dress, words(5), fc.option(fc.integer({min: 1, max: 4}), {freq: 3})).map(([plain, as, dressed, note]) => ({
    typed: `${plain.join(' ')} ${as(dressed.join(' '))}${note === null ? '' : `[^${note}]`}`,
    read: [...plain, ...dressed, ...(note === null ? [] : [`[${note}]`])],
  }))

const joined = (bits: readonly Bit[], type: (typed: string, at: number) => string, between: string): Bit => ({
  typed: bits.map(({typed}, at) => type(typed, at)).join(between),
  read: bits.flatMap(({read}) => read),
})

const paragraph = prose(60)
const heading = words(6).map((text): Bit => ({typed: `## ${text.join(' ')}`, read: text}))
const list = fc.tuple(fc.array(prose(25), {minLength: 1, maxLength: 8}), fc.constantFrom('- ', '1. '), fc.constantFrom('\n', '\n\n')).map(([items, marker, gap]) => joined(items, (typed) => marker + typed, gap))
const nested = fc.tuple(prose(8), fc.array(prose(15), {minLength: 1, maxLength: 3})).map(([first, inner]) => joined([first, ...inner], (typed, at) => (at === 0 ? `- ${typed}` : `  - ${typed}`), '\n'))
const quotation = fc.array(prose(30), {minLength: 1, maxLength: 3}).map((parts) => joined(parts, (typed) => `> ${typed}`, '\n>\n'))
const row = fc.tuple(prose(4), prose(12))
const table = fc.tuple(fc.tuple(words(2), words(2)), fc.array(row, {minLength: 1, maxLength: 30})).map(([[left, right], rows]): Bit => ({
  typed: [`| ${left.join(' ')} | ${right.join(' ')} |`, '| --- | --- |', ...rows.map(([a, b]) => `| ${a.typed} | ${b.typed} |`)].join('\n'),
  read: [...left, ...right, ...rows.flatMap(([a, b]) => [...a.read, ...b.read])],
}))

const body = fc.array(fc.oneof({arbitrary: paragraph, weight: 5}, heading, list, nested, quotation, table), {minLength: 1, maxLength: 18})
const settings = fc.record({brand: fc.constantFrom('house', 'ministry'), paper: fc.constantFrom('A4', 'Letter')})
const notes = fc.tuple(words(20), words(40), words(3), words(90))

it('any paper has every word once, in its place, and comes to rest', async () => {
  await fc.assert(
    fc.asyncProperty(body, notes, settings, async (bits, noteWords, {brand, paper}) => {
      // A comment parts two lists, which would else be one.
      const typed = bits.map((bit) => bit.typed).join('\n\n<!-- -->\n\n')
      const read = bits.flatMap((bit) => bit.read)
      const called = [...new Set(read.filter((one) => one.startsWith('[')))].map((one) => Number(one.slice(1, -1)))
      const definitions = called.map((note) => `[^${note}]: ${noteWords[note - 1]?.join(' ')}`).join('\n')
      const {edition, assets} = await sound(`${front(`brand: ${brand}`, `paper: ${paper}`)}${typed}\n\n${definitions}\n`)
      const {value, diagnostics} = await layoutEditions([edition], assets)
      const pages = value?.pages ?? []
      expect(diagnostics).toEqual([])
      expect(faultsOf(edition, pages)).toEqual([])
      const numbered = read.map((one) => (one.startsWith('[') ? String(called.indexOf(Number(one.slice(1, -1))) + 1) : one))
      const text = textOf(edition, pages)
      expect(text.body).toBe(numbered.join('').replaceAll(' ', ''))
      // A note called on several pages stands at the foot of each.
      for (const [at, note] of called.entries()) {
        for (const of of text.notes.get(at + 1) ?? ['missing']) expect(of).toBe(noteWords[note - 1]?.join('').replaceAll(' ', ''))
      }
    }),
    {numRuns: 25},
  )
}, 120_000)
