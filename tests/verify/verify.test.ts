import {beforeAll, describe, expect, it} from 'vitest'
import {build} from '../../src/build.js'
import {sha256Of} from '../../src/inputs.js'
import {differenceOf} from '../../src/verify/differences.js'
import {openPdf, verify} from '../../src/verify/index.js'
import {memoryFiles} from '../edition/compose.js'

const text = (last = 'The end.') =>
  `---\nkind: q-and-a\ntitle: A paper\ndate: 2026-11-24\nbudget: none\nattach: [data.csv]\n---\n\n## Q\n\n${'A line of text to fill the page.\n\n'.repeat(60)}${last}\n`
async function printed(source: string, more: object = {}): Promise<Uint8Array> {
  const files = memoryFiles({'data.csv': 'a,b\n'})
  const {value, diagnostics} = await build({path: 'paper.md', text: source}, {files, ...more})
  if (!value) throw new Error(JSON.stringify(diagnostics))
  return value.pdf
}
const told = async (bytes: Uint8Array, more: Parameters<typeof verify>[1] = {}) => {
  const {sentences, sound} = await verify(bytes, more)
  return [...sentences, sound]
}
const NO_LIST = 'no `manifest.json` lies beside or above it'

let paper: Uint8Array
beforeAll(async () => {
  paper = await printed(text())
})

describe('a paper of ours', () => {
  it('is known by its version, and is not sound by its own word alone', async () => {
    expect(await told(paper)).toEqual(['built by demarche 0.1.0', NO_LIST, false])
  })
  it('is sound where a manifest lists its hash, under whatever name', async () => {
    const papers = [{path: 'a.pdf', sha256: sha256Of(paper)}]
    expect(await told(paper, {manifest: {shown: 'm', papers, path: 'a.pdf'}})).toEqual(['built by demarche 0.1.0', 'listed in `m`', true])
    expect(await told(paper, {manifest: {shown: 'm', papers, path: 'b.pdf'}})).toEqual(['built by demarche 0.1.0', 'listed in `m`, as `a.pdf`', true])
  })
  it('is not sound where the manifest has another hash for it, or none', async () => {
    expect(await told(paper, {manifest: {shown: 'm', papers: [{path: 'a.pdf', sha256: 'x'}], path: 'a.pdf'}})).toEqual([
      'built by demarche 0.1.0',
      '`m` lists another file of this name',
      false,
    ])
    expect((await told(paper, {manifest: {shown: 'm', papers: [], path: 'a.pdf'}}))[1]).toBe('`m` does not list it')
  })
})

describe('against its sources', () => {
  const papers = [{path: 'a.pdf', sha256: 'x'}]
  const against = async (again: Awaited<ReturnType<NonNullable<Parameters<typeof verify>[1]['rebuild']>>>) =>
    (await told(paper, {manifest: {shown: 'm', papers, path: 'a.pdf'}, rebuild: async () => again})).slice(2)
  it('a paper is verified where they print the same bytes', async () => {
    expect(await against({pdf: await printed(text())})).toEqual(['verified: its sources print the same bytes', true])
  })
  it('a paper differs at the page where it does, and what has changed is told', async () => {
    expect(await against({pdf: await printed(text('The End.'))})).toEqual(['differs at page 2', false])
    expect(await against({pdf: await printed(text().replace('A line', 'Another line')), changed: '`x` has changed since'})).toEqual([
      'differs at page 1: `x` has changed since',
      false,
    ])
  })
  it('a paper differs in what no page shows', async () => {
    expect(await against({pdf: await printed(text().replace('attach: [data.csv]\n', ''))})).toEqual(['differs in its attached files', false])
    expect(await against({pdf: await printed(text().replace('budget', 'keywords: [mines]\nbudget'))})).toEqual(['differs in its properties', false])
  })
  it('a paper that another program wrote anew differs on no page: order and numbers of objects do not count', () => {
    const written = (resources: string) => {
      const body = `%PDF-1.4\n1 0 obj\n<</Type /Catalog /Pages <</Kids [2 0 R]>> >>\nendobj\n2 0 obj\n<</Type /Page /Resources <<${resources}>> >>\nendobj\n`
      const at = (id: number) => `${String(body.indexOf(`${id} 0 obj`)).padStart(10, '0')} 00000 n \n`
      return openPdf(Buffer.from(`${body}xref\n0 3\n0000000000 65535 f \n${at(1)}${at(2)}trailer\n<</Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`))
    }
    const [one, turned, other] = [written('/A 1 /B 2'), written('/B 2 /A 1'), written('/A 1 /B 3')]
    if (typeof one === 'string' || typeof turned === 'string' || typeof other === 'string') throw new Error('not read')
    expect(differenceOf(one, turned)).toBeUndefined()
    expect(differenceOf(one, other)).toBe('at page 1')
  })
  it('a paper cannot be verified without them, and what is missing is named', async () => {
    expect(await against({because: '`map.png` is missing'})).toEqual(['cannot be verified because `map.png` is missing', false])
    expect((await told(paper, {rebuild: async () => ({because: 'never asked'})}))[2]).toBe(
      'cannot be verified because no manifest says which briefing it was made from, and it carries none',
    )
  })
  it('a paper of another version cannot be verified by this one', async () => {
    const other = Buffer.from(paper)
    // The properties lie in a compressed stream: only a file without one shows them.
    const plain = Buffer.from('%PDF-1.4\n1 0 obj\n<</Type /Catalog>>\nendobj\n2 0 obj\n<</Producer (demarche 9.9.9)>>\nendobj\n')
    const at = plain.length
    const table = `xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000042 00000 n \ntrailer\n<</Root 1 0 R /Info 2 0 R /Size 3>>\nstartxref\n${at}\n%%EOF\n`
    expect(other.length).toBeGreaterThan(1000)
    expect(await told(Buffer.concat([plain, Buffer.from(table)]), {rebuild: async () => ({because: 'never asked'})})).toEqual([
      'built by demarche 9.9.9',
      NO_LIST,
      'cannot be verified because it was built by demarche 9.9.9, and this is 0.1.0',
      false,
    ])
  })
})

