import {mkdir, readFile, symlink, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {expect, test} from 'vitest'
import {buildPapers, inThisProcess, type Job} from '../../src/press/index.js'
import {compiled} from '../compiled.js'
import {briefing, folderOf} from '../workspace/folder-of.js'
import {type Hostile, heavy, lost, untrusted} from './cases.js'

/** What a paper may take here: seconds, and megabytes of heap. */
const LIMITS = {seconds: 10, megabytes: 512}

/** Prints every case in a process of its own kind, between two papers without fault. */
async function toldOf(cases: Record<string, Hostile>) {
  const root = await folderOf({})
  const jobs: Job[] = []
  const add = (name: string, text: string) =>
    jobs.push({root, prefix: '', source: {path: `${name}/paper.md`, text}, defaultBrand: 'house', audience: 'external', papers: []})
  add('before', briefing('A paper without fault'))
  for (const [at, [, {text, files = {}, links = {}}]] of Object.entries(cases).entries()) {
    const folder = path.join(root, `case-${at}`)
    for (const [name, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), {recursive: true})
      await writeFile(path.join(folder, name), content)
    }
    for (const [name, target] of Object.entries(links)) {
      await mkdir(folder, {recursive: true})
      await symlink(target, path.join(folder, name))
    }
    add(`case-${at}`, text)
  }
  add('after', briefing('A paper without fault'))
  const entry = pathToFileURL(path.join(compiled(), 'dist/press/worker.js'))
  const {papers} = await buildPapers(jobs, {...LIMITS, entry, out: path.join(root, 'out')})
  for (const job of [jobs[0], jobs.at(-1)]) {
    const alone = job && (await inThisProcess().print(job))
    const beside = await readFile(path.join(root, 'out', path.dirname(job?.source.path ?? ''), 'paper.en.pdf'))
    expect(beside.equals(alone?.value?.pdf ?? Buffer.of())).toBe(true) // whatever lies between them
  }
  return Object.fromEntries(
    Object.keys(cases).map((name, at) => [
      name,
      papers[at + 1]?.diagnostics.map(({severity, rule, place}) => [severity, place.start?.line, rule].filter((part) => part !== undefined).join(' ')),
    ]),
  )
}

const expected = (cases: Record<string, Hostile>) => Object.fromEntries(Object.entries(cases).map(([name, {told}]) => [name, told]))

test.each([
  ['would be lost or never end', lost],
  ['reads, sends or brings a program down', untrusted],
])('what elsewhere %s is told at its line, or prints', async (_, cases) => {
  expect(await toldOf(cases)).toEqual(expected(cases))
})

test('what takes long is ended in time, or prints', async () => {
  expect(await toldOf(heavy)).toEqual(expected(heavy))
})
