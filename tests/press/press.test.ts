import {readdir, readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {error, warning} from '../../src/diagnostic.js'
import {buildPapers, checkPapers, type Job, type Printed, type Printer} from '../../src/press/index.js'
import {folderOf} from '../workspace/folder-of.js'

const job = (path: string, more: Partial<Job> = {}): Job => ({
  root: '/nowhere',
  prefix: '',
  source: {path, text: ''},
  defaultBrand: 'house',
  audience: 'external',
  papers: [],
  ...more,
})

/** The seam at which papers are made: here a page that says which briefing it is. */
const printed = ({source, audience}: Job, more: Partial<Printed> = {}): Printed => ({
  title: source.path,
  language: 'en',
  brand: 'house',
  paper: 'A4',
  audience,
  usual: {brand: 'house', paper: 'A4'},
  leftOut: [],
  pdf: Buffer.from(`%PDF ${source.path} ${audience}`),
  pages: 2,
  conformance: ['PDF/UA-1', 'PDF/A-2a'],
  inputs: [{path: source.path, sha256: 'ab'}, {path: '@x/y@1.0.0/z.ttf', sha256: 'cd', package: true}],
  ...more,
})
const printer: Printer = async (one) => ({value: printed(one), diagnostics: []})
const failing =
  (by: Record<string, () => never>): Printer =>
  async (one) =>
    by[one.source.path]?.() ?? printer(one)

const told = (papers: Awaited<ReturnType<typeof buildPapers>>['papers']) =>
  papers.map(({briefing, written, diagnostics}) => [
    briefing,
    written?.path,
    ...diagnostics.map(({severity, rule, message}) => `${severity} ${rule}: ${message}`),
  ])

const bug =
  (message: string, name = 'Error') =>
  (): never => {
    throw Object.assign(new Error(message), {name})
  }

describe('papers', () => {
  test('are written in their folders and listed, the same for the same papers', async () => {
    const root = await folderOf({})
    const jobs = [job('briefings/b/two.md'), job('briefings/a/one.md')]
    await buildPapers(jobs, {out: path.join(root, 'x'), printer})
    await buildPapers([...jobs].reverse(), {out: path.join(root, 'y'), printer})
    const list = await readFile(path.join(root, 'x/manifest.json'), 'utf8')
    expect(await readFile(path.join(root, 'y/manifest.json'), 'utf8')).toBe(list)
    expect(await readFile(path.join(root, 'x/a/one.en.pdf'), 'utf8')).toBe('%PDF briefings/a/one.md external')
    expect(JSON.parse(list).papers[0]).toEqual({
      path: 'a/one.en.pdf',
      briefing: 'briefings/a/one.md',
      sha256: '5f7402d3ca217eee0c3305b6b602a0c13c3596b3283b4c3ca839cff5e38e8202',
      pages: 2,
      title: 'briefings/a/one.md',
      language: 'en',
      brand: 'house',
      paper: 'A4',
      audience: 'external',
      warnings: 0,
      conformance: ['PDF/UA-1', 'PDF/A-2a'],
      tools: expect.objectContaining({demarche: '0.1.0', pdfkit: expect.stringMatching(/^\d+\.\d+\.\d+$/)}),
      inputs: {'briefings/a/one.md': 'ab', '@x/y@1.0.0/z.ttf': 'cd'},
    })
  })

  test('of earlier builds stay listed while they are there', async () => {
    const out = await folderOf({})
    await buildPapers([job('a.md'), job('b.md')], {out, printer})
    await buildPapers([job('c.md')], {out, printer})
    const listed = async () =>
      JSON.parse(await readFile(path.join(out, 'manifest.json'), 'utf8')).papers.map((one: {path: string}) => one.path)
    expect(await listed()).toEqual(['a.en.pdf', 'b.en.pdf', 'c.en.pdf'])
    await writeFile(path.join(out, 'manifest.json'), '{"papers": [{"path": 7}]}')
    await buildPapers([job('c.md')], {out, printer})
    expect(await listed()).toEqual(['c.en.pdf'])
  })

  test('with an error are not written, and the last good one stays', async () => {
    const out = await folderOf({'bad.en.pdf': 'last good'})
    const faulty: Printer = async (one) => ({
      ...(await printer(one)),
      diagnostics: one.source.path === 'bad.md' ? [error('x/y', {path: 'bad.md'}, 'No')] : [],
    })
    const {papers} = await buildPapers([job('bad.md'), job('good.md')], {out, printer: faulty})
    expect(told(papers)).toEqual([
      ['bad.md', undefined, 'error x/y: No'],
      ['good.md', 'good.en.pdf'],
    ])
    expect(await readFile(path.join(out, 'bad.en.pdf'), 'utf8')).toBe('last good')
  })

  test('with a warning are written, and with `strict` they are not', async () => {
    const out = await folderOf({})
    const doubtful: Printer = async (one) => ({...(await printer(one)), diagnostics: [warning('x/y', {path: one.source.path}, 'Hm')]})
    const strict = await buildPapers([job('a.md')], {out, printer: doubtful, strict: true})
    expect(told(strict.papers)).toEqual([['a.md', undefined, 'error x/y: Hm']])
    expect(await readdir(out)).toEqual([])
    const {papers} = await buildPapers([job('a.md')], {out, printer: doubtful})
    expect(told(papers)).toEqual([['a.md', 'a.en.pdf', 'warning x/y: Hm']])
    expect(papers[0]?.written?.warnings).toBe(1)
  })

  test('that would take the place of another are errors, capitals or not', async () => {
    const out = await folderOf({})
    const {papers} = await buildPapers([job('briefings/a.md'), job('A.md')], {out, printer})
    expect(told(papers)).toEqual([
      ['briefings/a.md', 'a.en.pdf'],
      ['A.md', undefined, 'error press/same-output: `briefings/a.md` is written to `A.en.pdf` too, and is printed there'],
    ])
  })

  test('for internal readers never take the place of one for external readers', async () => {
    const out = await folderOf({})
    const branded =
      (brand: string): Printer =>
      async (one) => ({value: printed(one, {brand, usual: {brand: 'house', paper: 'A4'}}), diagnostics: []})
    await buildPapers([job('a.md')], {out, printer: branded('INTERNAL')})
    const {papers} = await buildPapers([job('a.md', {audience: 'internal'})], {out, printer: branded('house')})
    expect(told(papers)).toEqual([
      [
        'a.md',
        undefined,
        'error press/internal-over-external: `a.en.INTERNAL.pdf` is a paper for external readers: an internal one never takes its place',
      ],
    ])
    expect(await readFile(path.join(out, 'a.en.INTERNAL.pdf'), 'utf8')).toBe('%PDF a.md external')
  })

  test('that cannot be written are told, and so is the list', async () => {
    const root = await folderOf({out: 'a file', 'shelf/manifest.json/': ''})
    const {papers} = await buildPapers([job('a.md')], {out: path.join(root, 'out'), printer})
    expect(told(papers)).toEqual([
      ['a.md', undefined, 'error press/output: `a.en.pdf` cannot be written to `out`: a file stands where its folder should be'],
    ])
    const {diagnostics} = await buildPapers([job('a.md')], {out: path.join(root, 'shelf'), printer})
    expect(diagnostics.map(({message}) => message)).toEqual(['`manifest.json` cannot be written: a folder of that name stands there'])
    expect((await readdir(path.join(root, 'shelf'))).sort()).toEqual(['a.en.pdf', 'manifest.json'])
  })

  test('of another workspace are told from the one at hand', async () => {
    const out = await folderOf({})
    const at = (path: string) => warning('x/y', {path}, 'Hm')
    const outside: Printer = async (one) => ({
      value: printed(one, {leftOut: [{place: {path: 'x.md'}, words: 'w'}]}),
      diagnostics: [at('x.md'), at('styles/un/_brand.yml')],
    })
    const {papers} = await buildPapers([job('x.md', {prefix: '../there', brandsFrom: '/here'})], {out, printer: outside})
    expect(papers[0]?.diagnostics.map(({place}) => place.path)).toEqual(['../there/x.md', 'styles/un/_brand.yml'])
    expect(papers[0]?.leftOut[0]?.place.path).toBe('../there/x.md')
    expect(papers[0]?.briefing).toBe('../there/x.md')
    expect(Object.keys(papers[0]?.written?.inputs ?? {})).toEqual(['../there/x.md', '@x/y@1.0.0/z.ttf'])
  })
})

describe('a bug of ours', () => {
  test('is told of its paper, without a stack trace, and its neighbours print', async () => {
    const out = await folderOf({})
    const {papers} = await buildPapers([job('a.md'), job('b.md'), job('c.md')], {
      out,
      printer: failing({'b.md': bug('x is not a function\n    at y')}),
    })
    expect(told(papers)).toEqual([
      ['a.md', 'a.en.pdf'],
      ['b.md', undefined, 'error press/bug: demarche 0.1.0 failed on this paper: `x is not a function`'],
      ['c.md', 'c.en.pdf'],
    ])
    expect(papers[1]?.fault).toContain('press.test.ts')
  })

  test('in the page engine stops the printing: what follows is told as not printed', async () => {
    const out = await folderOf({})
    const {papers} = await buildPapers([job('a.md'), job('b.md'), job('c.md')], {
      out,
      printer: failing({'b.md': bug('unreachable', 'RuntimeError')}),
    })
    expect(told(papers)).toEqual([
      ['a.md', 'a.en.pdf'],
      ['b.md', undefined, 'error press/bug: demarche 0.1.0 failed on this paper: `unreachable`'],
      ['c.md', undefined, 'error press/stopped: Not printed: the page engine stopped working on `b.md`'],
    ])
  })

  test('in a check is told of its paper, and the next is checked', async () => {
    const papers = await checkPapers([job('a.md'), job('b.md')], {checker: failing({'a.md': bug('oops')})})
    expect(told(papers)).toEqual([
      ['a.md', undefined, 'error press/bug: demarche 0.1.0 failed on this paper: `oops`'],
      ['b.md', undefined],
    ])
  })
})
