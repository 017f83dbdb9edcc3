import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {describe, expect, it, test} from 'vitest'
import {check} from '../../src/check.js'
import {printEditions} from '../../src/print/index.js'
import {inThisProcess} from '../../src/press/print-paper.js'
import {outputPath} from '../../src/press/output-path.js'
import {memoryFiles} from '../edition/compose.js'
import {faultsOf} from '../print/pdf/faults-of.js'
import {isStream, readPdf, type Value} from '../print/pdf/read-pdf.js'
import {told} from '../told.js'

const FILLING = 'States might name a day by which they review what they have decided, and publish it. '.repeat(3)
const PAGES = `${FILLING}\n\n`.repeat(30)

const paper = (kind: string, front = '', body = PAGES) => ({
  path: 'briefings/secret-desk/ideas.md',
  text: `---\nkind: ${kind}\ntitle: Ideas for a review\nsubtitle: A beginning\ndate: 2026-11-24\nbudget: none\n${front}---\n\n## A first idea\n\n${body}\n`,
})

/** What names the house that issues papers of the brand, the brand itself, or where the briefing lay. */
const NEEDLES = ['mine ban policy desk', 'minebandesk', 'policy-desk', 'secret-desk', '/house', 'ministry']

async function printed(kind: string, brand: string) {
  const job = {root: '/', prefix: '', source: paper(kind), brand, defaultBrand: 'house', audience: 'external' as const, papers: []}
  const {value, diagnostics} = await inThisProcess({files: memoryFiles()}).print(job)
  if (!value) throw new Error(diagnostics.map(({message}) => message).join('\n'))
  return {...value, file: outputPath(job, value)}
}

/** All that a file holds, seen and unseen: words as they read, texts of every object, streams as bytes of either alphabet. */
async function holdings(pdf: Uint8Array): Promise<string> {
  const {objects, trailer} = readPdf(pdf)
  const text = (value: Value): string => {
    if (isStream(value)) return `${text(value.dictionary)} ${value.bytes.toString('utf8')} ${value.bytes.toString('utf16le')} ${Buffer.from(value.bytes.subarray(0, value.bytes.length & ~1)).swap16().toString('utf16le')}`
    if (Array.isArray(value)) return value.map(text).join(' ')
    return typeof value === 'object' && value !== null ? Object.entries(value).map(([key, inner]) => `${key} ${text(inner)}`).join(' ') : String(value)
  }
  return [text(trailer), ...[...objects.values()].map(text), ...(await pageTexts(pdf))].join('\n').toLowerCase()
}

/** All words on the pages, running heads among them, which are no part of the structure. */
async function pageTexts(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocument({data: new Uint8Array(pdf), verbosity: 0}).promise
  const pages = Array.from({length: document.numPages}, async (_, at) => {
    const {items} = await (await document.getPage(at + 1)).getTextContent()
    return items.map((item) => ('str' in item ? item.str : '')).join(' ')
  })
  return Promise.all(pages)
}

const leaks = (held: string) => NEEDLES.filter((needle) => held.includes(needle))

/** In a paper of words and rules nothing is round but the mark; the corners of rules are curves without a length. */
const paintsMark = (pdf: Uint8Array) =>
  [...readPdf(pdf).objects.values()].some((value) => {
    const curves = isStream(value) ? [...value.bytes.toString('latin1').matchAll(/^((?:[\d.-]+ ){6})c$/gm)] : []
    return curves.some(([, points = '']) => new Set(points.trim().match(/\S+ \S+/g)).size > 1)
  })

