import {describe, expect, it} from 'vitest'
import {readBriefing, readMeta} from '../../src/briefing/index.js'
import {check} from '../../src/check.js'
import {checked} from '../papers.js'
import {memoryFiles} from '../edition/compose.js'

const paper = (...lines: string[]) => ['---', 'kind: fact-sheet', ...lines, '---', '', 'A link [to nothing](doc:nowhere).[^9]', ''].join('\n')
const rules = async (text: string) => (await checked(text)).diagnostics.map(({rule}) => rule)

describe('a mistyped key of the front matter', () => {
  it('hides nothing else that is wrong with the paper', async () => {
    expect(await rules(paper('title: A paper', 'date: 2026-11-24', 'colour: red'))).toEqual(['fact-sheet/unknown-key', 'edition/unknown-paper', 'briefing/unknown-note'])
  })
  it('counts as the key that it is nearest to: what is asked of the paper is asked of that', async () => {
    const text = paper('titel: Un papier', 'date: 2026-11-24', 'langage: fr')
    expect(readBriefing({path: 'a.md', text}).value?.meta).toMatchObject({title: 'Un papier', language: 'fr'})
    expect(await rules(text)).toEqual(['fact-sheet/unknown-key', 'fact-sheet/unknown-key', 'edition/unknown-paper', 'briefing/unknown-note'])
  })
  it('never takes the place of one that is there', () => {
    expect(readBriefing({path: 'a.md', text: paper('title: A paper', 'titel: Another', 'date: 2026-11-24')}).value?.meta.title).toBe('A paper')
  })
  it('stops the paper all the same', async () => {
    expect((await checked(paper('title: A paper', 'date: 2026-11-24', 'colour: red').replace(/A link.*/, 'Words.'))).value).toBeUndefined()
  })
})

describe('a value of the front matter that is none', () => {
  it('hides nothing else that is wrong with the paper', async () => {
    expect(await rules(paper('title: A paper', 'date: tomorrow'))).toEqual(['fact-sheet/date', 'edition/unknown-paper', 'briefing/unknown-note'])
    expect(await rules(paper('title: A paper', 'date: 2026-11-24', 'status: done'))).toEqual(['fact-sheet/status', 'edition/unknown-paper', 'briefing/unknown-note'])
  })
  it('hides nothing where every paper has to have it, and it is missing', async () => {
    expect(await rules(paper('subtitle: No more than that'))).toEqual(['fact-sheet/missing-key', 'fact-sheet/missing-key', 'edition/unknown-paper', 'briefing/unknown-note'])
  })
  it('has nothing said that only follows from it', async () => {
    expect(await rules(paper('title: A paper', 'date: 2026-11-24', 'facts: [a, b]'))).toEqual(['fact-sheet/not-text', 'briefing/unknown-note'])
  })
  it('leaves nothing that others could print or lead to', () => {
    expect(readBriefing({path: 'a.md', text: paper('title: A paper', 'date: tomorrow')}).value).toBeUndefined()
    expect(readMeta({path: 'a.md', text: paper('date: 2026-11-24', 'symbol: X/1')})).toBeUndefined()
  })
  it('has no figure held against another day than its own', async () => {
    const register = 'facts:\n  parties: {statement: Parties, values: [{value: 165, as_of: 2025-04}, {value: 161, as_of: 2026-02}]}\n'
    const text = (date: string) => `---\nkind: fact-sheet\ntitle: A paper\n${date}\n---\n\nThere are [165](fact:parties).\n`
    const told = async (date: string) => (await check({path: 'a.md', text: text(date)}, {files: memoryFiles({'facts.yml': register})})).diagnostics.filter(({severity}) => severity === 'error').map(({rule}) => rule)
    expect(await told('date: 2026-11-24')).toEqual(['facts/text-differs'])
    expect(await told('date: 2025-05-05')).toEqual([])
    expect(await told('date: 5 May 2025')).toEqual(['fact-sheet/date'])
    expect(await told('date: 2026-11-24\nas_of: May 2025')).toEqual(['fact-sheet/as_of'])
  })
  it('stops the paper all the same', async () => {
    const text = paper('title: A paper', 'date: tomorrow').replace(/A link.*/, 'Words.')
    const {value, diagnostics} = await checked(text)
    expect(value).toBeUndefined()
    expect(diagnostics.map(({rule}) => rule)).toEqual(['fact-sheet/date'])
  })
})
