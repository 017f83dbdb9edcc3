import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {isBriefing, readBriefing, readTemplate} from '../../src/briefing/index.js'
import {toldWithHint} from '../told.js'

const root = new URL('../../briefings/', import.meta.url)
const papers = readdirSync(root, {recursive: true, encoding: 'utf8'})
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({path: path.replaceAll('\\', '/'), text: readFileSync(new URL(path, root), 'utf8')}))
  .filter((source) => isBriefing(source) && !readTemplate(source))

describe('the briefings of this repository', () => {
  it('are there', () => expect(papers.length).toBeGreaterThanOrEqual(7))
  it.each(papers)('$path is read without an error', (source) => {
    const {diagnostics} = readBriefing(source)
    expect(diagnostics.filter(({severity}) => severity === 'error').map((found) => toldWithHint(found))).toEqual([])
  })
  it.each(papers.filter(({path}) => path.startsWith('mine-ban/')))('$path is read without a warning', (source) => {
    expect(readBriefing(source).diagnostics.map((found) => toldWithHint(found))).toEqual([])
  })
})
