import {describe, expect, it} from 'vitest'
import {readBriefing} from '../../src/briefing/index.js'
import {stepsOf} from '../steps.js'

const FRONT = '---\nkind: fact-sheet\ntitle: T\ndate: 2026-11-24\n---\n\n'

/** An ordinary paper of 80 KB: what is refused or strange must cost no more than a few of these. */
const ORDINARY = `${FRONT}${'A sentence about *mines* and [what](https://a.example/) they do.[^1]\n\n- one\n- two\n\n'.repeat(900)}[^1]: Note.\n`

const REFUSED = {
  'list marks in one line': `${'- '.repeat(2500)}a`,
  'quotation marks in one line': '>'.repeat(5000),
  'images that never close': '!['.repeat(8500),
  'links that never close': '[a]('.repeat(9000),
  'nested brackets': '['.repeat(20000),
  'comments that never close, within lines': 'a <!-- '.repeat(10000),
  'lists that go in and in': Array.from({length: 400}, (_, n) => `${' '.repeat(2 * n)}- a`).join('\n'),
  'links that never close, behind what is no table': `> a\n| a |\n| - |\n${'| [a]([a]([a]([a]([a]([a]([a]([a]( |\n'.repeat(1000)}`,
  'links that never close, below what is no head': `| a | b |\n| - |\n${'| [a]([a]([a]([a]([a]([a]([a]([a]( |\n'.repeat(1000)}`,
  'backticks of every length': Array.from({length: 300}, (_, n) => '`'.repeat(n + 1)).join(' '),
  'rows of stars': `${'*'.repeat(300)}a `.repeat(300),
}
const STRANGE = {
  'a rule of 2,500 signs': '- '.repeat(2500),
  'a list forty levels deep': Array.from({length: 40}, (_, n) => `${' '.repeat(2 * n)}- a`).join('\n'),
  'emphasis that never closes': '*a '.repeat(20000),
  'strong and emphasis that never close': '*a **a '.repeat(10000),
  'backticks of some lengths': `${Array.from({length: 32}, (_, n) => '`'.repeat(n + 1)).join(' ')} ${'word '.repeat(5000)}`,
  'tags that never close': '<a '.repeat(20000),
  'entities': '&copy'.repeat(20000),
  'a table of many columns': `|${' a |'.repeat(2000)}\n|${' - |'.repeat(2000)}\n|${' b |'.repeat(2000)}\n`,
  'bare addresses': 'www.a.example/('.repeat(5000),
  'strikes': '~a ~~a '.repeat(8000),
  'fences in fences': '```\n~~~\n'.repeat(6000),
  'definitions': Array.from({length: 3000}, (_, n) => `[${n}]: /x`).join('\n'),
  'tags in a quotation': '> [!NOTE]\n'.repeat(3000),
  'a table of links that never close': `| a |\n| - |\n${'| [a]([a]([a]([a]([a]([a]([a]([a]( |\n'.repeat(1000)}`,
  'note calls': '[^a] '.repeat(150),
  'signs of lists without spaces': '+-'.repeat(20000),
  'a long line': 'a'.repeat(200000),
  'backslashes': '\\'.repeat(100000),
  'a setext heading far below': `${'a\n'.repeat(20000)}===`,
}

const cost = (text: string) => stepsOf(() => readBriefing({path: 'a.md', text}))

describe('what would keep the reader busy', async () => {
  readBriefing({path: 'a.md', text: ORDINARY})
  const ordinary = await cost(ORDINARY)
  it.each(Object.entries(REFUSED))('%s: refused unread', async (_, body) => {
    const {diagnostics} = readBriefing({path: 'a.md', text: FRONT + body})
    expect(diagnostics.map(({rule}) => rule)).toEqual(['briefing/tangled'])
    expect((await cost(FRONT + body)) / ordinary).toBeLessThan(0.01)
  })
  it.each(Object.entries(STRANGE))('%s: read, or refused, at the cost of a few ordinary papers', async (_, body) => {
    expect((await cost(FRONT + body)) / ordinary).toBeLessThan(3)
  })
  it('a table with a link in each of its cells is read, however long', () => {
    const {diagnostics} = readBriefing({path: 'a.md', text: `${FRONT}| a | b |\n| - | - |\n${'| [a](https://a.example/) | [b](https://b.example/) |\n'.repeat(1000)}`})
    expect(diagnostics.map(({rule}) => rule)).toEqual([])
  })
  it('a file of over 256 KB is refused', () => {
    expect(readBriefing({path: 'a.md', text: FRONT + 'word '.repeat(60000)}).diagnostics.map(({rule}) => rule)).toEqual(['briefing/too-large'])
  })
})