describe('any other file is told in one sentence', () => {
  it.each([
    ['no PDF', () => Buffer.from('hello'), 'this is not a PDF'],
    ['an empty file', () => Buffer.alloc(0), 'this is not a PDF'],
    ['half a paper', () => paper.subarray(0, paper.length / 2), 'the file is cut off: a PDF ends with `%%EOF`, and this one does not'],
    ['a paper without its middle', () => Buffer.concat([paper.subarray(0, 900), paper.subarray(2000)]), 'the file is damaged: its table of objects does not hold'],
    ['another program’s', () => Buffer.from('%PDF-1.4\n1 0 obj\n<</Type /Catalog>>\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Root 1 0 R>>\nstartxref\n43\n%%EOF'), 'not built by Démarche'],
    ['an encrypted one', () => Buffer.from('%PDF-1.4\nxref\n0 0\ntrailer\n<</Encrypt <<>> >>\nstartxref\n9\n%%EOF'), 'the file is encrypted: Démarche encrypts none'],
    ['values nested without end', () => Buffer.from(`%PDF-1.4\nxref\n0 0\ntrailer\n${'['.repeat(5000)}\nstartxref\n9\n%%EOF`), 'the file is damaged: its table of objects does not hold'],
  ])('%s', async (_, bytes, sentence) => {
    expect(await told(bytes())).toEqual([sentence, false])
  })
  it('never throws, wherever a byte is wrong', () => {
    for (let at = 0; at < paper.length; at += Math.ceil(paper.length / 300)) {
      const broken = Buffer.from(paper)
      broken[at] = 0x3c
      expect(() => openPdf(broken)).not.toThrow()
    }
  })
  it('a paper that was changed by an addition at its end is not the one that was printed', async () => {
    const at = paper.length
    const start = Buffer.from(paper).toString('latin1').lastIndexOf('startxref')
    const before = Number(/startxref\n(\d+)/.exec(Buffer.from(paper).toString('latin1').slice(start))?.[1])
    const pdf = openPdf(paper)
    if (typeof pdf === 'string') throw new Error(pdf)
    const root = JSON.parse(JSON.stringify(pdf.trailer.entries.get('Root'))).ref
    const added = `9999 0 obj\n<</Type /Catalog /Pages <</Kids []>> >>\nendobj\nxref\n9999 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<</Root 9999 0 R /Prev ${before} /Size 10000 /Info ${JSON.parse(JSON.stringify(pdf.trailer.entries.get('Info'))).ref} 0 R>>\nstartxref\n`
    const table = at + added.indexOf('xref')
    expect(root).toBeGreaterThan(0)
    expect(await told(Buffer.concat([paper, Buffer.from(`${added}${table}\n%%EOF\n`)]))).toEqual([
      'built by demarche 0.1.0',
      'changed after it was printed, at page 1',
      false,
    ])
  })
})
