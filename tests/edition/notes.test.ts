import {expect, it} from 'vitest'
import {compose} from './compose.js'
import {outline} from './outline.js'

const SOURCES = `
\`\`\`sources
- id: lm-2025
  type: report
  title: Landmine Monitor 2025
  publisher: International Campaign to Ban Landmines
  date: 2025
- id: icrc-1996
  type: book
  title: "Anti-personnel Landmines: Friend or Foe?"
  publisher: International Committee of the Red Cross
  date: 1996
\`\`\`
`

it('numbers notes in order of first call: labels, sources and locators each once, blocks included', async () => {
  const {edition, told} = await compose(`First.[^b]

\`\`\`key-figures
title: Figures[^title]
figures:
  - value: 6,279
    label: people[^b]
    source: lm-2025
  - value: 5
    label: States[^a]
    source: lm-2025, p. 12
\`\`\`

<!-- table: plain, caption: "Left[^caption]", source: icrc-1996 -->
| State[^head] | Left |
| --- | ---: |
| Poland | 2026[^cell] |

Again.[^a] [^cell]

[^a]: A.
[^b]: B.
[^title]: Title.
[^caption]: Caption.
[^head]: Head.
[^cell]: Cell.
${SOURCES}`)
  expect(told).toEqual([])
  expect(edition && outline(edition)).toMatchInlineSnapshot(`
    "First.^1
    [key-figures]
      title: Figures^2
      figures[0].value: 6,279
      figures[0].label: people^1
      figures[0].source: source (3)
      figures[1].value: 5
      figures[1].label: States^4
      figures[1].source: source (5)
    [table] {table.1}
      variety: plain
      caption: Left^6
      source: source (9)
      table.columns[0].head: State^7
      table.columns[0].align: null
      table.columns[1].head: Left
      table.columns[1].align: right
      table.rows[0][0]: Poland
      table.rows[0][1]: 2026^8
    Again.^4 ^8
    [sources]
      sources[0]: International Campaign to Ban Landmines, _Landmine Monitor 2025_, 2025.
      sources[1]: International Committee of the Red Cross, _Anti-personnel Landmines: Friend or Foe?_, 1996.
    1) B.
    2) Title.
    3) International Campaign to Ban Landmines, _Landmine Monitor 2025_, 2025.
    4) A.
    5) International Campaign to Ban Landmines, _Landmine Monitor 2025_, 2025, p.~12.
    6) Caption.
    7) Head.
    8) Cell.
    9) International Committee of the Red Cross, _Anti-personnel Landmines: Friend or Foe?_, 1996."
  `)
})

it('keeps a note of several paragraphs, lists and code', async () => {
  const {edition} = await compose(`Text.[^long]

[^long]: First.

    Second *part*:

    - item

    \`\`\`
    code
    \`\`\`
`)
  expect(edition && outline(edition)).toMatchInlineSnapshot(`
    "Text.^1
    1) First.
       Second _part_:
       tight list
       - item
       code (no language): "code""
  `)
})

it('tells a source that the paper does not have, and the nearest', async () => {
  const block = (source: string) => `\`\`\`key-figures
- value: 5
  label: States
  source: ${source}
\`\`\`
`
  expect((await compose(block('lm-2052') + SOURCES)).told).toEqual(['error 4:11-4:18 edition/unknown-source: No source of this paper has the id `lm-2052`'])
  expect((await compose(block('lm-2025'))).told).toEqual(['error 4:11-4:18 edition/unknown-source: No source of this paper has the id `lm-2025`'])
})

it('tells a source id that two blocks define', async () => {
  const {told} = await compose(SOURCES + SOURCES)
  expect(told).toEqual([
    'error 16:3-20:13 edition/doubled-source: The id `lm-2025` names two sources',
    'error 21:3-25:13 edition/doubled-source: The id `icrc-1996` names two sources',
  ])
})

it('tells a note that calls another, or itself', async () => {
  const {told} = await compose(`Text.[^a] More.[^b]

[^a]: See also.[^b]
[^b]: See this.[^b]
`)
  expect(told).toEqual([
    'error 3:16-3:20 edition/note-in-note: A note cannot call another note',
    'error 4:16-4:20 edition/note-in-note: A note cannot call another note',
  ])
})

it('says nothing of a source that is listed and not called', async () => {
  expect((await compose(SOURCES)).told).toEqual([])
})