describe.each(['house', 'ministry'])('in the brand %s', (brand) => {
  test('a non-paper names nobody: not on its pages, not in properties, structure or names within, not in its file’s name', async () => {
    const {pdf, pages, file} = await printed('non-paper', brand)
    expect(pages).toBeGreaterThan(1)
    const held = await holdings(pdf)
    expect(held).toContain('ideas for a review')
    expect(leaks(held)).toEqual([])
    expect(held).not.toContain('dc:creator')
    expect(paintsMark(pdf)).toBe(false)
    expect(file).toBe('secret-desk/ideas.en.pdf')
  })
  test('another paper of the same words names its house, its mark and its brand', async () => {
    const {pdf, file} = await printed('aide-memoire', brand)
    expect(leaks(await holdings(pdf))).toContain('mine ban policy desk')
    expect(paintsMark(pdf)).toBe(true)
    expect(file).toBe(brand === 'house' ? 'secret-desk/ideas.en.pdf' : 'secret-desk/ideas.en.ministry.pdf')
  })
})

describe('a non-paper that says whose it is', () => {
  const toldOf = async (front: string, body: string, path?: string) => {
    const source = paper('non-paper', front, body)
    const {value, diagnostics} = await check(path === undefined ? source : {...source, path}, {files: memoryFiles()})
    return {printable: value !== undefined, told: diagnostics.map((one) => told(one))}
  }
  it('is told in its words, wherever they stand', async () => {
    expect(await toldOf('', 'As the Mine Ban *Policy* Desk has said.[^1]\n\n- See minebandesk.example.\n\n[^1]: The mine ban policy desk, 2026.')).toEqual({
      printable: false,
      told: [
        'error 11:8-11:30 non-paper/names-the-house: The text names `Mine Ban Policy Desk`, and nothing of a `non-paper` may say who issues it',
        'error 13:7-13:26 non-paper/names-the-house: The text names `minebandesk.example`, and nothing of a `non-paper` may say who issues it',
        'error 15:11-15:31 non-paper/names-the-house: The text names `mine ban policy desk`, and nothing of a `non-paper` may say who issues it',
      ],
    })
  })
  it('is told in its keys', async () => {
    expect((await toldOf('keywords: [mines, Mine Ban Policy Desk]\nshort: Ideas of the Mine Ban Policy Desk\n', 'Text.')).told).toEqual([
      'error 7:19-7:39 non-paper/names-the-house: `keywords` names `Mine Ban Policy Desk`, and nothing of a `non-paper` may say who issues it',
      'error 8:8-8:41 non-paper/names-the-house: `short` names `Mine Ban Policy Desk`, and nothing of a `non-paper` may say who issues it',
    ])
  })
  it('is told by its block of contacts, and by the name of its file', async () => {
    expect((await toldOf('', '```contacts\n- name: A desk\n  mail: desk@example.org\n```')).told).toEqual([
      'error 11:1-14:4 non-paper/names-the-house: The block `contacts` names whom to ask, and nothing of a `non-paper` may say who issues it',
    ])
    expect((await toldOf('', 'Text.', 'briefings/mine-ban-policy-desk_ideas.md')).told).toEqual([
      'error file non-paper/names-the-house: The file\'s name, `mine-ban-policy-desk_ideas`, names `Mine Ban Policy Desk`, and nothing of a `non-paper` may say who issues it',
    ])
  })
  it('does not carry its briefing along, which names its brand', async () => {
    const {value, diagnostics} = await check(paper('non-paper', '', 'Text.'), {files: memoryFiles(), attachSource: true})
    expect(value).toBeUndefined()
    expect(diagnostics.map((one) => told(one))).toEqual(['error file edition/attach-source: A `non-paper` cannot carry its briefing: that names its brand'])
  })
})

test('non-papers of one document keep their headings and notes apart', async () => {
  const made = await Promise.all(['one', 'two'].map((name) => check({...paper('non-paper', '', `See [above](doc:#a-first-idea).[^1]\n\n[^1]: Note ${name}.`), path: `briefings/${name}.md`}, {files: memoryFiles()})))
  const papers = made.flatMap(({value}) => value ?? [])
  const {value} = await printEditions(papers.map(({edition}) => edition), new Map(papers.flatMap(({assets}) => [...assets])))
  expect(new Set(papers.map(({edition}) => edition.key)).size).toBe(2)
  expect(value && faultsOf(value.pdf)).toEqual([])
})
