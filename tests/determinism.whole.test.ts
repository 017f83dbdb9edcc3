import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cp, mkdtemp, readdir, readFile, realpath, rm, symlink} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build} from '../src/build.js'
import {front, PICTURE, pictureFiles as files} from './papers.js'
import {folderOf} from './workspace/folder-of.js'

const project = fileURLToPath(new URL('..', import.meta.url))
/** Between them: notes, a table over pages, a picture, code, margin material, both brands, both papers. */
const CASES = ['notes-over-pages', 'table-over-pages', 'pictures', 'margin-house', 'margin-ministry', 'marking']

let texts: Map<string, string>
beforeAll(async () => {
  texts = new Map(await Promise.all(CASES.map(async (name) => [name, await readFile(path.join(project, 'tests/cases', name, 'briefing.md'), 'utf8')] as const)))
})

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const brands = new Map()

/** A case as this process prints it, by the digest of its bytes. */
async function print(name: string): Promise<string> {
  const {value} = await build({path: `briefings/${name}.md`, text: texts.get(name) ?? ''}, {files, brands})
  if (!value) throw new Error(`${name} does not print`)
  return digest(value.pdf)
}

async function printAll(names: readonly string[]): Promise<Record<string, string>> {
  const printed: Record<string, string> = {}
  for (const name of names) printed[name] = await print(name)
  return printed
}

describe('the same briefing has the same bytes', () => {
  it('a second time, in another order, and after a paper that does not print', async () => {
    const first = await printAll(CASES)
    expect(new Set(Object.values(first)).size).toBe(CASES.length)
    const poisoned = await build({path: 'briefings/bad.md', text: `${front()}\`\`\`\n${'Կ'.repeat(200)}\n\`\`\`\n\n## ${'Convention'.repeat(20)}\n`}, {files, brands})
    expect(poisoned.value).toBeUndefined()
    expect(await printAll([...CASES].reverse())).toEqual(first)
  })

  describe('from the command', () => {
    let home: string
    beforeAll(async () => {
      home = await realpath(await mkdtemp(path.join(tmpdir(), 'demarche-same-')))
      for (const name of ['package.json', 'styles']) await cp(path.join(project, name), path.join(home, name), {recursive: true})
      await symlink(path.join(project, 'node_modules'), path.join(home, 'node_modules'))
      const built = spawnSync(process.execPath, [path.join(project, '.ci/build-dist.mjs'), path.join(home, 'dist')], {encoding: 'utf8'})
      expect(built).toMatchObject({status: 0, stdout: ''})
    }, 60_000)
    afterAll(() => rm(home, {recursive: true, force: true}))

    it('in another time zone and locale', async () => {
      const cwd = await folderOf({...Object.fromEntries(CASES.map((name) => [`briefings/${name}.md`, texts.get(name) ?? ''])), 'briefings/square.png': PICTURE})
      const run = async (out: string, env: Record<string, string>) => {
        const {status, stderr} = spawnSync(process.execPath, [path.join(home, 'dist/cli/main.js'), 'build', '--no-cache', '--out', out], {cwd, encoding: 'utf8', env: {PATH: process.env.PATH, ...env}})
        expect({status, errors: stderr.match(/^error/gm)}).toEqual({status: 0, errors: null})
        const names = (await readdir(path.join(cwd, out))).sort()
        return Object.fromEntries(await Promise.all(names.map(async (name) => [name, digest(await readFile(path.join(cwd, out, name)))] as const)))
      }
      const here = await run('here', {TZ: 'America/Adak', LANG: 'C', LC_ALL: 'C'})
      const there = await run('there', {TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8'})
      expect(there).toEqual(here)
      const own = await printAll(CASES)
      expect(Object.entries(here).flatMap(([name, bytes]) => (name.endsWith('.pdf') ? [bytes] : [])).sort()).toEqual(Object.values(own).sort())
    })
  })
})

describe('many papers in one process', () => {
  it('leave nothing of themselves behind', async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void // what the flag just added
    const printMany = async (from: number, count: number) => {
      for (let at = from; at < from + count; at += 1) {
        await build({path: `papers/${at}.md`, text: `${front()}Paper ${at} says what it says.[^1]\n\n- ${at} one\n- ${at} two\n\n[^1]: Note ${at}.\n`}, {files, brands})
        await new Promise((resolve) => setImmediate(resolve))
      }
      collect()
      return process.memoryUsage().heapUsed
    }
    const warm = await printMany(0, 20)
    const after = await printMany(20, 60)
    expect(after / warm).toBeLessThan(1.25)
  })
})
