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
  it('leaves a value that is wrong to be mended first', () => {
    expect(readBriefing({path: 'a.md', text: paper('title: A paper', 'date: tomorrow')}).value).toBeUndefined()
  })
})
