import {describe, expect, it} from 'vitest'
import {readBriefing} from '../../src/briefing/index.js'
import {checked} from '../papers.js'

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
  it('stops the paper all the same', async () => {
    const text = paper('title: A paper', 'date: tomorrow').replace(/A link.*/, 'Words.')
    const {value, diagnostics} = await checked(text)
    expect(value).toBeUndefined()
    expect(diagnostics.map(({rule}) => rule)).toEqual(['fact-sheet/date'])
  })
})
