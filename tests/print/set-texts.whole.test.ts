import fc from 'fast-check'
import {expect, it} from 'vitest'
import {openPartMemo, type PartMemo} from '../../src/print/index.js'
import type {DrawnNode, DrawnText} from '../../src/drawing/index.js'
import type {LaidLine} from '../../src/print/laid-out.js'
import {giveTexts, openTextMemo, type SetText, setOnce} from '../../src/print/set-texts.js'
import {front, sound} from '../papers.js'
import {expectSame, printed, through} from './among.js'

/** Texts of one line: cells of two tables, ranged left, right and in the middle, a heading, labels, a point. */
const paper = ([cell, figure, heading, label]: readonly [string, string, string, string]) =>
  sound(`${front()}## ${heading}

| State | What it said | Year |
| --- | :---: | ---: |
| Poland | ${cell} | 2026 |
| Norway | It joined. | ${figure} |

- ${label}
- A point that all of the papers have, which is long enough to take more than one line of the column that it stands in.

| A wider column of names | ${label} | ${figure} | It joined. |
| --- | ---: | --- | :---: |
| ${cell} | 2026 | ${figure} | Poland |

\`\`\`key-figures
- {value: "${figure}", label: ${label}}
- {value: "102", label: districts}
\`\`\`
`)

/** A memo of parts whose texts pass through `hand` when they are handed out. */
const handing = (hand: (text: SetText) => SetText): PartMemo => {
  const memo = openPartMemo()
  return {...memo, texts: through(memo.texts, hand)}
}

const print = async (words: readonly [string, string, string, string], memo?: PartMemo) => printed(await paper(words), memo)

it('papers have the same bytes, whichever texts were set for others before them', async () => {
  // Among them some that are alike, that are the same in other pieces, that need more than a line, and that come without hyphens.
  const word = fc.constantFrom('It left.', 'It', 'districts', 'It joined, and left later; `code` stands here.', 'An *It* left.', 'An It left.', 'Norway', 'words that go on '.repeat(9).trim())
  const figure = fc.constantFrom('1', '2026', '1,234,567', '55 million')
  const memo = openPartMemo()
  await fc.assert(
    fc.asyncProperty(fc.tuple(word, figure, word, fc.constantFrom('It', 'districts', 'Norway')), async (words) => {
      const [alone, among] = [await print(words), await print(words, memo)]
      expectSame(among, alone)
    }),
    {numRuns: 30},
  )
})

it('a text of one line is set once, also where the row around it changes', async () => {
  const known: string[] = []
  const memo = handing((text) => {
    known.push(text.line.string)
    return text
  })
  await print(['It left.', '1', 'A heading', 'districts'], memo)
  known.length = 0
  await print(['It stayed.', '2', 'A heading', 'districts'], memo)
  expect(known).toEqual(expect.arrayContaining(['Poland', '2026', 'Norway', 'It joined.', 'districts']))
  expect(known).not.toContain('It left.')
})

it('a text whose box comes out otherwise is set anew, with its part', async () => {
  const alone = await print(['It left.', '1', 'A heading', 'districts'])
  const wide = handing((text) => ({...text, width: text.width + 1, line: {...text.line, runs: []}}))
  await print(['It stayed.', '2', 'A heading', 'districts'], wide)
  const among = await print(['It left.', '1', 'A heading', 'districts'], wide)
  expectSame(among, alone)
})

it('a text is told by its words, their pieces, and the styles around it; not by its place', () => {
  const words = (value: string): DrawnText => ({type: 'TEXT_INSTANCE', value})
  const text = (props: object, ...children: (DrawnNode | DrawnText)[]): DrawnNode => ({type: 'TEXT', box: {}, style: {fontSize: 9}, props: {order: 1, ...props}, children})
  const keyOf = (one: DrawnNode, width = 100) => {
    const asked = giveTexts({type: 'VIEW', box: {}, style: {width}, props: {}, children: [one]}, '', openTextMemo())
    return asked.get(1)?.key
  }
  const plain = keyOf(text({}, words('It left.')))
  expect(plain).toBeDefined()
  expect(keyOf(text({place: {path: 'a.md'}, tag: {role: 'P'}}, words('It left.')))).toBe(plain)
  expect(keyOf(text({}, words('It left'), words('.')))).not.toBe(plain)
  expect(keyOf(text({divides: 'en'}, words('It left.')))).not.toBe(plain)
  expect(keyOf(text({}, words('It left.')), 99)).not.toBe(plain)
  expect(keyOf(text({}, words('It '), text({}, words('left.'))))).toBeUndefined()
  expect(keyOf(text({}, words('It left. '.repeat(20))))).toBeUndefined()
})

it('a text is remembered where the width of its box is all that its line depends on', () => {
  const line = (width: number, align: string) => ({string: 'It', xAdvance: 7, box: {x: 0, y: 0, width, height: 12}, runs: [{attributes: {align, fontSize: 9}}]}) as LaidLine
  const box = {top: 0, left: 0, width: 100, height: 12, paddingLeft: 10}
  const once = (lines: LaidLine[], more = {}) => setOnce({type: 'TEXT', props: {}, box, lines, ...more})
  expect(once([line(90, 'right')])).toEqual({asSet: {xAdvance: 7, box: {height: 12}}, width: 100})
  expect(once([line(470, 'left')])).toBeDefined()
  expect(once([line(470, 'right')])).toBeUndefined()
  expect(once([line(90, 'center')], {alignOffset: 20})).toBeUndefined()
  expect(once([line(90, 'left'), line(90, 'left')])).toBeUndefined()
  expect(once([])).toBeUndefined()
})
