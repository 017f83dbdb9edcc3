import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {check} from '../../src/check.js'
import {hasErrors} from '../../src/diagnostic.js'
import {isBriefing, readTemplate} from '../../src/briefing/index.js'
import {namedPaper} from '../../src/press/named-paper.js'
import {findBriefings, openWorkspace, otherPapers} from '../../src/workspace/index.js'
import {told} from '../told.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
const sources = ['briefings/mine-ban', 'briefings/specimen'].flatMap((folder) =>
  readdirSync(`${ROOT}/${folder}`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({path: `${folder}/${name}`, text: readFileSync(`${ROOT}/${folder}/${name}`, 'utf8')}))
    .filter((source) => isBriefing(source) && !readTemplate(source)),
)

const {value: workspace} = await openWorkspace(ROOT)
if (!workspace) throw new Error('the workspace did not open')
const {files} = workspace
const others = await otherPapers(workspace, (await findBriefings(workspace, [], ROOT)).found)
const papers = (name: string, from: string) => namedPaper(name, from, others)

describe('the briefings', () => {
  it('are there', () => expect(sources.length).toBeGreaterThanOrEqual(7))
  for (const brand of ['house', 'ministry']) {
    for (const audience of ['external', 'internal'] as const) {
      it.each(sources)(`$path composes without a word in ${brand}, ${audience}`, async (source) => {
        const {value, diagnostics} = await check(source, {files, brand, audience, papers})
        expect(diagnostics.map((one) => told(one))).toEqual([])
        expect(hasErrors(diagnostics)).toBe(false)
        expect(value?.edition.brand.name).toBe(brand)
        expect(JSON.parse(JSON.stringify(value?.edition))).toEqual(value?.edition)
        const notes = value?.edition.notes.map(({number}) => number) ?? []
        expect(notes).toEqual(notes.map((_, index) => index + 1))
      })
    }
  }
})
