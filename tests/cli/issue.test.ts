import {existsSync} from 'node:fs'
import {readFile, rename, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {expect, test} from 'vitest'
import {openPdf, textsIn} from '../../src/verify/index.js'
import {folderOf} from '../workspace/folder-of.js'
import {demarche} from './in-one-process.js'

const PAPER = '---\r\nkind:   q-and-a\r\ntitle: Questions\r\nsymbol: X/1\r\ndate: 2026-11-24\r\nstatus: for-clearance\r\n---\r\n\r\n## Why now?\r\n\r\nBecause it matters to many.\r\n\r\n> [!INTERNAL]\r\n> Not for them to know.\r\n'
const FILE = 'briefings/t/a.md'
const text = (cwd: string, file = FILE) => readFile(path.join(cwd, file), 'utf8')
const change = async (cwd: string, from: string, to: string, file = FILE) => writeFile(path.join(cwd, file), (await text(cwd, file)).replace(from, to))

test('a paper is cleared and issued, and each change to it is known', async () => {
  const cwd = await folderOf({[FILE]: PAPER})
  const uncleared = await demarche(`issue ${FILE} --to A`, cwd)
  expect([uncleared.code, uncleared.err.match(/error\[.*/g)]).toEqual([1, ['error[release/not-cleared]: The paper waits for its clearance']])
  expect(existsSync(path.join(cwd, 'briefings/t/ledger.json')) || existsSync(path.join(cwd, 'output/t/a.en.pdf'))).toBe(false)

  expect((await demarche(`clear ${FILE} --by Legal`, cwd)).out).toBe('briefings/t/a.md: cleared by Legal\n')
  expect((await text(cwd)).replace(/clearance:\r\n {2}by: Legal\r\n {2}on: \d{4}-\d\d-\d\d\r\n {2}of: [0-9a-f]{64}\/[0-9a-f]{64}\r\n/, '')).toBe(PAPER)

  const issued = await demarche(`issue ${FILE} --to A B`, cwd)
  expect([issued.code, issued.err.match(/(?:error|warning)\[.*/g)]).toEqual([0, null])
  const {issues} = JSON.parse(await text(cwd, 'briefings/t/ledger.json'))
  expect(issues).toEqual([expect.objectContaining({symbol: 'X/1', recipients: ['A', 'B'], file: 't/a.en.pdf', snapshot: 'issued/X-1_EN.json', issued: '2026-11-24'})])
  expect((await demarche('verify output/t/a.en.pdf', cwd)).out).toContain('; issued as `X/1` on 2026-11-24: current\n')
  await rename(path.join(cwd, 'output/t/a.en.pdf'), path.join(cwd, 'old.pdf'))

  await change(cwd, 'to many', 'to all')
  expect((await demarche(`check ${FILE}`, cwd)).err).toContain('so that it prints as a draft: `- Because it matters to many.`, `+ Because it matters to all.`')
  expect((await demarche(`issue ${FILE}`, cwd)).err.match(/error\[.*/g)).toEqual(['error[release/not-cleared]: The paper was changed after it was cleared: `- Because it matters to many.`, `+ Because it matters to all.`', 'error[release/same-symbol]: `X/1` was issued on 2026-11-24, and this paper of the same symbol has other bytes'])
  expect((await demarche(`changes ${FILE}`, cwd)).out).toContain('# What changed since X/1\n\nIssued on 2026-11-24.\n\n## Added\n\n- Because it matters to all.\n')

  await change(cwd, 'symbol: X/1', 'symbol: X/1\r\nrev: 1')
  await demarche(`clear ${FILE} --by Legal`, cwd)
  expect((await demarche(`issue ${FILE} --to A`, cwd)).code).toBe(0)
  expect((await demarche('verify old.pdf', cwd)).out).toContain('; issued as `X/1` on 2026-11-24: superseded by Rev.1 of 2026-11-24\n')

  await change(cwd, '"B"', '"C"', 'briefings/t/ledger.json')
  expect((await demarche('verify old.pdf', cwd)).out).toContain('is not the register that was written')
  expect((await demarche(`issue ${FILE} --to D`, cwd)).err).toContain('error[release/register]: Entry 1 of the register of issues')
}, 60_000)

test('a paper that is named by a link is superseded by the one that names it, also where both count up', async () => {
  const cwd = await folderOf({[FILE]: PAPER.replace('X/1', 'X/1\r\nrev: 1'), 'briefings/t/b.md': PAPER.replace('X/1', 'X/2\r\nsupersedes: doc:a')})
  await demarche(`clear ${FILE} briefings/t/b.md --by Legal`, cwd)
  expect((await demarche(`issue ${FILE} --to A`, cwd)).code).toBe(0)
  expect((await demarche('verify output/t/a.en.pdf', cwd)).out).toContain('; issued as `X/1/Rev.1` on 2026-11-24: current\n')
  expect((await demarche('issue briefings/t/b.md --to A', cwd)).code).toBe(0)
  expect((await demarche('verify output/t/a.en.pdf', cwd)).out).toContain('; issued as `X/1/Rev.1` on 2026-11-24: superseded by `X/2` of 2026-11-24\n')
}, 60_000)

test('a paper that is issued again prints what changed, from the issue before it, and the same once it is issued', async () => {
  const register = (value: number) => `facts:\n  parties:\n    statement: {en: States Parties}\n    values:\n      - {value: ${value}, as_of: 2026-09, source: untc}\nsources:\n  untc: {type: web, title: Treaties, publisher: United Nations, accessed: 2026-11-24}\n`
  const cwd = await folderOf({[FILE]: PAPER.replace('to many', 'to [162](fact:parties) and many'), 'briefings/t/facts.yml': register(162)})
  await change(cwd, 'symbol: X/1', 'symbol: X/1\r\nchanges: yes')
  expect((await demarche(`check ${FILE}`, cwd)).err).toContain('error[release/no-issue-before]: The paper was never issued: there is nothing that `changes` could tell of\n   --> briefings/t/a.md:5:10')
  await change(cwd, 'changes: yes', 'changes: no')
  await demarche(`clear ${FILE} --by Legal`, cwd)
  expect((await demarche(`issue ${FILE} --to A`, cwd)).code).toBe(0)

  await change(cwd, 'changes: no', 'changes: yes')
  expect((await demarche(`check ${FILE}`, cwd)).err).toContain('error[release/no-issue-before]: No issue of the paper counts lower than this one')
  await change(cwd, 'changes: yes', 'changes: yes\r\nrev: 1')
  await writeFile(path.join(cwd, 'briefings/t/facts.yml'), register(163))
  await change(cwd, '[162]', '[163]')
  await demarche(`clear ${FILE} --by Legal`, cwd)
  expect((await demarche(`issue ${FILE} --to A`, cwd)).err.match(/error\[.*/g)).toBe(null)
  const issued = await readFile(path.join(cwd, 'output/t/a.en.pdf'))
  const pdf = openPdf(issued)
  if (typeof pdf === 'string') throw new Error(pdf)
  const words = textsIn(pdf).filter(({sort}) => sort === 'painted').map(({text}) => text).join(' ').replace(/\s+/g, ' ')
  expect(words).toContain('What changed since X/1 – States Parties: now 163, before 162 Added – Because it matters to 163 and many. No longer said – Because it matters to 162 and many.')

  await demarche(`build ${FILE} --no-cache`, cwd)
  expect((await readFile(path.join(cwd, 'output/t/a.en.pdf'))).equals(issued)).toBe(true)
  await writeFile(path.join(cwd, 'briefings/t/issued/X-1_EN.json'), '{}')
  expect((await demarche(`check ${FILE}`, cwd)).err).toContain('error[release/snapshot]: `issued/X-1_EN.json` is not what `X/1` said when it was issued')
  expect((await demarche(`check ${FILE} --attach-source`, cwd)).err).toContain('error[release/carried-changes]')
}, 60_000)

test('a draft is not cleared, and neither is what cannot be read', async () => {
  const cwd = await folderOf({[FILE]: PAPER.replace('for-clearance', 'draft'), 'briefings/t/b.md': PAPER.replace('title', 'titel')})
  const draft = await demarche(`clear ${FILE} --by Legal`, cwd)
  expect([draft.code, draft.err.split('\n')[0], await text(cwd)]).toEqual([1, expect.stringContaining('`briefings/t/a.md` says that it is a draft'), PAPER.replace('for-clearance', 'draft')])
  expect((await demarche('clear briefings/t/b.md --by Legal', cwd)).code).toBe(1)
})

test('the papers of a template are cleared together, each with its own hash', async () => {
  const cwd = await folderOf({[FILE]: '---\nkind: q-and-a\ntitle: "{name}"\nsymbol: "X/{key}"\ndate: 2026-11-24\nrows: {file: rows.csv, key: key}\n---\n\n## What of [A](row:name)?\n\nWe say: [A](row:name).\n', 'briefings/t/rows.csv': 'key,name\nNO,Norway\nPL,Poland\n'})
  expect((await demarche(`clear ${FILE} --by Legal`, cwd)).out).toBe('briefings/t/a.md: cleared by Legal, 2 papers\n')
  expect((await text(cwd)).match(/ {4}.*/g)?.map((line) => line.replace(/[0-9a-f]{64}/, '#'))).toEqual(['    "NO": #', '    PL: #'])
  expect((await demarche(`check ${FILE}`, cwd)).err).not.toContain('release/')
  await change(cwd, 'Poland', 'The Poles', 'briefings/t/rows.csv')
  const {err} = await demarche(`check ${FILE}`, cwd)
  expect(err.match(/warning\[release.*/g)).toHaveLength(1)
  expect((await demarche(`issue ${FILE} --row NO --to A`, cwd)).code).toBe(0)
})

test('a pack is issued when all of it is cleared, and all reasons are told before', async () => {
  const pack = 'title: A pack\nsymbol: P/1\ndate: 2026-11-24\nrecipients: [Mission A, Mission B]\nmembers: [a.md, b.md]\n'
  const cwd = await folderOf({[FILE]: PAPER, 'briefings/t/b.md': PAPER.replace('X/1', 'X/2').replace('status: for-clearance', 'embargo: 2026-12-24 10:00 Z'), 'briefings/t/pack.yml': pack})
  const refused = await demarche('pack briefings/t/pack.yml --issue', cwd)
  expect([refused.code, refused.err.match(/error\[.*/g)]).toEqual([
    1,
    ['error[release/not-cleared]: The paper waits for its clearance', 'error[release/not-cleared]: The paper has not been cleared', 'error[release/embargo]: The paper is under embargo until `2026-12-24 10:00 Z`'],
  ])
  expect(existsSync(path.join(cwd, 'output')) || existsSync(path.join(cwd, 'briefings/t/ledger.json'))).toBe(false)

  await change(cwd, 'embargo: 2026-12-24', 'embargo: 2026-11-01', 'briefings/t/b.md')
  await demarche('clear briefings/t/a.md briefings/t/b.md --by Legal', cwd)
  const issued = await demarche('pack briefings/t/pack.yml --issue', cwd)
  expect([issued.code, issued.err.match(/error\[.*/g)]).toEqual([0, null])
  const {issues} = JSON.parse(await text(cwd, 'briefings/t/ledger.json'))
  expect(issues.map(({symbol, recipients}: {symbol: string; recipients: string[]}) => `${symbol} to ${recipients.join(', ')}`)).toEqual(['X/1 to Mission A, Mission B', 'X/2 to Mission A, Mission B', 'P/1 to Mission A, Mission B'])
  expect((await demarche(`verify output/t/pack/${issues[2].file}`, cwd)).out).toContain('issued as `P/1` on 2026-11-24: current')

  await change(cwd, 'to many', 'to all')
  await demarche('clear briefings/t/a.md --by Legal', cwd)
  expect((await demarche('pack briefings/t/pack.yml --issue', cwd)).err.match(/error\[.*/g)).toEqual([expect.stringContaining('`X/1` was issued on 2026-11-24'), expect.stringContaining('`P/1` was issued on 2026-11-24')])

  await rename(path.join(cwd, 'output/t/pack', issues[2].file), path.join(cwd, 'old.pdf'))
  await change(cwd, 'symbol: X/1', 'symbol: X/1\r\nrev: 1')
  await change(cwd, 'symbol: P/1', 'symbol: P/1\nrev: 1', 'briefings/t/pack.yml')
  await demarche('clear briefings/t/a.md --by Legal', cwd)
  expect((await demarche('pack briefings/t/pack.yml --issue', cwd)).code).toBe(0)
  expect(existsSync(path.join(cwd, 'output/t/pack/P-1_a-pack_EN_2026-11-24_Rev1.pdf'))).toBe(true)
  expect((await demarche('verify old.pdf', cwd)).out).toContain('issued as `P/1` on 2026-11-24: superseded by Rev.1 of 2026-11-24')
}, 60_000)
