import {spawnSync} from 'node:child_process'
import {cp, readdir, readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {compiled} from '../compiled.js'
import {folderOf} from '../workspace/folder-of.js'

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))
const PACK = 'briefings/mine-ban/pack.yml'
const MEMBERS = ['cover-note', 'fact-sheet', 'q-and-a', 'estonia', 'finland', 'latvia', 'lithuania', 'poland', 'talking-points'].map((name) => `briefings/mine-ban/${name}.md`)
/** Poland, and those that lead to it by its symbol. */
const REVISED = ['cover-note', 'poland', 'talking-points'].map((name) => `briefings/mine-ban/${name}.md`)

test('the pack of the mine-ban briefings is refused, cleared, issued, changed, refused, and issued again as Rev.1', async () => {
  const cwd = await folderOf({})
  await cp(path.join(REPOSITORY, 'briefings'), path.join(cwd, 'briefings'), {recursive: true})
  const main = path.join(compiled(), 'dist/cli/main.js')
  const demarche = (...args: string[]) => {
    const {status, stdout, stderr} = spawnSync(process.execPath, [main, ...args], {cwd, encoding: 'utf8', env: {PATH: process.env.PATH, SOURCE_DATE_EPOCH: '1795608000'}})
    return {status, out: stdout, errors: stderr.match(/error\[.*/g) ?? []}
  }
  const change = async (file: string, from: string, to: string) => {
    const text = await readFile(path.join(cwd, file), 'utf8')
    expect(text).toContain(from)
    await writeFile(path.join(cwd, file), text.replace(from, to))
  }
  // What is issued is the pack for the screen: its forms for a printer would be printed with it each time.
  await change(PACK, 'outputs: [screen, print, booklet]', 'outputs: [screen]')
  const issues = async (): Promise<{symbol: string; rev?: number; file: string}[]> => JSON.parse(await readFile(path.join(cwd, 'briefings/mine-ban/ledger.json'), 'utf8')).issues

  expect(demarche('pack', PACK, '--issue').errors).toEqual(MEMBERS.map(() => 'error[release/not-cleared]: The paper has not been cleared'))
  expect(await readdir(cwd)).not.toContain('output')

  expect(demarche('clear', ...MEMBERS, '--by', 'Legal').status).toBe(0)
  expect(demarche('pack', PACK, '--issue')).toMatchObject({status: 0, errors: []})
  const first = await issues()
  expect(first).toHaveLength(MEMBERS.length + 1)
  // The same again changes nothing.
  expect(demarche('pack', PACK, '--issue')).toMatchObject({status: 0, errors: []})
  expect(await issues()).toEqual(first)
  const old = ['MBC/2026/3', 'MBC/2026/PACK/1'].map((symbol) => path.join(cwd, 'output/mine-ban/pack', first.find((one) => one.symbol === symbol)?.file ?? ''))
  for (const [at, file] of old.entries()) await cp(file, path.join(cwd, `old-${at}.pdf`))
  expect([0, 1].map((at) => demarche('verify', `old-${at}.pdf`).out)).toEqual([expect.stringContaining('issued as `MBC/2026/3` on 2026-11-25: current'), expect.stringContaining('issued as `MBC/2026/PACK/1` on 2026-11-25: current')])

  await change('briefings/mine-ban/poland.md', 'security', 'safety')
  expect(demarche('pack', PACK, '--issue').errors).toEqual([expect.stringMatching(/^error\[release\/not-cleared\]: The paper was changed after it was cleared: .*security.*safety/)])
  expect(demarche('clear', 'briefings/mine-ban/poland.md', '--by', 'Legal').status).toBe(0)
  expect(demarche('pack', PACK, '--issue').errors).toEqual(['`MBC/2026/3`', '`MBC/2026/PACK/1`'].map((symbol) => `error[release/same-symbol]: ${symbol} was issued on 2026-11-25, and this paper of the same symbol has other bytes`))
  expect(await issues()).toEqual(first)

  for (const file of REVISED) await change(file, '\ndate:', '\nrev: 1\ndate:')
  await change(PACK, '\ndate:', '\nrev: 1\ndate:')
  expect(demarche('clear', ...REVISED, '--by', 'Legal').status).toBe(0)
  expect(demarche('pack', PACK, '--issue')).toMatchObject({status: 0, errors: []})
  expect((await issues()).slice(first.length).map(({symbol, rev}) => `${symbol}/Rev.${rev}`)).toEqual(['MBC/2026/9', 'MBC/2026/3', 'MBC/2026/8', 'MBC/2026/PACK/1'].map((symbol) => `${symbol}/Rev.1`))
  expect([0, 1].map((at) => demarche('verify', `old-${at}.pdf`).out)).toEqual([0, 1].map(() => expect.stringContaining('superseded by Rev.1 of 2026-11-25')))
}, 600_000)
