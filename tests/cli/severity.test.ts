import {readdir} from 'node:fs/promises'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {briefing, folderOf} from '../workspace/folder-of.js'
import {demarche} from './in-one-process.js'

const LINK = 'Look [here](https://example.org).\n'
const FILES = {'briefings/a.md': briefing('A', '', `## Q\n\n${LINK}`), 'briefings/b.md': briefing('B')}
const withSeverity = (...lines: string[]) => folderOf({...FILES, 'demarche.yml': `severity:\n${lines.map((line) => `  ${line}\n`).join('')}`})

describe('the severity that a project chooses', () => {
  test('is that of the program where it chooses none', async () => {
    expect(await demarche('check', await folderOf(FILES))).toMatchObject({code: 0, out: '2 papers checked; 1 warning\n', err: expect.stringContaining('warning[checks/link-words]')})
  })
  test('leaves a warning out, also under `--strict`', async () => {
    const cwd = await withSeverity('checks/link-words: off')
    expect(await demarche('check', cwd)).toMatchObject({code: 0, out: '2 papers checked; no errors\n', err: ''})
    expect(await demarche('check --strict', cwd)).toMatchObject({code: 0, err: ''})
  })
  test('raises a warning, which stops its paper and no other', async () => {
    const cwd = await withSeverity('checks/link-words: error')
    expect(await demarche('check', cwd)).toMatchObject({code: 1, out: '2 papers checked; 1 error\n', err: expect.stringContaining('error[checks/link-words]')})
    const built = await demarche('build', cwd)
    expect(built).toMatchObject({code: 1, out: expect.stringContaining('1 paper written'), err: expect.stringContaining('error[checks/link-words]')})
    expect(await readdir(path.join(cwd, 'output'))).toEqual(['b.en.pdf', 'manifest.json'])
  })
  test('reaches what is read off the finished pages', async () => {
    const long = briefing('Long', '', `## Q\n\n${'A sentence of some words that fills the page.\n\n'.repeat(150)}\n`)
    const text = long.replace('budget: none\n', '').replace('q-and-a', 'fact-sheet')
    const cwd = await folderOf({'briefings/a.md': text, 'demarche.yml': 'severity: {fact-sheet/over-budget: error}\n'})
    expect(await demarche('build', cwd)).toMatchObject({code: 1, err: expect.stringContaining('error[fact-sheet/over-budget]')})
  })
  test('reaches what is found between the papers of a run', async () => {
    const register = 'facts:\n  parties:\n    statement: Parties\n    values:\n      - {value: 165, as_of: 2025-04-30}\n      - {value: 162, as_of: 2026-09-30}\n'
    const papers = {
      'briefings/facts.yml': register,
      'briefings/a.md': briefing('A', '', '## Q\n\nThere are [162](fact:parties).\n'),
      'briefings/b.md': briefing('B', 'as_of: 2025-05-01\n', '## Q\n\nThere are [165](fact:parties).\n'),
    }
    expect((await demarche('check', await folderOf(papers))).err).toContain('warning[facts/contradiction]')
    const off = await demarche('check', await folderOf({...papers, 'demarche.yml': 'severity: {facts/contradiction: off, facts/superseded: off}\n'}))
    expect(off).toMatchObject({code: 0, err: ''})
    const raised = await demarche('check', await folderOf({...papers, 'demarche.yml': 'severity: {facts/contradiction: error}\n'}))
    expect(raised).toMatchObject({code: 1, err: expect.stringContaining('error[facts/contradiction]')})
    const reason = '<!-- demarche-ignore: facts/contradiction, reason: "As it stood then." -->\n'
    const ignored = await demarche('check', await folderOf({...papers, 'briefings/b.md': papers['briefings/b.md'].replace('There', `${reason}There`)}))
    expect(ignored.err).not.toContain('facts/contradiction')
  })
  test('is no reason to say that the facts of a paper are not known', async () => {
    const cwd = await withSeverity('checks/link-words: error')
    expect(await demarche('facts', cwd)).toMatchObject({code: 0, err: ''})
  })
})
