import {describe, expect, it} from 'vitest'
import {layoutEditions} from '../../src/print/index.js'
import {assetsOf, front, sound} from '../papers.js'
import {faultsOf} from './faults.js'

const WORDS = 'The States Parties meet each year to see what was cleared, what was destroyed and what is left to do before the deadline they agreed on.'

/** What tends to come apart, below a paper of so many lines: headings, lists of both kinds, quotations, notes, a table, code. */
const paper = (lines: number, brand: string): string => `${front(`brand: ${brand}`)}${'A line.\n\n'.repeat(lines)}${PIECES}`

const PIECES = `## A heading that opens a list

- ${WORDS}
- ${WORDS}${'[^1]'}

  A second paragraph of the item. ${WORDS}
- [ ] ${WORDS}

### A heading directly under another

#### And a third, which opens a paragraph

${WORDS} ${WORDS} ${WORDS}[^2]

9. ${WORDS}
10. Short.
    1. Shorter.
    2. ${WORDS}

> ${WORDS}
>
> — who said it

## A heading over a table

| State | What it did | Year |
| --- | --- | ---: |
${['Chad', 'Peru', 'Togo', 'Mali', 'Cuba', 'Iraq', 'Oman', 'Fiji'].map((state, at) => `| ${state} | ${WORDS} | ${1997 + at} |`).join('\n')}

## A heading over code

\`\`\`
one
two
three
\`\`\`

${WORDS}[^1] ${WORDS}

[^1]: ${WORDS}
[^2]: ${WORDS} ${WORDS}
`

/** Papers to a document: those that settle soon do not wait for all others. */
const TOGETHER = 7

describe.each([{brand: 'house', step: 1}, {brand: 'ministry', step: 3}])('wherever the page ends, in the brand $brand', ({brand, step}) => {
  it('nothing comes apart, stands outside its place or on top of another', async () => {
    const faults: string[] = []
    for (let from = 0; from <= 40; from += TOGETHER * step) {
      const lines = Array.from({length: TOGETHER}, (_, at) => from + at * step)
      const papers = await Promise.all(lines.map((count) => sound(paper(count, brand), `${count}-lines.md`)))
      const {value, diagnostics} = await layoutEditions(papers.map(({edition}) => edition), assetsOf(papers))
      faults.push(...diagnostics.map(({message}) => message))
      for (const {edition} of papers) faults.push(...faultsOf(edition, value?.pages ?? []).map((fault) => `${edition.path} ${fault}`))
    }
    expect(faults).toEqual([])
  })
})
