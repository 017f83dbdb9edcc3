import fc from 'fast-check'
import {expect, it} from 'vitest'
import {openPartMemo, type PartMemo} from '../../src/print/index.js'
import type {LaidNode} from '../../src/print/laid-out.js'
import type {Strip} from '../../src/print/strips.js'
import {front, sound} from '../papers.js'
import {expectSame, printed, through} from './among.js'

/** A paper in which each of these words stands in a strip: rows, points, figures, steps, asks, and what is argued. */
const paper = (words: readonly string[]) => {
  const [row, point, inner, label, event, ask, argued] = words
  return sound(`${front()}| State | Year | What it said |
| --- | ---: | --- |
| Poland | 2026 | It left. |
| Norway | 1997 | ${row} |
| Latvia | 2025 | It left as well. |

- The same point in all papers, long enough to take more than one line of the column that it stands in.
- **${point}** stands in this one, whose words are set in two styles and run over the end of a line, too.
  - A point within a point.
  - ${inner}
- [ ] A task.

\`\`\`key-figures
- {value: "14", label: districts}
- {value: "102", label: "${label}"}
- {value: "55 million", label: mines}
\`\`\`

\`\`\`timeline
events:
  - {date: 1997-12-03, title: "${event}"}
  - {date: 1999-03-01, title: Entered into force}
\`\`\`

\`\`\`recommendations
asks:
  - {to: The desk, ask: "${ask}"}
  - {to: All States, ask: Stay in., deadline: 2027-02-20}
\`\`\`

\`\`\`comparison
rows:
  - {argument: "${argued}", response: They do not.}
  - {argument: Others do., response: Few others do.}
\`\`\`
`)
}

const SAME = ['It joined.', 'A point', 'Another point', 'tasks', 'Opened for signature', 'Stay in.', 'They help.']

/** A memo of parts whose strips pass through `hand` when they are handed out. */
const handing = (hand: (strip: Strip) => Strip): PartMemo => {
  const memo = openPartMemo()
  return {...memo, strips: through(memo.strips, hand)}
}

const print = async (words: readonly string[], memo?: PartMemo) => printed(await paper(words), memo)

it('papers have the same bytes, whichever strips were laid out for others before them', async () => {
  // Of one length, so that what follows stands at the same places; in lines of which some more, some fewer fit.
  const word = fc.array(fc.constantFrom('iiiii', 'WWWWW', 'a-bcd', '*it*e', '1,234'), {minLength: 12, maxLength: 12}).map((words) => words.join(' '))
  const words = fc.tuple(...SAME.map(() => fc.oneof({weight: 3, arbitrary: fc.constant('iiiii WWWWW a-bcd *it*e 1,234 iiiii WWWWW a-bcd *it*e 1,234 iiiii WWWWW')}, word)))
  const memo = openPartMemo()
  await fc.assert(
    fc.asyncProperty(words, async (words) => {
      const [alone, among] = [await print(words), await print(words, memo)]
      expectSame(among, alone)
    }),
    {numRuns: 20},
  )
})

it('of a table, a list and the like of which one entry differs, the others are laid out once', async () => {
  const known: Strip[] = []
  const memo = handing((strip) => {
    known.push(strip)
    return strip
  })
  await print(SAME, memo)
  known.length = 0
  await print(SAME.map((words) => `${words.slice(0, -1)}x`), memo)
  const words = (node: LaidNode): string => [...(node.lines ?? []).map(({string}) => string), ...(node.type === 'TEXT' ? [] : (node.children ?? []).map(words))].join(' ').replaceAll('\u00a0', ' ').trim()
  const said = known.map(({box}) => words(box))
  for (const part of ['Poland', 'Latvia', 'The same point', 'A point within', 'districts', 'mines', 'Entered into force', 'All States', 'Others do.']) {
    expect(said.filter((one) => one.includes(part)), part).not.toEqual([])
  }
})

it('a strip that is wider than its place is laid out anew', async () => {
  const alone = await print(SAME)
  // One that was laid out in another width has other lines: here it has none.
  const wide = handing(({box, lessons}) => ({box: {...box, children: [], box: {top: 0, left: 0, height: 0, ...box.box, width: 1 + (box.box?.width ?? 0)}}, lessons}))
  await print(SAME.map((words) => `${words}.`), wide)
  const among = await print(SAME, wide)
  expectSame(among, alone)
})

it('what a strip teaches of its texts is known with it', async () => {
  // A text of which a line ends within a word, where the style changes, is set again; and here with it the point that it stands under.
  const papers = ['A point', 'A punkt'].map((point) => SAME.map((words, at) => (at === 1 ? point : at === 2 ? 'much un*believ*able '.repeat(12).trim() : words)))
  const taught: Strip[] = []
  const memo = handing((strip) => {
    if (strip.lessons.length > 0) taught.push(strip)
    return strip
  })
  for (const words of papers) {
    taught.length = 0
    const [alone, among] = [await print(words), await print(words, memo)]
    expectSame(among, alone)
  }
  expect(taught).toHaveLength(1)
})
