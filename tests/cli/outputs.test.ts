import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import {describe, expect, it, test} from 'vitest'
import {sha256Of} from '../../src/inputs.js'
import {briefing, folderOf} from '../workspace/folder-of.js'
import {demarche} from './in-one-process.js'

const files = async (root: string) => (await readdir(path.join(root, 'output'))).filter((name) => name.endsWith('.pdf')).sort()
const listed = async (root: string) => JSON.parse(await readFile(path.join(root, 'output', 'manifest.json'), 'utf8')).papers

describe('outputs', () => {
  it('are files of their own, which the manifest tells apart, and verify knows', async () => {
    const root = await folderOf({'briefings/a.md': briefing()})
    const {code, err} = await demarche('build --output booklet,print,two-up --crop-marks', root)
    expect({code, err}).toEqual({code: 0, err: ''})
    expect(await files(root)).toEqual(['a.en.booklet.pdf', 'a.en.print.pdf', 'a.en.two-up.pdf'])
    const known = (await listed(root)).map(({path: file, output, bleed, tagged, conformance}: Record<string, unknown>) => ({file, output, bleed, tagged, conformance}))
    expect(known).toEqual([
      {file: 'a.en.booklet.pdf', output: 'booklet', bleed: undefined, tagged: false, conformance: []},
      {file: 'a.en.print.pdf', output: 'print', bleed: 8.5, tagged: undefined, conformance: ['PDF/UA-1', 'PDF/A-2a']},
      {file: 'a.en.two-up.pdf', output: 'two-up', bleed: undefined, tagged: false, conformance: []},
    ])
    for (const file of await files(root)) expect((await demarche(`verify output/${file} --source`, root)).out).toContain('verified: its sources print the same bytes')
  }, 60_000)

  it('are those of the command line, else of the briefing, else of the workspace, else one for the screen', async () => {
    const root = await folderOf({'demarche.yml': 'outputs: [screen, two-up]\n', 'briefings/a.md': briefing('A', 'outputs: [print]\n'), 'briefings/b.md': briefing('B')})
    expect((await demarche('build', root)).code).toBe(0)
    expect(await files(root)).toEqual(['a.en.print.pdf', 'b.en.pdf', 'b.en.two-up.pdf'])
    expect((await demarche('build briefings/a.md --output screen --light-toner', root)).code).toBe(0)
    expect(await files(root)).toContain('a.en.light-toner.pdf')
  }, 60_000)

  it('have the same bytes, whether the cache had them or not', async () => {
    const root = await folderOf({'briefings/a.md': briefing()})
    await demarche('build --output print,booklet', root)
    const before = await listed(root)
    await demarche('build --output print,booklet --out again --no-cache', root)
    const after = JSON.parse(await readFile(path.join(root, 'again', 'manifest.json'), 'utf8')).papers
    expect(after.map(({sha256}: {sha256: string}) => sha256)).toEqual(before.map(({sha256}: {sha256: string}) => sha256))
    for (const {path: file, sha256} of before) expect(sha256Of(await readFile(path.join(root, 'output', file)))).toBe(sha256)
  }, 60_000)

  test.each([
    ['build --output paper', '`--output` takes `screen`, `print`, `booklet` or `two-up`, and not `paper`'],
    ['build --output print,bokklet', '`--output` takes `screen`, `print`, `booklet` or `two-up`, and not `bokklet`'],
    ['build --names short', '`--names` takes `plain` or `delivery`, and not `short`'],
  ])('%s is bad usage', async (line, message) => {
    const {code, err} = await demarche(line, await folderOf({'briefings/a.md': briefing()}))
    expect(code).toBe(3)
    expect(err).toContain(message)
  })

  it('that are none are told at their place', async () => {
    const root = await folderOf({'briefings/a.md': briefing('A', 'outputs: [screen, leaflet]\n')})
    const {code, err} = await demarche('check', root)
    expect(code).toBe(1)
    expect(err).toContain('Expected `screen`, `print`, `booklet` or `two-up`')
    expect(err).toContain('briefings/a.md:6:19')
  })
})

describe('names for who receives a paper', () => {
  it('have symbol, title, language and date, and say of a draft that it is one', async () => {
    const root = await folderOf({'briefings/a.md': briefing('Łódź & “mines”', 'symbol: A/1\n'), 'briefings/b.md': briefing('B', 'symbol: A/2\nstatus: draft\nrev: 1\n')})
    expect((await demarche('build --names delivery --output screen,print', root)).code).toBe(0)
    expect(await files(root)).toEqual([
      'A-1_lodz-mines_EN_2026-11-24.pdf',
      'A-1_lodz-mines_EN_2026-11-24.print.pdf',
      'A-2_b_EN_2026-11-24_Rev1_DRAFT.pdf',
      'A-2_b_EN_2026-11-24_Rev1_DRAFT.print.pdf',
    ])
  }, 60_000)

  it('that two papers would have are refused, of both', async () => {
    const root = await folderOf({'briefings/a.md': briefing('Mines'), 'briefings/b.md': briefing('Mines!'), 'briefings/c.md': briefing('More')})
    const {code, err} = await demarche('build --names delivery', root)
    expect(code).toBe(1)
    expect(err.match(/error\[press\/same-output\]/g)).toHaveLength(2)
    expect(await files(root)).toEqual(['more_EN_2026-11-24.pdf'])
  }, 60_000)

  it('may say nothing', async () => {
    const root = await folderOf({'briefings/a.md': briefing('A secret', 'symbol: A/1\n')})
    await demarche('build --neutral-names', root)
    const [name = ''] = await files(root)
    expect(name).toMatch(/^paper-[0-9a-f]{8}\.pdf$/)
  }, 60_000)
})
