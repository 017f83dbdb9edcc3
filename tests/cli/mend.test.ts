import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {check} from '../../src/check.js'
import {mendText} from '../../src/cli/mend.js'
import {memoryFiles} from '../edition/compose.js'

const REGISTER = `facts:
  parties:
    statement: States Parties
    unit: {en: {one: State Party, other: States Parties}, fr: {one: État partie, other: États parties}}
    values: [{value: 165, as_of: 2025-04}, {value: 162, as_of: 2026-09}]
  left: {statement: Withdrawals, unit: {one: withdrawal, other: withdrawals}, values: [{value: 1, as_of: 2025-12}, {value: 5, as_of: 2026-02-20}]}
  people: {statement: Casualties, unit: people, values: [{value: "5,757", period: 2023, as_of: 2024}, {value: "6,279", period: 2024, as_of: 2025}]}
  stock: {statement: Mines destroyed, unit: mines, values: [{value: over 55 million, as_of: 2023}]}
  civilians: {statement: Civilians, values: [{value: 90 %, of: casualties, period: 2024, as_of: 2025}]}
  adopted: {statement: Adopted, values: [{date: 1997-09-18}]}
  producers: {statement: Producers, values: [{from: over 50, to: fewer than 10, as_of: 2025-04}]}
`
const HEAD = '---\nkind: q-and-a\ntitle: T\ndate: 2026-11-24\nbudget: none\n---\n## Q\n\n'

async function mended(body: string, head = HEAD): Promise<string> {
  const text = head + body
  const {diagnostics} = await check({path: 'briefings/topic/a.md', text}, {files: memoryFiles({'briefings/topic/facts.yml': REGISTER})})
  const fixes = diagnostics.flatMap(({fix}) => (fix?.place.start && fix.place.end ? [{...fix, start: fix.place.start.offset, end: fix.place.end.offset}] : []))
  return mendText(text, fixes).after.slice(head.length)
}

/** Links that lag, and what they become; each is itself in step afterwards. */
const LAGGING: [lagging: string, mended: string][] = [
  ['[165](fact:parties)', '[162](fact:parties)'],
  ['[the 165 States Parties that stay](fact:parties)', '[the 162 States Parties that stay](fact:parties)'],
  ['[*165* States Parties](fact:parties)', '[*162* States Parties](fact:parties)'],
  ['[162 mines](fact:parties)', '[162 States Parties](fact:parties)'],
  ['[165 States Parties](fact:parties), as of April 2025', '[162 States Parties](fact:parties), as of September 2026'],
  ['[162 States Parties](fact:parties) (as of 30 April 2025)', '[162 States Parties](fact:parties) (as of September 2026)'],
  ['As of 2025, there were [162](fact:parties)', 'As of September 2026, there were [162](fact:parties)'],
  ['[1 withdrawal](fact:left)', '[5 withdrawals](fact:left)'],
  ['[55 million mines](fact:stock)', '[over 55 million mines](fact:stock)'],
  ['[about 60 million](fact:stock)', '[over 55 million](fact:stock)'],
  ['[5,757 people in 2023](fact:people)', '[6,279 people in 2024](fact:people)'],
  ['[6,300](fact:people)', '[6,279](fact:people)'],
  ['[84 per cent](fact:civilians)', '[90 per cent](fact:civilians)'],
  ['[84%](fact:civilians)', '[90%](fact:civilians)'],
  ['[18 September 1996](fact:adopted)', '[18 September 1997](fact:adopted)'],
  ['[from 50 to fewer than 10](fact:producers)', '[from over 50 to fewer than 10](fact:producers)'],
  ['[](fact:parties)', '[162 States Parties](fact:parties)'],
]
/** In step, or meant: not a character of them changes. */
const SOUND = ['[162 States Parties](fact:parties), as of 24 November 2026', '[165](fact:parties@2025-04), as of April 2025', '[over 6,000](fact:people)', 'As of April 2025 much was well', '`[1](fact:parties)`', '\u00a0– “é” 𝔐 &amp; \\*  ', 'Words.']

describe('a mended text', () => {
  test.each(LAGGING)('%s becomes %s', async (lagging, expected) => {
    expect(await mended(`${lagging}.\n`)).toBe(`${expected}.\n`)
    expect(await mended(`${expected}.\n`)).toBe(`${expected}.\n`)
  })
  test.each([
    ['a list', '- a\n- LINK\n'],
    ['a quotation', '> [!NOTE]\n> LINK\n'],
    ['a cell', '| a | b |\n| - | - |\n| LINK | c |\n'],
    ['a note', 'A.[^1]\n\n[^1]: LINK\n'],
    ['YAML prose', '```timeline\n- date: 1999\n  title: Then LINK\n```\n'],
    ['quoted YAML prose', '```timeline\n- date: 1999\n  title: "Then LINK: it was"\n```\n'],
    ['a caption', '<!-- table: plain, caption: "LINK" -->\n| a |\n| - |\n| b |\n'],
    ['carriage returns', 'A\r\n\r\nLINK\r\n'],
  ])('is mended in %s', async (_, body) => {
    expect(await mended(body.replace('LINK', '[165](fact:parties)'))).toBe(body.replace('LINK', '[162](fact:parties)'))
  })
  test('has its cells mended where they are held against a series', async () => {
    const table = (value: string) => `<!-- table: plain, data: people -->\n| Year | People |\n| ---- | -----: |\n| 2023 |  ${value} |\n`
    expect(await mended(table('5,577'))).toBe(table('5,757'))
  })
  test('is mended in its own language', async () => {
    const head = HEAD.replace('budget', 'language: fr\nbudget')
    expect(await mended('[165 États parties](fact:parties), en date de 2025.\n', head)).toBe('[162 États parties](fact:parties), en date de septembre 2026.\n')
    // Other words would have to stand before a month than before a day.
    expect(await mended('[165 États parties](fact:parties), au 30 avril 2025.\n', head)).toBe('[162 États parties](fact:parties), au 30 avril 2025.\n')
  })
  test('is the same to the last character outside what changed, and a second time changes nothing', async () => {
    const pieces = fc.array(fc.oneof(fc.constantFrom(...LAGGING), fc.constantFrom(...SOUND).map((same): [string, string] => [same, same])), {minLength: 1, maxLength: 8})
    const form = fc.constantFrom('P.\n\n', '- P.\n\nx\n\n', '> P.\n\n', '## H\n\nP.\r\n\r\n')
    await fc.assert(
      fc.asyncProperty(pieces, fc.array(form, {minLength: 8, maxLength: 8}), async (parts, forms) => {
        const written = (side: 0 | 1) => parts.map((part, at) => (forms[at] ?? 'P').replace('P', () => part[side])).join('')
        const once = await mended(written(0))
        expect(once).toBe(written(1))
        expect(await mended(once)).toBe(once)
      }),
      {numRuns: 40, seed: 4},
    )
  })
})
