import {spawn, spawnSync} from 'node:child_process'
import {readdir, readFile, rm, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {beforeAll, describe, expect, test} from 'vitest'
import {compiled} from '../compiled.js'
import {briefing, folderOf} from '../workspace/folder-of.js'

let main: string
beforeAll(() => {
  main = path.join(compiled(), 'dist/cli/main.js')
}, 120_000)

const env = {PATH: process.env.PATH}
const build = (cwd: string, ...args: string[]) => spawnSync(process.execPath, [...args, main, 'build'], {cwd, encoding: 'utf8', env})
const begin = (cwd: string) => spawn(process.execPath, [main, 'build'], {cwd, stdio: 'ignore', env})
const ended = (child: ReturnType<typeof begin>) => new Promise((done) => child.on('exit', done))

const papers = (version: number) => Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`briefings/${name}.md`, briefing(`Paper ${name}, version ${version}`)]))

async function bytesIn(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.pdf') || name.endsWith('.json')).sort()
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await readFile(path.join(folder, name))).toString('base64')])))
}

/** What these papers are without anything that an earlier run left. */
async function expected(files: Record<string, string>) {
  const cwd = await folderOf(files)
  expect(spawnSync(process.execPath, [main, 'build', '--no-cache'], {cwd, env}).status).toBe(0)
  return bytesIn(path.join(cwd, 'output'))
}

/** Tells of every process that prints, and of what holds the commands, what reads briefings, and what prints. */
const WATCH = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs'
  if (/press[/]worker[.]js$/.test(process.argv[1])) fs.writeSync(1, 'LOADED press/worker\\n')
  const read = fs.readFileSync
  fs.readFileSync = (file, ...how) => {
    const [, name] = /dist[/](cli[/]program|chunks[/](?:check|papers|print))[.]cjs$/.exec(String(file)) ?? []
    if (name) fs.writeSync(1, 'LOADED ' + name + '\\n')
    return read(file, ...how)
  }
`)}`
const loaded = (cwd: string) => [...new Set(build(cwd, '--import', WATCH).stdout.match(/(?<=LOADED ).*/g) ?? [])]

describe('a build of nothing new', () => {
  test('loads neither what reads briefings nor what prints; one that only rewrites a paper starts no process', async () => {
    const cwd = await folderOf(papers(1))
    await setTimeout(50)
    expect(loaded(cwd)).toEqual(expect.arrayContaining(['cli/program', 'chunks/papers']))
    await rm(path.join(cwd, 'output/a.en.pdf'))
    const again = loaded(cwd)
    expect(again).toContain('cli/program')
    expect(again).not.toContain('press/worker')
    expect(loaded(cwd)).toEqual([])
  }, 120_000)
})

describe('the cache', () => {
  test('survives builds that are killed at any moment: the next one is right', async () => {
    const cwd = await folderOf(papers(0))
    build(cwd)
    for (let round = 1; round <= 6; round++) {
      for (const [name, text] of Object.entries(papers(round))) await writeFile(path.join(cwd, name), text)
      const child = begin(cwd)
      await Promise.race([setTimeout(300 + round * 250), ended(child)])
      child.kill('SIGKILL')
    }
    expect(build(cwd).status).toBe(0)
    expect(await bytesIn(path.join(cwd, 'output'))).toEqual(await expected(papers(6)))
  }, 240_000)

  test('serves builds that run at a time', async () => {
    const cwd = await folderOf(papers(1))
    await Promise.all([ended(begin(cwd)), ended(begin(cwd))])
    for (const [name, text] of Object.entries(papers(2))) await writeFile(path.join(cwd, name), text)
    expect(await Promise.all([ended(begin(cwd)), ended(begin(cwd)), ended(begin(cwd))])).toEqual([0, 0, 0])
    const right = await expected(papers(2))
    expect(await bytesIn(path.join(cwd, 'output'))).toEqual(right)
    await rm(path.join(cwd, 'output'), {recursive: true})
    expect(build(cwd)).toMatchObject({status: 0, stderr: ''})
    expect(await bytesIn(path.join(cwd, 'output'))).toEqual(right)
  }, 240_000)
})
