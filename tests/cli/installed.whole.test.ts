import {spawn, spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, symlink, utimes, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {briefing, folderOf} from '../workspace/folder-of.js'

const project = fileURLToPath(new URL('../..', import.meta.url))
let home: string
let main: string

/** What is not in the bundle: fonts and patterns are read where they lie. Of all other packages the command needs none. */
const BESIDE = ['@expo-google-fonts', 'hyphen']

/** The package as it is installed: packed, unpacked in an empty folder, beside nothing but what it has to read. */
beforeAll(async () => {
  const scratch = await realpath(await mkdtemp(path.join(tmpdir(), 'demarche-packed-')))
  const {files, bin} = JSON.parse(await readFile(path.join(project, 'package.json'), 'utf8'))
  for (const name of ['package.json', ...files.filter((name: string) => !name.startsWith('dist/'))])
    await cp(path.join(project, name), path.join(scratch, name), {recursive: true})
  await symlink(path.join(project, 'node_modules'), path.join(scratch, 'node_modules'))
  const built = spawnSync(process.execPath, [path.join(project, '.ci/build-dist.mjs'), path.join(scratch, 'dist')], {encoding: 'utf8'})
  expect(built).toMatchObject({status: 0, stdout: '', stderr: ''})
  await rm(path.join(scratch, 'node_modules'))
  const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--silent'], {cwd: scratch, encoding: 'utf8'})
  expect(packed).toMatchObject({status: 0, stderr: ''})
  const unpacked = await realpath(await mkdtemp(path.join(tmpdir(), 'demarche-installed-')))
  expect(spawnSync('tar', ['-xzf', path.join(scratch, packed.stdout.trim()), '-C', unpacked]).status).toBe(0)
  await rm(scratch, {recursive: true})
  home = path.join(unpacked, 'package')
  await mkdir(path.join(home, 'node_modules'))
  for (const name of BESIDE) await symlink(path.join(project, 'node_modules', name), path.join(home, 'node_modules', name))
  main = path.join(home, bin.demarche)
}, 90_000)
// A process in the background may still keep what V8 has compiled, and put it there while the folder goes.
afterAll(() => rm(path.dirname(home), {recursive: true, force: true, maxRetries: 10, retryDelay: 200}))

/** Tells every file that a process loads, module or script, and loads it. */
const WATCH = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs'
  import {register} from 'node:module'
  import {pathToFileURL} from 'node:url'
  const read = fs.readFileSync
  fs.readFileSync = (file, ...how) => {
    if (String(file).endsWith('.cjs')) fs.writeSync(2, 'LOADED ' + pathToFileURL(file) + '\\n')
    return read(file, ...how)
  }
  register('data:text/javascript,' + encodeURIComponent(\`
    import {writeSync} from 'node:fs'
    export async function load(url, context, next) {
      if (url.startsWith('file:')) writeSync(2, 'LOADED ' + url + '\\\\n')
      return next(url, context)
    }
  \`))
`)}`

/** Files that were loaded, from `dist/`; and whether React, or the engine that lays out, stands in one of them. */
async function loadedIn(stderr: string) {
  const files = [...stderr.matchAll(/^LOADED (.*)$/gm)].map(([, url]) => fileURLToPath(url ?? ''))
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return {
    files: files.map((file) => path.relative(path.join(home, 'dist'), file)),
    renderer: files.filter((_, at) => /react\.transitional\.element|AGFzbQ/.test(texts[at] ?? '')).length > 0, // the latter begins WebAssembly in base 64
  }
}

const demarche = (args: string[], cwd: string, node: string[] = []) =>
  spawnSync(process.execPath, [...node, main, ...args], {cwd, encoding: 'utf8', env: {PATH: process.env.PATH, HOME: home}})

const kept = () => path.join(home, 'node_modules/.cache/demarche-compiled')

async function until<T>(found: () => Promise<T | undefined>): Promise<T> {
  for (let turn = 0; turn < 100; turn++) {
    const one = await found().catch(() => undefined)
    if (one !== undefined) return one
    await sleep(200)
  }
  throw new Error('It never was')
}

describe('the installed command', () => {
  test('can be run by its own name', async () => {
    expect((await stat(main)).mode & 0o111).toBe(0o111)
    expect(spawnSync(main, ['--version'], {encoding: 'utf8'}).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test('checks without loading the renderer', async () => {
    const cwd = await folderOf({'briefings/a.md': briefing()})
    const checked = demarche(['check', '--no-cache'], cwd, ['--import', WATCH])
    expect(checked).toMatchObject({status: 0, stdout: '1 paper checked; no errors\n'})
    expect((await loadedIn(checked.stderr)).renderer).toBe(false)
    // Papers are printed in processes of their own: the command itself stays without it.
    const built = demarche(['build', '--no-cache'], cwd, ['--import', WATCH])
    expect((await loadedIn(built.stderr)).renderer).toBe(false)
    // The watch sees it where it is loaded.
    const print = `
      const {build, diskFiles} = await import(${JSON.stringify(path.join(home, 'dist/index.js'))})
      const {value} = await build({path: 'briefings/a.md', text: ${JSON.stringify(briefing())}}, {files: diskFiles(process.cwd())})
      process.exit(value ? 0 : 1)`
    const printed = spawnSync(process.execPath, ['--import', WATCH, '--input-type=module', '--eval', print], {cwd, encoding: 'utf8'})
    expect({status: printed.status, ...(await loadedIn(printed.stderr))}).toMatchObject({status: 0, renderer: true})
  })

  test('loads next to nothing where nothing has changed, or nothing is asked of it', async () => {
    const cwd = await folderOf({'briefings/a.md': briefing()})
    demarche(['build'], cwd)
    const again = await loadedIn(demarche(['build'], cwd, ['--import', WATCH]).stderr)
    const version = await loadedIn(demarche(['--version'], cwd, ['--import', WATCH]).stderr)
    for (const {files} of [again, version]) {
      expect(files).toContain('cli/main.js')
      const sizes = await Promise.all(files.map(async (file) => (await stat(path.join(home, 'dist', file))).size))
      expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(100_000)
    }
  })

  test('says which packages it holds, in which versions, under which licences', async () => {
    const bundled: Record<string, string> = JSON.parse(await readFile(path.join(home, 'dist/packages.json'), 'utf8'))
    const {version} = JSON.parse(await readFile(path.join(project, 'node_modules/remark/package.json'), 'utf8'))
    expect(bundled).toMatchObject({remark: version, react: expect.any(String), fontkit: expect.any(String)})
    // Elements that are drawn once need nobody to keep them up to date.
    expect(Object.keys(bundled)).not.toContain('@react-pdf/reconciler')
    const licences = await readFile(path.join(home, 'dist/LICENCES.txt'), 'utf8')
    expect(Object.entries(bundled).filter(([name, held]) => !licences.includes(`${name} ${held} (`))).toEqual([])
  })

  test('keeps what V8 has compiled beside the packages, unless it is told not to', async () => {
    const cwd = await folderOf({'briefings/a.md': briefing()})
    await sleep(3000) // what an earlier build of these tests has begun in the background
    await rm(kept(), {recursive: true, force: true})
    spawnSync(process.execPath, [main, 'check', '--no-cache'], {cwd, env: {PATH: process.env.PATH, DEMARCHE_NO_COMPILE_CACHE: '1'}})
    expect(existsSync(kept())).toBe(false)
    // Of other builds, what is older than a day is in nobody's use.
    await mkdir(kept(), {recursive: true})
    for (const [name, days] of [['older', 2], ['newer', 0]] as const) {
      await writeFile(path.join(kept(), name), '')
      await utimes(path.join(kept(), name), new Date(), new Date(Date.now() - days * 24 * 60 * 60 * 1000))
    }
    demarche(['check', '--no-cache'], cwd)
    expect((await readdir(kept())).map((name) => name.split('-').slice(-1)[0]).sort()).toEqual(['check', 'newer'])
  })

  test('has V8 compile what prints once, in the background and of no paper but its own, and prints the same with it', async () => {
    const cwd = await folderOf({'briefings/a.md': briefing('A paper of somebody')})
    await rm(kept(), {recursive: true, force: true})
    const printed = async () => {
      expect(demarche(['build', '--no-cache'], cwd)).toMatchObject({status: 0, stderr: ''})
      return readFile(path.join(cwd, 'output/a.en.pdf'))
    }
    const first = await printed()
    const file = await until(async () => (await readdir(kept())).find((name) => name.endsWith('press-printing')))
    const compiled = await readFile(path.join(kept(), file))
    expect(compiled.length).toBeGreaterThan(1_000_000)
    expect(compiled.includes('A paper of somebody')).toBe(false)
    expect((await printed()).equals(first)).toBe(true)
    // It was compiled for good: nobody does so again.
    await sleep(1500)
    expect((await stat(path.join(kept(), file))).mtimeMs).toBeLessThan(Date.now() - 1400)
    // What is cut short, or another's, is passed over.
    for (const broken of [compiled.subarray(0, compiled.length / 2), Buffer.from('something else')]) {
      await writeFile(path.join(kept(), file), broken)
      expect((await printed()).equals(first)).toBe(true)
    }
  }, 60_000)

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
    expect(written.length).toBeLessThan(30)
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
