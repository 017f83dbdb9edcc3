import {spawn, spawnSync} from 'node:child_process'
import {cp, mkdtemp, readdir, readFile, realpath, rm, stat, symlink} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {briefing, folderOf} from '../workspace/folder-of.js'

const project = fileURLToPath(new URL('../..', import.meta.url))
let home: string
let main: string

/** The package as it is installed: what `files` of `package.json` names, compiled afresh, beside its dependencies. */
beforeAll(async () => {
  home = await realpath(await mkdtemp(path.join(tmpdir(), 'demarche-installed-')))
  const {files, bin} = JSON.parse(await readFile(path.join(project, 'package.json'), 'utf8'))
  for (const name of ['package.json', ...files.filter((name: string) => name !== 'dist')])
    await cp(path.join(project, name), path.join(home, name), {recursive: true})
  await symlink(path.join(project, 'node_modules'), path.join(home, 'node_modules'))
  const built = spawnSync(process.execPath, [path.join(project, '.ci/build-dist.mjs'), path.join(home, 'dist')], {encoding: 'utf8'})
  expect(built).toMatchObject({status: 0, stdout: '', stderr: ''})
  main = path.join(home, bin.demarche)
}, 60_000)
afterAll(() => rm(home, {recursive: true, force: true}))

/** Tells every module of the renderer that a process loads, and loads it. */
const WATCH = `data:text/javascript,${encodeURIComponent(`
  import {register} from 'node:module'
  register('data:text/javascript,' + encodeURIComponent(\`
    import {writeSync} from 'node:fs'
    export async function load(url, context, next) {
      const [, name] = /node_modules[/](react|@react-pdf[/](?!hyphenate)[^/]+|pdfkit|yoga-layout)[/]/.exec(url) ?? []
      if (name) writeSync(2, 'LOADED ' + name + '\\\\n')
      return next(url, context)
    }
  \`))
`)}`

const demarche = (args: string[], cwd: string, node: string[] = []) =>
  spawnSync(process.execPath, [...node, main, ...args], {cwd, encoding: 'utf8', env: {PATH: process.env.PATH, HOME: home}})

describe('the installed command', () => {
  test('can be run by its own name', async () => {
    expect((await stat(main)).mode & 0o111).toBe(0o111)
    expect(spawnSync(main, ['--version'], {encoding: 'utf8'}).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test('checks without loading the renderer', async () => {
    const cwd = await folderOf({'briefings/a.md': briefing()})
    expect(demarche(['check'], cwd, ['--import', WATCH])).toMatchObject({status: 0, stdout: '1 paper checked; no errors\n', stderr: ''})
    // Papers are printed in processes of their own: the command itself stays without it.
    expect(demarche(['build'], cwd, ['--import', WATCH])).toMatchObject({status: 0, stderr: ''})
    // The watch sees it where it is loaded.
    const load = `await (await import(${JSON.stringify(path.join(home, 'dist/build.js'))})).loadRenderer()`
    const {stderr} = spawnSync(process.execPath, ['--import', WATCH, '--input-type=module', '--eval', load], {encoding: 'utf8'})
    expect(stderr).toContain('LOADED react\n')
  })

  test('prints a paper with the brand that comes with it', async () => {
    const cwd = await folderOf({'briefings/a.md': briefing()})
    const {status, stdout, stderr} = demarche(['build'], cwd)
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(stdout).toMatch(/^output\/a\.en\.pdf {2}1 page {2}\d+ KB\n1 paper written, 1 page, \d+ KB\n$/)
    expect((await readFile(path.join(cwd, 'output/a.en.pdf'))).subarray(0, 5).toString()).toBe('%PDF-')
    expect(await readdir(path.join(cwd, 'output'))).toEqual(['a.en.pdf', 'manifest.json'])
  })

  test('brings flags and maps, and needs neither the atlas nor the flags that they were made from', async () => {
    const {dependencies} = JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8'))
    expect(Object.keys(dependencies).filter((name) => /atlas|topojson|geo|flag/.test(name))).toEqual([])
    expect((await readdir(path.join(home, 'dist/places'))).filter((name) => name.endsWith('.json')).length).toBe(197)
    const cwd = await folderOf({'briefings/a.md': `${briefing()}\n\`\`\`locator\ncountry: PL\n\`\`\`\n`})
    expect(demarche(['build'], cwd)).toMatchObject({status: 0, stderr: ''})
  })

  test('ends within a second of Ctrl-C, keeps what is whole, leaves nothing else and says so', async () => {
    const names = Array.from({length: 30}, (_, index) => `p${index}`)
    const cwd = await folderOf(Object.fromEntries(names.map((name) => [`briefings/${name}.md`, briefing(name)])))
    const child = spawn(process.execPath, [main, 'build', '--format', 'json'], {cwd, stdio: ['ignore', 'pipe', 'inherit'], env: {PATH: process.env.PATH}})
    let told = ''
    child.stdout.setEncoding('utf8').on('data', (text) => (told += text))
    while (!(await readdir(path.join(cwd, 'output')).catch(() => [])).some((name) => name.endsWith('.pdf'))) await new Promise((done) => setTimeout(done, 10))
    const before = performance.now()
    child.kill('SIGINT')
    expect(await new Promise((done) => child.on('close', done))).toBe(130)
    expect(performance.now() - before).toBeLessThan(1000)
    const {diagnostics, papers} = JSON.parse(told)
    const written = papers.map((paper: {written: {path: string}}) => paper.written.path)
    expect(diagnostics[0].message).toBe(`Stopped before the end: ${written.length} of 30 papers were finished`)
    expect((await readdir(path.join(cwd, 'output'))).sort()).toEqual([...written, 'manifest.json'].sort())
  })

  test('goes on when nobody reads what it says', async () => {
    const cwd = await folderOf(
      Object.fromEntries(Array.from({length: 40}, (_, index) => [`briefings/${index}.md`, briefing().replace('title:', 'titel:')])),
    )
    const child = spawn(process.execPath, [main, 'check'], {cwd, stdio: ['ignore', 'pipe', 'pipe']})
    child.stdout.destroy()
    child.stderr.destroy()
    expect(await new Promise((done) => child.on('exit', done))).toBe(1)
  })
})
