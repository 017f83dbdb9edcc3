import {readdir, readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'
import PostalMime from 'postal-mime'
import {describe, expect, it, test} from 'vitest'
import {demarche} from '../cli/in-one-process.js'
import {briefing, folderOf} from '../workspace/folder-of.js'

const PACK = `title: Papers for a meeting
symbol: PACK/1
date: 2026-11-24
marking: TLP:CLEAR
cover: letter.md
members: [one.md]
`
const LETTER = `---
kind: cover-note
title: Papers
date: 2026-11-24
rows: recipients.csv
---

[Sir](row:salutation),

the papers are enclosed.

> [!INTERNAL]
> Hold back on this.
`
const ROWS = ['state,name,email,salutation', 'Norway,Permanent Mission of Norway,mission@example.org,Madam', 'Ukraine,"Постійне представництво України, Женева",one@example.org;two@example.org,Excellency']

const folder = (more: Record<string, string> = {}) =>
  folderOf({'briefings/one.md': briefing('The first paper', 'symbol: A/1\n'), 'briefings/pack.yml': PACK, 'briefings/letter.md': LETTER, 'briefings/recipients.csv': `${ROWS.join('\n')}\n`, ...more})

const cleared = async (more: Record<string, string> = {}) => {
  const root = await folder(more)
  const {code, err} = await demarche('clear briefings/one.md --by Legal --on 2026-11-24', root)
  expect({code, err}).toEqual({code: 0, err: ''})
  return root
}
const draftsIn = async (root: string) => {
  const home = path.join(root, 'output', 'pack.mail')
  const names = (await readdir(home).catch(() => [])).sort()
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(path.join(home, name))] as const)))
}

describe('demarche mail', () => {
  it('writes a draft for each recipient, with the pack attached, and the same again', async () => {
    const root = await cleared()
    const {code, out, err} = await demarche('mail briefings/pack.yml', root)
    expect({code, err}).toEqual({code: 0, err: ''})
    expect(out).toContain('output/pack.mail/PACK-1_norway_EN_2026-11-24.eml  to Permanent Mission of Norway')
    const drafts = await draftsIn(root)
    expect([...drafts.keys()]).toEqual(['PACK-1_norway_EN_2026-11-24.eml', 'PACK-1_ukraine_EN_2026-11-24.eml'])
    const [norway, ukraine] = await Promise.all([...drafts.values()].map((bytes) => PostalMime.parse(bytes)))
    expect(norway?.subject).toBe('[TLP:CLEAR] Papers for a meeting (PACK/1)')
    expect(norway?.text).toContain('Madam,')
    expect(`${norway?.text}${norway?.html}`).not.toContain('Hold back')
    expect(ukraine?.to).toEqual(['one', 'two'].map((name) => ({name: 'Постійне представництво України, Женева', address: `${name}@example.org`})))
    const pdf = await readFile(path.join(root, 'output', 'pack', 'PACK-1_papers-for-a-meeting_EN_2026-11-24.pdf'))
    expect(Buffer.from(norway?.attachments[0]?.content as ArrayBuffer).equals(pdf)).toBe(true)

    await demarche('mail briefings/pack.yml', root)
    for (const [name, bytes] of await draftsIn(root)) expect(bytes.equals(drafts.get(name) ?? Buffer.of())).toBe(true)
  }, 60_000)

  test.each([
    ['is not cleared', () => folder(), 'error[release/not-cleared]: The paper has not been cleared'],
    ['was changed by one character after it was cleared', async () => {
      const root = await cleared()
      const file = path.join(root, 'briefings/one.md')
      await writeFile(file, (await readFile(file, 'utf8')).replace('A munition.', 'A munition!'))
      return root
    }, 'error[release/not-cleared]: The paper was changed after it was cleared'],
    ['is under embargo', () => cleared({'briefings/one.md': briefing('The first paper', 'symbol: A/1\nembargo: 2030-01-01 10:00 +01:00\n')}), 'error[release/embargo]: The paper is under embargo until'],
  ])('writes nothing where a paper %s', async (_, made, told) => {
    const root = await made()
    const {code, err} = await demarche('mail briefings/pack.yml', root)
    expect(code).toBe(1)
    expect(err).toContain(told)
    expect(await readdir(path.join(root, 'output')).catch(() => [])).toEqual([])
  }, 60_000)

  it('shows the letters of papers that may not leave yet, addressed to nobody, and says why they may not', async () => {
    const root = await folder()
    const {code, err} = await demarche('mail briefings/pack.yml --preview', root)
    expect(code).toBe(0)
    expect(err).toContain('warning[release/not-cleared]: The paper has not been cleared')
    expect((await draftsIn(root)).size).toBe(0)
    const home = path.join(root, 'output', 'pack.mail-preview')
    const made = await Promise.all((await readdir(home)).sort().map(async (name) => PostalMime.parse(await readFile(path.join(home, name)))))
    expect(made.map(({subject, to}) => [subject, to?.map(({address}) => address)])).toEqual([1, 2].map(() => ['[DRAFT] [TLP:CLEAR] Papers for a meeting (PACK/1)', ['not-to-be-sent@draft.invalid']]))
    expect(Buffer.concat(await Promise.all((await readdir(home)).map((name) => readFile(path.join(home, name))))).toString('latin1')).not.toContain('example.org')
  }, 60_000)
  it('shows no letter of a paper with an error', async () => {
    const root = await folder({'briefings/one.md': briefing('The first paper', 'symbol: A/1\ntitel: x\n')})
    expect((await demarche('mail briefings/pack.yml --preview', root)).code).toBe(1)
    expect(await readdir(path.join(root, 'output')).catch(() => [])).toEqual([])
  }, 60_000)

  it('knows a cleared paper for what it is, where its links lead into the same pack', async () => {
    const linking = briefing('The first paper', 'symbol: A/1\n', '## What is a mine?\n\nSee [the second](doc:two).\n')
    const root = await folder({'briefings/one.md': linking, 'briefings/two.md': briefing('The second paper', 'symbol: A/2\n'), 'briefings/pack.yml': PACK.replace('[one.md]', '[one.md, two.md]')})
    await demarche('clear briefings/one.md briefings/two.md --by Legal --on 2026-11-24', root)
    const {code, err} = await demarche('mail briefings/pack.yml', root)
    expect({code, err}).toEqual({code: 0, err: ''})
  }, 60_000)

  it('tells a recipient without an address at its line, and writes nothing', async () => {
    const root = await cleared({'briefings/recipients.csv': `${[...ROWS, 'Austria,Permanent Mission of Austria,,Sir'].join('\n')}\n`})
    const {code, err} = await demarche('mail briefings/pack.yml', root)
    expect(code).toBe(1)
    expect(err).toContain('error[mail/no-address]: `Permanent Mission of Austria` has no address\n   --> briefings/recipients.csv:4:1')
    expect((await draftsIn(root)).size).toBe(0)
  }, 60_000)

  test.each([
    ['', 'mail/no-note', 'The pack names no cover note'],
    ['cover: leter.md', 'mail/no-note', 'There is no file `leter.md`'],
    ['cover: letter.md\noutputs: [print]', 'mail/not-for-the-screen', 'The pack is made for a printer only'],
  ])('asks for its note: %j', async (cover, rule, message) => {
    const root = await folder({'briefings/pack.yml': PACK.replace('cover: letter.md', cover)})
    const {code, err} = await demarche('mail briefings/pack.yml', root)
    expect(code).toBe(1)
    expect(err).toContain(`error[${rule}]: ${message}`)
  }, 60_000)
})
