import {describe, expect, it} from 'vitest'
import {check} from '../../src/check.js'
import {memoryFiles} from '../edition/compose.js'
import {told} from '../told.js'

const FRONT = '---\nkind: q-and-a\ntitle: A paper\ndate: 2026-11-24\n---\n'
async function toldOf(body: string): Promise<string[]> {
  const {diagnostics} = await check({path: 'paper.md', text: FRONT + body}, {files: memoryFiles()})
  return diagnostics.filter(({rule}) => rule === 'checks/table-head').map((one) => told(one, 5))
}

describe('the head of a table', () => {
  it('is missed where no cell of it has a word', async () => {
    expect(await toldOf('|   |   |\n| - | - |\n| a | b |\n')).toEqual(['warning 1:1-1:2 checks/table-head: This table has no head: nothing says what stands in its columns'])
  })
  it('is missed over one column', async () => {
    expect(await toldOf('| a |  | c |\n| - | - | - |\n| 1 | 2 | 3 |\n')).toEqual([expect.stringMatching(/^warning 1:\d+-1:\d+ checks\/table-head: Column 2 of this table has no name/)])
  })
  it('is missed in a table under a comment, and within a quotation', async () => {
    expect(await toldOf('> [!NOTE]\n> |   |   |\n> | - | - |\n> | a | b |\n\n<!-- table: plain -->\n|   |   |\n| - | - |\n| a | b |\n')).toHaveLength(2)
  })
  it('may have an empty corner, code, or a picture', async () => {
    expect(await toldOf('|   | `b` | *c* |\n| - | - | - |\n| 1 | 2 | 3 |\n')).toEqual([])
  })
  it('is not missed where a reason is given', async () => {
    expect(await toldOf('<!-- demarche-ignore: checks/table-head, reason: "a form to fill in" -->\n|   |   |\n| - | - |\n| a | b |\n')).toEqual([])
  })
})
