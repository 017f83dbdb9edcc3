import {readFileSync} from 'node:fs'
import {readFile, rename, rm, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/program.js'
import {jobsOf} from '../../src/cli/papers.js'
import {buildPapers, inThisProcess} from '../../src/press/index.js'
import {findBriefings, openWorkspace} from '../../src/workspace/index.js'
import {briefing, folderOf} from '../workspace/folder-of.js'

const P12 = new Uint8Array(readFileSync(new URL('../sign/test-only.p12', import.meta.url)))

async function demarche(args: string, cwd: string, env: Record<string, string> = {}) {
  const [out, err]: [string[], string[]] = [[], []]
  const sinks = {stdout: {write: (text: string) => out.push(text)}, stderr: {write: (text: string) => err.push(text)}}
  return {code: await run(args.split(' '), {...sinks, cwd, env}), out: out.join(''), err: err.join('')}
}
const built = 'built by demarche 0.1.0'
const listed = 'listed in `output/manifest.json`'

/** A workspace with a paper that has been built, as `build` builds it. */
async function withPaper(options: {attachSource?: true} = {}, more: Record<string, string | Uint8Array> = {}) {
  const cwd = await folderOf({'briefings/a.md': briefing('A', 'attach: [data.csv]\n'), 'briefings/data.csv': 'a,b\n', ...more})
  const {value: workspace} = await openWorkspace(cwd)
  if (!workspace) throw new Error('no workspace')
  const {found} = await findBriefings(workspace, [], cwd)
  // In this process: those that `build` starts run what is compiled.
  await buildPapers(await jobsOf(found, workspace, options), {out: path.join(cwd, 'output'), printer: inThisProcess().print})
  return cwd
}

describe('verify', () => {
  test('finds a paper in the manifest, and verifies it by its sources', async () => {
    const cwd = await withPaper()
    expect(await demarche('verify output/a.en.pdf', cwd)).toEqual({code: 0, out: `output/a.en.pdf: ${built}; ${listed}\n`, err: ''})
    expect((await demarche('verify output/a.en.pdf --source', cwd)).out).toBe(`output/a.en.pdf: ${built}; ${listed}; verified: its sources print the same bytes\n`)
  })

  test('tells where the sources print another paper, and which of them has changed', async () => {
    const cwd = await withPaper()
    await writeFile(path.join(cwd, 'briefings/a.md'), briefing('A', 'attach: [data.csv]\n', '## What is a mine?\n\nA weapon.\n'))
    const {code, out} = await demarche('verify output/a.en.pdf --source', cwd)
    expect({code, out}).toEqual({code: 1, out: `output/a.en.pdf: ${built}; ${listed}; differs at page 1: \`briefings/a.md\` has changed since\n`})
  })

  test('names what is missing', async () => {
    const cwd = await withPaper()
    await rm(path.join(cwd, 'briefings/data.csv'))
    expect((await demarche('verify output/a.en.pdf --source', cwd)).out).toContain('cannot be verified because `briefings/data.csv` is missing')
    await rm(path.join(cwd, 'briefings/a.md'))
    expect((await demarche('verify output/a.en.pdf --source', cwd)).out).toContain('cannot be verified because `briefings/a.md` is missing')
  })

  test('makes a paper again from what it carries, far from its workspace', async () => {
    const cwd = await withPaper({attachSource: true})
    const far = await folderOf({})
    await rename(path.join(cwd, 'output/a.en.pdf'), path.join(far, 'b.pdf'))
    expect(await demarche('verify b.pdf --source', far)).toEqual({
      code: 0,
      out: `b.pdf: ${built}; no \`manifest.json\` lies beside or above it; verified: its sources print the same bytes\n`,
      err: '',
    })
  })

  test('makes it again where internal passages stood before a table', async () => {
    const body = '## Q\n\nA.\n\n> [!INTERNAL]\n> Secret.\n\n<!-- table: plain, caption: "Two" -->\n| a | b |\n| - | - |\n| 1 | 2 |\n'
    const cwd = await withPaper({attachSource: true}, {'briefings/a.md': briefing('A', '', body)})
    const far = await folderOf({})
    await rename(path.join(cwd, 'output/a.en.pdf'), path.join(far, 'b.pdf'))
    expect((await demarche('verify b.pdf --source', far)).out).toContain('verified: its sources print the same bytes')
  })

  test('answers other files in one sentence and ends with 1', async () => {
    const cwd = await folderOf({'a.pdf': 'hello', 'b/': ''})
    expect(await demarche('verify a.pdf', cwd)).toEqual({code: 1, out: 'a.pdf: this is not a PDF\n', err: ''})
    expect(await demarche('verify b', cwd)).toEqual({code: 1, out: 'b: this is a folder, and no PDF\n', err: ''})
    expect(await demarche('verify c.pdf', cwd)).toEqual({code: 1, out: 'c.pdf: there is no such file\n', err: ''})
    expect((await demarche('verify a.pdf --manifest none.json', cwd)).code).toBe(3)
  })
})

describe('an anonymous paper', () => {
  test('names neither author nor organisation nor the place of its briefing', async () => {
    const text = briefing('A', 'author: Ann Author\n')
    const job = {root: await folderOf({}), prefix: '', source: {path: 'briefings/secret-desk/a.md', text}, defaultBrand: 'house', audience: 'external' as const, papers: []}
    const [named, anonymous] = [await inThisProcess().print(job), await inThisProcess().print({...job, anonymous: true})]
    const metadata = (pdf: Uint8Array = new Uint8Array()) => /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(Buffer.from(pdf).toString('latin1'))?.[0]
    expect(metadata(named.value?.pdf)).toContain('<dc:creator>')
    expect(metadata(anonymous.value?.pdf)).toBeDefined()
    expect(metadata(anonymous.value?.pdf)).not.toContain('<dc:creator>')
    expect((await demarche('build --anonymous --attach-source', job.root)).code).toBe(3)
  })
})

describe('sign', () => {
  const SECRET = {DEMARCHE_P12_PASSWORD: 'test-only', SOURCE_DATE_EPOCH: '1795478400'}
  test('writes a signed paper beside, which verify knows', async () => {
    const cwd = await withPaper({}, {'desk.p12': P12})
    const {code, out} = await demarche('sign output/a.en.pdf --p12 desk.p12', cwd, SECRET)
    expect({code, out}).toEqual({code: 0, out: expect.stringMatching(/^output\/a\.en\.signed\.pdf: signed; the \d+ bytes of the paper are as they were\n$/)})
    expect(await readFile(path.join(cwd, 'output/a.en.signed.pdf'), 'latin1')).toContain('/M (D:20261124000000Z)')
    const verified = await demarche('verify output/a.en.signed.pdf --source', cwd)
    expect(verified).toMatchObject({code: 0, out: expect.stringContaining('signed after it was printed; listed in `output/manifest.json`, as `a.en.pdf`; verified')})
  })
  test('tells what it lacks', async () => {
    const cwd = await folderOf({'a.pdf': 'hello', 'desk.p12': P12})
    expect(await demarche('sign a.pdf --p12 desk.p12', cwd, SECRET)).toMatchObject({code: 1, err: expect.stringContaining('`a.pdf` is not a PDF: it is not signed')})
    expect((await demarche('sign a.pdf --p12 none.p12', cwd, SECRET)).err).toContain('there is no file `none.p12`')
    expect((await demarche('sign a.pdf', cwd, SECRET)).code).toBe(3)
    expect((await demarche('sign a.pdf --p12 desk.p12 --out a.pdf', cwd, SECRET)).code).toBe(3)
    expect((await demarche('sign a.pdf --p12 desk.p12', cwd, {...SECRET, SOURCE_DATE_EPOCH: 'today'})).err).toContain('expected seconds since 1970')
  })
})
