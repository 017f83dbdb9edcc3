import {describe, expect, it} from 'vitest'
import {compose} from './compose.js'

const files = {
  'briefings/topic/data.csv': 'year,people\n2024,6279\n',
  'briefings/topic/other/DATA.csv': 'x\n',
  'shared.json': '{}',
  'briefings/topic/secret.md': '---\nkind: fact-sheet\n---\n> [!INTERNAL]\n> Secret.\n',
  'briefings/topic/readme.md': '# Read me\n',
}
const attaching = (list: string) => compose('Text.\n', {front: `attach: [${list}]`, files})

describe('attached files', () => {
  it('are carried by the edition, with what they are to the paper and without a date or a path of the disk', async () => {
    const {edition, told} = await attaching('data.csv, /shared.json, readme.md')
    expect(told).toEqual([])
    expect(edition?.attached).toEqual([
      {
        name: 'data.csv',
        path: 'briefings/topic/data.csv',
        sha256: '3913e4c894c64888cff75f7b87992a08750dcf063edd4d02bb5d244e5fe5f6f0',
        type: 'text/csv',
        relationship: 'Data',
        description: 'Data of "A paper": data.csv',
      },
      expect.objectContaining({name: 'shared.json', path: 'shared.json', type: 'application/json'}),
      expect.objectContaining({name: 'readme.md', type: 'text/markdown'}),
    ])
  })
  it('are absent where nothing is attached', async () => {
    expect((await compose('Text.\n')).edition).not.toHaveProperty('attached')
  })
  it.each([
    ['gone.csv', 'edition/attached-missing: There is no file `gone.csv`'],
    ['../../../etc/passwd', 'edition/attached-outside: `../../../etc/passwd` lies outside the workspace'],
    ['"https://example.org/data.csv"', 'edition/attached-outside: `https://example.org/data.csv` is not a file of this workspace'],
    ["'a\\b.csv'", 'edition/attached-missing: `a\\b.csv` is not a path from this briefing'],
    ['secret.md', 'edition/attached-briefing: `secret.md` is a briefing: attached as it is, its internal passages would leave the house'],
  ])('that cannot go along are told where they are named: %s', async (typed, told) => {
    const found = await attaching(typed)
    expect(found.edition).toBeUndefined()
    expect(found.told).toEqual([expect.stringMatching(/^error -?\d+:\d+/)])
    expect(found.told[0]).toContain(told)
  })
  it('of one name, capitals aside, are told: in the PDF the name is all they have', async () => {
    expect((await attaching('data.csv, other/DATA.csv')).told).toEqual([expect.stringContaining('edition/attached-twice: A file named `DATA.csv` is attached already')])
  })
})

describe('an anonymous edition', () => {
  it('names no author, and its ids do not tell where the briefing lay', async () => {
    const {edition} = await compose('Text.\n', {front: 'author: Ann Author', options: {anonymous: true}})
    expect(edition?.meta).not.toHaveProperty('author')
    expect(edition?.key).toBe('paper')
  })
})
