import {execFile} from 'node:child_process'
import {cp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {compiled} from '../compiled.js'
import {briefing, folderOf} from '../workspace/folder-of.js'

let main: string
beforeAll(() => {
  main = path.join(compiled(), 'dist/cli/main.js')
}, 120_000)

const OF = 3
const DOCS = new URL('../../docs/ci/', import.meta.url)

/** Each line of a workflow that calls the command: of a shard with its number, and of the merge. */
interface Lines {
  print(shard: number): string
  merge: string
}

/** The commands as the workflow file of GitHub has them; the number of its matrix is filled in as its runner does. */
async function github(): Promise<Lines> {
  const {jobs} = parse(await readFile(new URL('github-actions.yml', DOCS), 'utf8'))
  const lineOf = (job: {steps: {run?: string}[]}) => job.steps.flatMap(({run}) => (run?.includes('demarche') ? [run] : []))
  expect(jobs.print.strategy.matrix.shard).toEqual([1, 2, 3])
  const [[print = ''], [merge = '']] = [lineOf(jobs.print), lineOf(jobs.merge)]
  return {print: (shard) => print.replace(/\$\{\{ matrix\.shard \}\}/, String(shard)), merge}
}

async function gitlab(): Promise<Lines> {
  const {print, merge} = parse(await readFile(new URL('gitlab-ci.yml', DOCS), 'utf8'), {merge: true})
  expect(print.parallel).toBe(OF)
  const [line = ''] = print.script
  return {print: (shard) => line.replace('$CI_NODE_INDEX', String(shard)).replace('$CI_NODE_TOTAL', String(OF)), merge: merge.script[0]}
}

/** Runs a line of a workflow, with the command compiled from these sources. */
function runLine(line: string, cwd: string) {
  const [, args = ''] = /^npx --no demarche (.+)$/.exec(line) ?? []
  return demarche(args.split(' '), cwd)
}

const demarche = (args: string[], cwd: string): Promise<{status: number; stdout: string; stderr: string}> =>
  new Promise((done) => {
    execFile(process.execPath, [main, ...args], {cwd, env: {PATH: process.env.PATH}}, (failure, stdout, stderr) => done({status: Number(failure?.code ?? 0), stdout, stderr}))
  })

const template = briefing('"About [Poland](row:name)"', 'rows: rows.csv\noutput: "{iso2}-paper"\n', '## Who?\n\nIt is [Poland](row:name).\n')
const papers = () => ({
  'briefings/a/one.md': briefing('One', '', '## Q\n\n<b>Answer</b>\n'),
  'briefings/a/two.md': briefing('Two', '', `## Q\n\n${'A long answer. '.repeat(200)}\n`),
  'briefings/a/wrong.md': briefing('Wrong').replace('title:', 'titel:'),
  'briefings/b/three.md': briefing('Three', '', '## Q\n\n> [!INTERNAL]\n> For us.\n'),
  'briefings/rows/all.md': template,
  'briefings/rows/rows.csv': 'iso2,name\nPL,Poland\nFI,Finland\nEE,Estonia\n',
})

async function bytesIn(folder: string): Promise<Record<string, string>> {
  const found = (await readdir(folder, {recursive: true, withFileTypes: true})).filter((entry) => entry.isFile() && !entry.name.startsWith('report-'))
  const files = found.map(async (entry) => [path.relative(folder, path.join(entry.parentPath, entry.name)), (await readFile(path.join(entry.parentPath, entry.name))).toString('base64')])
  return Object.fromEntries((await Promise.all(files)).sort())
}

/** Builds in shards, each on a machine of its own, and brings what they left together on another. */
async function divided(files: Record<string, string>, {print, merge}: Lines, cache?: string) {
  const together = await folderOf(files)
  const machines = await Promise.all(
    [1, 2, 3].map(async (shard) => {
      const machine = await folderOf(files)
      if (cache !== undefined) await cp(cache, path.join(machine, '.demarche-cache'), {recursive: true})
      await runLine(print(shard), machine)
      return machine
    }),
  )
  for (const machine of machines) {
    for (const left of ['output', '.demarche-cache']) await cp(path.join(machine, left), path.join(together, left), {recursive: true, force: true})
  }
  return {together, merged: await runLine(merge, together)}
}

describe.each([
  ['GitHub Actions', github],
  ['GitLab CI', gitlab],
])('three shards, by the workflow for %s', (_, lines) => {
  test('give what an undivided build gives, byte for byte', async () => {
    const files = papers()
    const whole = await folderOf(files)
    const undivided = await demarche(['build'], whole)
    expect(undivided.status).toBe(1) // one of them has an error
    const {together, merged} = await divided(files, await lines())
    expect(merged).toEqual(undivided)
    expect(await bytesIn(path.join(together, 'output'))).toEqual(await bytesIn(path.join(whole, 'output')))
    const shares = await Promise.all([1, 2, 3].map(async (shard) => JSON.parse(await readFile(path.join(together, `output/report-${shard}-3.json`), 'utf8')).papers.length))
    expect(Math.min(...shares)).toBeGreaterThan(0)
    const junit = (await demarche(['build', '--no-cache', '--format', 'junit'], whole)).stdout
    expect(await readFile(path.join(together, 'papers.xml'), 'utf8')).toBe(junit)

    // The next push: one paper has changed, and the shards begin with what the merge has left.
    const next = {...files, 'briefings/a/one.md': briefing('One more')}
    await writeFile(path.join(whole, 'briefings/a/one.md'), next['briefings/a/one.md'])
    const again = await divided(next, await lines(), path.join(together, '.demarche-cache'))
    expect(again.merged).toEqual(await demarche(['build'], whole))
    expect(await bytesIn(path.join(again.together, 'output'))).toEqual(await bytesIn(path.join(whole, 'output')))
  }, 240_000)
})

describe('reports', () => {
  const shards = async (files: Record<string, string>, parts: string[]) => {
    const cwd = await folderOf(files)
    for (const part of parts) expect(await demarche(['build', '--shard', part], cwd)).toMatchObject({status: 0})
    return cwd
  }
  const two = () => ({'briefings/a.md': briefing('A'), 'briefings/b.md': briefing('B')})

  test('are refused where one is missing, of another division, or of other briefings', async () => {
    const cwd = await shards(two(), ['1/2'])
    expect(await demarche(['merge-reports', 'output'], cwd)).toMatchObject({status: 3, stderr: expect.stringContaining('`report-2-2.json` is missing in `output`')})
    await demarche(['build', '--shard', '1/3'], cwd)
    expect(await demarche(['merge-reports', 'output'], cwd)).toMatchObject({status: 3, stderr: expect.stringContaining('are of different builds')})
    await rm(path.join(cwd, 'output/report-1-3.json'))
    await writeFile(path.join(cwd, 'briefings/b.md'), briefing('Another'))
    await demarche(['build', '--shard', '2/2'], cwd)
    expect(await demarche(['merge-reports', 'output'], cwd)).toMatchObject({status: 3, stderr: expect.stringContaining('are of different builds')})
    await demarche(['build', '--shard', '1/2'], cwd)
    expect(await demarche(['merge-reports', 'output'], cwd)).toMatchObject({status: 0, stderr: ''})
  })

  test('are refused where options differ, or one is given twice under another name', async () => {
    const cwd = await shards(two(), ['1/2'])
    await demarche(['build', '--shard', '2/2', '--paper', 'Letter'], cwd)
    expect(await demarche(['merge-reports', 'output'], cwd)).toMatchObject({status: 3, stderr: expect.stringContaining('are of different builds')})
    await cp(path.join(cwd, 'output/report-1-2.json'), path.join(cwd, 'output/report-2-2.json'))
    expect(await demarche(['merge-reports', 'output'], cwd)).toMatchObject({status: 3, stderr: expect.stringContaining('`report-2-2.json` is no report of that shard')})
  })

  test('are refused where the papers were not made from the same files', async () => {
    const cwd = await shards({...two(), 'styles/own/_brand.yml': 'meta:\n  name: House\n'}, ['1/2'])
    await writeFile(path.join(cwd, 'styles/own/_brand.yml'), 'meta:\n  name: Other House\n')
    await demarche(['build', '--shard', '2/2'], cwd)
    expect(await demarche(['merge-reports', 'output'], cwd)).toMatchObject({status: 3, stderr: expect.stringContaining('different versions of `styles/own/_brand.yml`')})
  })

  test('tell of a paper that was left on its machine', async () => {
    const cwd = await shards(two(), ['1/2', '2/2'])
    await rm(path.join(cwd, 'output/a.en.pdf'))
    expect(await demarche(['merge-reports', 'output'], cwd)).toMatchObject({status: 1, stderr: expect.stringContaining('error[press/not-merged]: `a.en.pdf` is missing in `output`')})
  })

  test('are asked for where there are none', async () => {
    const cwd = await folderOf(two())
    await mkdir(path.join(cwd, 'output'))
    expect(await demarche(['merge-reports', 'output'], cwd)).toMatchObject({status: 3, stderr: expect.stringContaining('no report of a shard in `output`')})
    expect(await demarche(['build', '--shard', '4/3'], cwd)).toMatchObject({status: 3, stderr: expect.stringContaining('Write `--shard 2/3`')})
  })

  test('of more shards than papers are whole', async () => {
    const cwd = await shards(two(), ['1/3', '2/3', '3/3'])
    expect(await demarche(['merge-reports', 'output'], cwd)).toMatchObject({status: 0, stdout: expect.stringContaining('2 papers written')})
  })
})
