import {spawn} from 'node:child_process'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {pathToFileURL} from 'node:url'
import {beforeAll, describe, expect, test} from 'vitest'
import {buildPapers, inThisProcess, type Job, type PoolOptions} from '../../src/press/index.js'
import {compiled} from '../compiled.js'
import {briefing, folderOf} from '../workspace/folder-of.js'
import {isRunning} from './is-running.js'

let home: string
let troubled: URL
beforeAll(async () => {
  home = compiled()
  const folder = await mkdtemp(path.join(tmpdir(), 'demarche-entry-'))
  const entry = path.join(folder, 'entry.mjs')
  const press = pathToFileURL(`${home}/dist/press/`)
  await writeFile(entry, `import {serveTrouble} from '${new URL('entries/troubled.mjs', import.meta.url)}'\nawait serveTrouble('${press}')\n`)
  troubled = pathToFileURL(entry)
  return () => rm(folder, {recursive: true})
}, 120_000)

const shipped = () => pathToFileURL(path.join(home, 'dist/press/worker.js'))

/** Builds papers of these texts; what became of each, and the bytes of those that were written. */
async function built(texts: Record<string, string>, options: PoolOptions & {signal?: AbortSignal; onStart?(job: Job): void} = {}) {
  const root = await folderOf(Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${name}.md`, text])))
  const out = path.join(root, 'out')
  const jobs = Object.entries(texts).map(
    ([name, text]): Job => ({root, prefix: '', source: {path: `${name}.md`, text}, defaultBrand: 'house', audience: 'external', papers: []}),
  )
  const starts: string[] = []
  const {papers, diagnostics} = await buildPapers(jobs, {
    entry: shipped(),
    ...options,
    out,
    onStart(job) {
      starts.push(job.source.path)
      options.onStart?.(job)
    },
  })
  const told = papers.map((paper) => [paper.briefing, ...paper.diagnostics.map(({rule}) => rule)].join(' '))
  const bytes = new Map<string, string>()
  for (const {briefing, written} of papers) if (written) bytes.set(briefing, (await readFile(path.join(out, written.path))).toString('base64'))
  return {told, bytes, papers, diagnostics, starts, jobs}
}

const clean = (title: string) => briefing(title)
const asks = (trouble: string) => briefing(`TROUBLE-${trouble}`)

describe('papers printed in processes of their own', () => {
  test('have the bytes of those printed in this one, whatever the number of processes', async () => {
    const texts = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, clean(`Paper ${name}`)]))
    const one = await built(texts, {processes: 1})
    const three = await built(texts, {processes: 3})
    expect(one.told).toEqual(['a.md', 'b.md', 'c.md', 'd.md', 'e.md', 'f.md'])
    expect(three.told).toEqual(one.told)
    expect(three.bytes).toEqual(one.bytes)
    const [first] = one.jobs
    const {value} = first ? await inThisProcess().print(first) : {}
    expect(Buffer.from(value?.pdf ?? []).toString('base64')).toBe(one.bytes.get('a.md'))
    expect(one.starts.toSorted()).toEqual(one.told)
  })

  test('that loop, trap, run out of memory or kill their process are told, each of its own, and the others come out', async () => {
    const names = ['loop', 'memory', 'kill', 'abort', 'exit', 'trap']
    const texts = Object.fromEntries([['first', clean('First')], ...names.map((name) => [name, asks(name)]), ['last', clean('Last')]])
    const {told, bytes, papers} = await built(texts, {entry: troubled, processes: 2, seconds: 10, megabytes: 128})
    expect(told).toEqual([
      'first.md',
      'loop.md press/too-slow',
      'memory.md press/out-of-memory',
      'kill.md press/killed',
      'abort.md press/bug',
      'exit.md press/bug',
      'trap.md press/bug',
      'last.md',
    ])
    const alone = await built({first: clean('First'), last: clean('Last')})
    expect(bytes).toEqual(alone.bytes)
    expect(papers.flatMap(({diagnostics}) => diagnostics.map(({message, hint}) => `${message} (${hint})`)).slice(0, 3)).toEqual([
      'Not finished after 10 seconds, and stopped (Divide the paper, its longest table or list first)',
      'Printing takes more than 128 MB of memory (Divide the paper, its longest table or list first)',
      'The process that printed this paper was killed from outside (`SIGKILL`), as a system short of memory does (Build it again with `--jobs 1`)',
    ])
    expect(papers[4]?.fault).toContain('abort')
    expect(papers[6]?.fault).toContain('unreachable')
  })

  test('that fall over what another left behind are printed in a fresh process', async () => {
    const {told} = await built({a: asks('spoil'), b: clean('B'), c: clean('C')}, {entry: troubled, processes: 1})
    expect(told).toEqual(['a.md', 'b.md', 'c.md'])
  })

  test('are told where no process can be started at all', async () => {
    const {told, papers} = await built({a: clean('A'), b: clean('B')}, {entry: pathToFileURL('/nowhere/worker.js'), processes: 1})
    expect(told).toEqual(['a.md press/bug', 'b.md press/bug'])
    expect(papers[0]?.fault).toContain('Cannot find module')
  })
})

describe('a build that is stopped', () => {
  test('ends within a second while a layout loops, keeps what was finished and says so', async () => {
    const stop = new AbortController()
    let loops: () => void
    const looping = new Promise<void>((done) => {
      loops = done
    })
    const onStart = ({source}: Job) => void (source.path === 'b.md' && setTimeout(200).then(loops))
    const building = built({a: clean('A'), b: asks('loop'), c: clean('C')}, {entry: troubled, processes: 1, signal: stop.signal, onStart})
    await looping
    const before = performance.now()
    stop.abort()
    const {told, bytes, diagnostics} = await building
    expect(performance.now() - before).toBeLessThan(1000)
    expect(told).toEqual(['a.md'])
    expect([...bytes.keys()]).toEqual(['a.md'])
    expect(diagnostics.map(({rule, message}) => `${rule}: ${message}`)).toEqual([
      'press/stopped-early: Stopped before the end: 1 of 3 papers were finished',
    ])
  })
})

describe('a process that prints', () => {
  test('ends when the command that started it is killed, even in a layout that never ends', async () => {
    const parent = `
      import {fork} from 'node:child_process'
      const child = fork(new URL(${JSON.stringify(troubled.href)}), {serialization: 'advanced', execArgv: []})
      const job = {root: '/', prefix: '', source: {path: 'a.md', text: 'TROUBLE-loop'}, defaultBrand: 'house', audience: 'external'}
      child.on('message', () => {
        child.send({list: 0, papers: []})
        child.send({job, list: 0}, () => console.log(child.pid))
      })
    `
    const command = spawn(process.execPath, ['--input-type=module', '--eval', parent], {stdio: ['ignore', 'pipe', 'inherit']})
    const child = Number(await new Promise((done) => command.stdout.once('data', done)))
    await setTimeout(300) // it loops by now
    expect(isRunning(child)).toBe(true)
    command.kill('SIGKILL')
    for (let waited = 0; isRunning(child) && waited < 5000; waited += 100) await setTimeout(100)
    expect(isRunning(child)).toBe(false)
  })
})
