import {spawnSync} from 'node:child_process'
import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
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
