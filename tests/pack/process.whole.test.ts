import {spawn, spawnSync} from 'node:child_process'
import {readdir, readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {expect, test} from 'vitest'
import {run} from '../../src/cli/program.js'
import {sha256Of} from '../../src/inputs.js'
import {inThisProcess} from '../../src/press/index.js'
import {compiled} from '../compiled.js'
import {briefing, folderOf} from '../workspace/folder-of.js'

const files = {
  'briefings/one.md': briefing('The first paper', 'symbol: A/1\n', '## What?\n\nSee [the second](doc:two).\n'),
  'briefings/two.md': briefing('The second paper', 'symbol: A/2\n'),
  'briefings/pack.yml': 'title: Papers\ndate: 2026-11-24\ntabs: yes\nmembers: [one.md, two.md]\n',
}

async function hashesIn(root: string): Promise<string[]> {
  const home = path.join(root, 'output/pack')
  const found = (await readdir(home, {recursive: true})).filter((name) => /\.\w+$/.test(name)).sort()
  return Promise.all(found.map(async (name) => `${name} ${sha256Of(await readFile(path.join(home, name)))}`))
}

const printsIn = async (root: string): Promise<number> => (await readdir(path.join(root, '.demarche-cache/prints'))).filter((name) => !name.endsWith('.tmp')).length

test('the command prints a pack in a process of its own, and leaves nothing but the pack', async () => {
  const [here, there] = [await folderOf(files), await folderOf(files)]
  const quiet = {write: () => undefined}
  expect(await run(['pack', 'briefings/pack.yml', '--no-cache'], {stdout: quiet, stderr: quiet, cwd: here, env: {}, printer: inThisProcess().print})).toBe(0)
  const {status, stdout, stderr} = spawnSync(process.execPath, [path.join(compiled(), 'dist/cli/main.js'), 'pack', 'briefings/pack.yml', '--no-cache'], {cwd: there, encoding: 'utf8'})
  expect({status, stderr}).toEqual({status: 0, stderr: ''})
  expect(stdout).toMatch(/^output\/pack\/papers\/A-1_the-first-paper_EN_2026-11-24\.pdf +1 page/)
  expect(await hashesIn(there)).toEqual(await hashesIn(here))
  expect(await hashesIn(there)).toHaveLength(5)
}, 240_000)

test.each(['papers', 'the pack'])('the command ends within two seconds of Ctrl-C while %s is printed: the last pack is as it was', async (when) => {
  const many = Object.fromEntries(Array.from({length: 30}, (_, at) => [`briefings/many/p${at}.md`, briefing(`Paper ${at}`, `symbol: P/${at}\n`)]))
  const root = await folderOf({...many, 'briefings/pack.yml': 'title: Papers\ndate: 2026-11-24\nmembers: ["many/*.md"]\n'})
  const main = path.join(compiled(), 'dist/cli/main.js')
  expect(spawnSync(process.execPath, [main, 'pack', 'briefings/pack.yml'], {cwd: root}).status).toBe(0)
  const [before, kept] = [await hashesIn(root), await printsIn(root)]
  await writeFile(path.join(root, 'briefings/many/p0.md'), briefing('Paper 0 as it is now', 'symbol: P/0\n'))

  // With what the first pack has left, only one paper is printed: once that is kept, it is the pack's turn.
  const child = spawn(process.execPath, [main, 'pack', 'briefings/pack.yml', '--format', 'json', ...(when === 'papers' ? ['--no-cache'] : [])], {cwd: root, stdio: ['ignore', 'pipe', 'inherit']})
  let told = ''
  child.stdout.setEncoding('utf8').on('data', (text) => (told += text))
  if (when === 'papers') await setTimeout(700)
  else while ((await printsIn(root)) === kept) await setTimeout(10)
  const start = performance.now()
  child.kill('SIGINT')
  expect(await new Promise((done) => child.on('close', done))).toBe(130)
  expect(performance.now() - start).toBeLessThan(2000)
  expect(JSON.parse(told).diagnostics.filter(({severity}: {severity: string}) => severity === 'error')).toEqual([expect.objectContaining({rule: 'pack/stopped-early', message: 'Stopped before the end: nothing of the pack was written'})])
  expect(await hashesIn(root)).toEqual(before)
}, 240_000)
