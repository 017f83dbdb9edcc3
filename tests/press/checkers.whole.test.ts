import {spawn} from 'node:child_process'
import {writeFile} from 'node:fs/promises'
import path from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {pathToFileURL} from 'node:url'
import {beforeAll, describe, expect, test} from 'vitest'
import {openCheckers} from '../../src/press/checkers.js'
import {checkPapers, inThisProcess, type Job} from '../../src/press/index.js'
import {compiled} from '../compiled.js'
import {briefing, folderOf} from '../workspace/folder-of.js'
import {isRunning} from './is-running.js'

let entry: URL
beforeAll(() => {
  entry = pathToFileURL(path.join(compiled(), 'dist/press/worker.js'))
}, 120_000)

/** So many papers, of which every seventh has a mistake. */
async function jobsOf(count: number): Promise<Job[]> {
  const texts = Array.from({length: count}, (_, at) => `${briefing(`Paper ${at}`)}${at % 7 === 3 ? `\nSee [what is nowhere](doc:nowhere-${at}).\n` : ''}`)
  const root = await folderOf(Object.fromEntries(texts.map((text, at) => [`paper-${at}.md`, text])))
  return texts.map((text, at) => ({root, prefix: '', source: {path: `paper-${at}.md`, text}, defaultBrand: 'house', audience: 'external', papers: []}))
}

describe('many papers', () => {
  test('are checked by other processes as by this one', async () => {
    const jobs = await jobsOf(80)
    const checkers = openCheckers(jobs, {processes: 3, entry})
    try {
      // Two processes go through them, each through a half.
      for (let turn = 0; jobs.some((job) => !checkers.take(job)) && turn < 900; turn++) await setTimeout(50)
      const here = inThisProcess().check
      for (const job of jobs) expect(checkers.take(job)?.made, job.source.path).toEqual(await here(job))
    } finally {
      checkers.end()
    }
  }, 60_000)

  test('are told in their order, and say the same, however many processes check', async () => {
    const jobs = await jobsOf(90)
    const alone = await checkPapers(jobs, {processes: 1})
    const told: string[] = []
    const beside = await checkPapers(jobs, {processes: 3, entry, onPaper: ({briefing: name}) => void told.push(name)})
    expect(beside).toEqual(alone)
    expect(told).toEqual(jobs.map(({source}) => source.path))
    expect(alone.filter(({diagnostics}) => diagnostics.some(({severity}) => severity === 'error'))).toHaveLength(13)
  }, 60_000)

  test('are all checked where no other process begins, or it ends at once', async () => {
    const jobs = await jobsOf(45)
    const alone = await checkPapers(jobs, {processes: 1})
    expect(await checkPapers(jobs, {processes: 2, entry: new URL('file:///nowhere/worker.js')})).toEqual(alone)
    const ends = path.join(jobs[0]?.root ?? '', 'ends.mjs')
    await writeFile(ends, 'process.exit(3)\n')
    expect(await checkPapers(jobs, {processes: 2, entry: pathToFileURL(ends)})).toEqual(alone)
  }, 60_000)
})

test('a process that checks ends when the command that started it is killed', async () => {
  const [short] = await jobsOf(1)
  const text = `${short?.source.text}\n${'Some *words* of [a paper](https://example.org), twelve of them in 2024.\n\n'.repeat(150)}`
  const job = {...short, source: {path: 'paper-0.md', text}, papers: undefined}
  // More papers than it can check in seconds are there when it hears that nobody asks any more.
  const parent = `
    import {fork} from 'node:child_process'
    const child = fork(new URL(${JSON.stringify(entry.href)}), ['', 'check'], {serialization: 'advanced', execArgv: []})
    let count = 0
    child.on('message', (answer) => {
      if (answer.ready) child.send({list: 0, papers: []})
      for (let at = 0; answer.ready && at < 5000; at++) child.send({job: ${JSON.stringify(job)}, list: 0})
      if (answer.made && ++count === 30) console.log(child.pid)
    })
  `
  const command = spawn(process.execPath, ['--input-type=module', '--eval', parent], {stdio: ['ignore', 'pipe', 'inherit']})
  const child = Number(await new Promise((done) => command.stdout.once('data', done)))
  expect(isRunning(child)).toBe(true)
  command.kill('SIGKILL')
  for (let waited = 0; isRunning(child) && waited < 3000; waited += 100) await setTimeout(100)
  expect(isRunning(child)).toBe(false)
}, 60_000)

test('a few papers are checked by this process alone', async () => {
  const jobs = await jobsOf(20)
  const checkers = openCheckers(jobs, {processes: 4, entry: new URL('file:///nowhere/worker.js')})
  expect(jobs.some((job) => checkers.take(job))).toBe(false)
  checkers.end()
})
