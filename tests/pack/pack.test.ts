import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import {unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/program.js'
import {inThisProcess} from '../../src/press/index.js'
import {sha256Of} from '../../src/inputs.js'
import {openPdf, type Pdf} from '../../src/verify/index.js'
import {faultsOf} from '../print/pdf/faults-of.js'
import {briefing, folderOf} from '../workspace/folder-of.js'
import {foreignPdf} from './foreign-pdf.js'

const FACTS = `facts:
  parties:
    statement: States Parties
    values:
      - {value: 162, as_of: 2026-09, source: untc}
sources:
  untc: {type: web, title: Treaties, publisher: United Nations, accessed: 2026-11-24}
`

const one = briefing('The first paper', 'symbol: A/1\n', `## What is a mine?

A munition.[^1] [162](fact:parties) States agree. See [the second](doc:two), and [its answer](doc:two#what-of-it).

## What of it?

Much.

[^1]: A note.
`)
const two = briefing('The second paper', 'symbol: A/2\n', `## What is a mine?

A munition.[^1] See [the first](doc:one#what-of-it), [the annexed one](doc:three), and [below](doc:#what-of-it).

${'Lines that fill a page.\n\n'.repeat(40)}
## What of it?

Much.

[^1]: Another note.
`)

const PACK = `title: Papers for a meeting
symbol: PACK/1
date: 2026-11-24
occasion: {meeting: A meeting, place: Geneva, date: 30 November 2026}
recipients: [Permanent Mission of a State to the United Nations in Geneva]
tabs: yes
members:
  - two.md
  - one.md
  - {annex: annex.pdf, title: A foreign text, symbol: X/9, source: United Nations, date: 1997-09-18}
`

const folder = async (pack = PACK) =>
  folderOf({
    'briefings/facts.yml': FACTS,
    'briefings/one.md': one,
    'briefings/two.md': two,
    'briefings/three.md': briefing('A third paper', 'symbol: A/3\n'),
    'briefings/annex.pdf': await foreignPdf('A foreign text', {pages: 3}),
    'briefings/pack.yml': pack,
  })

async function demarche(args: string, cwd: string) {
  const [out, err]: [string[], string[]] = [[], []]
  const io = {stdout: {write: (text: string) => out.push(text)}, stderr: {write: (text: string) => err.push(text)}, cwd, env: {}, printer: inThisProcess().print}
  return {code: await run(args.split(' '), io), out: out.join(''), err: err.join('')}
}

/** The files of a made pack, by their paths. */
async function madeIn(root: string, name = 'pack'): Promise<Map<string, Uint8Array>> {
  const home = path.join(root, 'output', name)
  const names = (await readdir(home, {recursive: true, withFileTypes: true})).filter((entry) => entry.isFile()).map((entry) => path.relative(home, path.join(entry.parentPath, entry.name)))
  return new Map(await Promise.all(names.sort().map(async (file) => [file, new Uint8Array(await readFile(path.join(home, file)))] as const)))
}

const MAIN = 'PACK-1_papers-for-a-meeting_EN_2026-11-24'

/** The elements of a tree, or the bookmarks, one a line. */
function outline(pdf: Pdf, value: Parameters<Pdf['entry']>[1], keys: {first: string; next: string}, depth = 0): string[] {
  const lines: string[] = []
  for (let item = pdf.entry(value, keys.first); item !== undefined; item = pdf.entry(item, keys.next)) {
    const title = pdf.entry(item, 'Title')
    lines.push(`${'  '.repeat(depth)}${typeof title === 'object' && title !== null && 'text' in title ? title.text : '?'}`, ...outline(pdf, item, keys, depth + 1))
  }
  return lines
}

const opened = (bytes: Uint8Array | undefined): Pdf => {
  const pdf = openPdf(bytes ?? new Uint8Array())
  if (typeof pdf === 'string') throw new Error(pdf)
  return pdf
}

/** Every text that names something: destinations, notes; and the roles below the document. */
const kidsOf = (pdf: Pdf, of: Parameters<Pdf['entry']>[1]) => {
  const kids = pdf.entry(of, 'K')
  return (Array.isArray(kids) ? kids : [kids]).map((kid) => {
    const role = pdf.entry(kid, 'S')
    return typeof role === 'object' && role !== null && 'name' in role ? role.name : '?'
  })
}

describe('a pack', () => {
  test('is one document with its papers alone, its annexes, an archive and a list beside it', async () => {
    const root = await folder()
    const {code, out, err} = await demarche('pack briefings/pack.yml', root)
    expect({code, err}).toEqual({code: 0, err: ''})
    expect(out).toMatch(/3 papers written, 11 pages/)
    const made = await madeIn(root)
    expect([...made.keys()]).toEqual([
      `${MAIN}.pdf`,
      `${MAIN}.zip`,
      'annexes/X-9_a-foreign-text_EN_2026-11-24.pdf',
      'manifest.json',
      'papers/A-1_the-first-paper_EN_2026-11-24.pdf',
      'papers/A-2_the-second-paper_EN_2026-11-24.pdf',
    ])

    const bytes = made.get(`${MAIN}.pdf`)
    const pdf = opened(bytes)
    expect(pdf.pages).toHaveLength(8)
    expect(faultsOf(bytes ?? new Uint8Array())).toEqual([])
    // One Part for each leaf: cover, contents, tab and paper twice, the annex.
    expect(kidsOf(pdf, pdf.entry(pdf.catalogue, 'StructTreeRoot', 'K'))).toEqual(['Part', 'Part', 'Part', 'Part', 'Part', 'Part', 'Part'])
    expect(outline(pdf, pdf.entry(pdf.catalogue, 'Outlines'), {first: 'First', next: 'Next'})).toEqual([
      'Papers for a meeting',
      'Contents',
      'The second paper',
      '  What is a mine?',
      '  What of it?',
      'The first paper',
      '  What is a mine?',
      '  What of it?',
      'A foreign text',
    ])
    const names = pdf.entry(pdf.catalogue, 'Names', 'Dests', 'Names') ?? pdf.entry(pdf.entry(pdf.catalogue, 'Names', 'Dests', 'Kids'), 'Names')
    const ids = (Array.isArray(names) ? names : []).flatMap((name) => (typeof name === 'object' && name !== null && 'text' in name ? [name.text] : []))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(['briefings.one.what-of-it', 'briefings.two.what-of-it', 'briefings.one.note-1', 'briefings.two.note-1', 'briefings.one..start', 'briefings.two..start']))
    expect([...carried(pdf)]).toEqual([['Annex-A.pdf', 'Supplement']])
  })

  test('says where its papers lead, on pages of its own', async () => {
    const root = await folder()
    await demarche('pack briefings/pack.yml', root)
    const lines = await linesOf((await madeIn(root)).get(`${MAIN}.pdf`))
    expect(lines.join('\n')).toMatchInlineSnapshot(`
      "---- 1
      Mine Ban Policy Desk PACK/1
      24 November 2026
      BRIEFING PACK
      Papers for a meeting
      MEETING A meeting
      PLACE Geneva
      DATE 30 November 2026
      FOR Permanent Mission of a State to the United Nations in Geneva
      CONTENTS 2 papers, 1 annex
      ---- 2
      Contents
      1 The second paper
      A/2 · Questions and answers
      4
      2 The first paper
      A/1 · Questions and answers
      7
      A A foreign text
      X/9 · United Nations · 18 September 1997 · 3 pages · attached to this file
      8
      Papers for a meeting 2
      ---- 3
      TAB
      1
      The second paper
      A/2 · Questions and answers
      Papers for a meeting 3
      ---- 4
      Mine Ban Policy Desk
      QUESTIONS AND ANSWERS
      A/2
      24 November 2026
      The second paper
      What is a mine?
      A munition.1 See the first, page 7 of the pack, the annexed one (A/3), and
      below, page 2.
      1 Another note.
      The second paper Facts as of 24 November 2026 page 1 of 2 4
      ---- 5
      Mine Ban Policy Desk A/2
      What of it?
      Much.
      The second paper Facts as of 24 November 2026 page 2 of 2 5
      ---- 6
      TAB
      2
      The first paper
      A/1 · Questions and answers
      Papers for a meeting 6
      ---- 7
      Mine Ban Policy Desk
      QUESTIONS AND ANSWERS
      A/1
      24 November 2026
      The first paper
      What is a mine?
      A munition.1 1622 States agree. See the second, page 4 of the pack, and
      its answer, page 5 of the pack.
      What of it?
      Much.
      1 A note.
      2 United Nations, “Treaties” (accessed 24 November 2026).
      The first paper Facts as of 24 November 2026 page 1 of 1 7
      ---- 8
      ANNEX
      A
      A foreign text
      X/9 · United Nations · 18 September 1997 · 3 pages · attached to this file
      Papers for a meeting 8"
    `)
  })

  test('is the same, byte for byte, wherever and whenever it is made', async () => {
    const [first, second] = [await folder(), await folder()]
    await demarche('pack briefings/pack.yml', first)
    const zone = process.env.TZ
    process.env.TZ = 'Pacific/Kiritimati'
    await demarche('pack briefings/pack.yml', second)
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
    const [a, b] = [await madeIn(first), await madeIn(second)]
    expect([...a].map(([name, bytes]) => [name, sha256Of(bytes)])).toEqual([...b].map(([name, bytes]) => [name, sha256Of(bytes)]))
  })

  test('has an archive and a list of all that it wrote', async () => {
    const root = await folder()
    await demarche('pack briefings/pack.yml', root)
    const made = await madeIn(root)
    const archive = unzipSync(made.get(`${MAIN}.zip`) ?? new Uint8Array())
    for (const [name, bytes] of Object.entries(archive)) expect(sha256Of(bytes)).toBe(sha256Of(made.get(name) ?? ''))
    expect(Object.keys(archive)).toHaveLength(made.size - 1)
    const list = JSON.parse(new TextDecoder().decode(made.get('manifest.json')))
    expect(list.pack).toEqual({
      files: [`${MAIN}.pdf`],
      title: 'Papers for a meeting',
      symbol: 'PACK/1',
      date: '2026-11-24',
      occasion: {meeting: 'A meeting', place: 'Geneva', date: '30\u00a0November\u00a02026'},
      recipients: ['Permanent Mission of a State to the United Nations in Geneva'],
    })
    for (const {path: file, sha256} of [...list.papers, ...list.annexes]) expect(sha256Of(made.get(file) ?? '')).toBe(sha256)
    expect(list.papers[0].conformance).toEqual(['PDF/UA-1', 'PDF/A-3a'])
    expect(list.papers.slice(1).map(({inPack, facts}: Record<string, unknown>) => ({inPack, facts}))).toEqual([
      {inPack: {first: 4, pages: 2}, facts: []},
      {inPack: {first: 7, pages: 1}, facts: [{id: 'parties', value: '162', of: '2026-09'}]},
    ])
    expect(list.annexes.map(({inPack, pages}: Record<string, unknown>) => ({inPack, pages}))).toEqual([{inPack: {first: 8, pages: 1}, pages: 3}])
  })
})

describe('nothing is written', () => {
  test('while a paper has an error; what was there before stays', async () => {
    const root = await folder()
    await demarche('pack briefings/pack.yml', root)
    const before = await madeIn(root)
    const {writeFile} = await import('node:fs/promises')
    await writeFile(path.join(root, 'briefings/one.md'), one.replace('fact:parties', 'fact:partys'))
    const {code, err} = await demarche('pack briefings/pack.yml', root)
    expect(code).toBe(1)
    expect(err).toContain('briefings/one.md:11:')
    expect(await madeIn(root)).toEqual(before)
  })

  test('where the members of a pack are wrong', async () => {
    const root = await folder(PACK.replace('one.md', 'oen.md'))
    const {code, err} = await demarche('pack briefings/pack.yml', root)
    expect(code).toBe(1)
    expect(err).toContain('briefings/pack.yml:9:5')
    expect(await readdir(root)).not.toContain('output')
  })

  test('where the pack may go to more readers than one of its papers; unmarked, it takes the highest of theirs', async () => {
    const {writeFile} = await import('node:fs/promises')
    const root = await folder(PACK.replace('tabs: yes', 'marking: TLP:GREEN\ntabs: yes'))
    await writeFile(path.join(root, 'briefings/one.md'), one.replace('budget:', 'marking: TLP:AMBER\nbudget:'))
    await writeFile(path.join(root, 'briefings/two.md'), two.replace('budget:', 'marking: TLP:CLEAR\nbudget:'))
    const {code, err} = await demarche('pack briefings/pack.yml', root)
    expect(code).toBe(1)
    expect(err).toContain('error[pack/marking-too-low]: The pack is marked `TLP:GREEN`, and holds a paper that is marked `TLP:AMBER`')
    expect(err).toContain('briefings/pack.yml:6:10')
    await writeFile(path.join(root, 'briefings/pack.yml'), PACK)
    expect((await demarche('pack briefings/pack.yml', root)).code).toBe(0)
    const {pack, papers} = JSON.parse(new TextDecoder().decode((await madeIn(root)).get('manifest.json')))
    expect([pack.marking, ...papers.slice(1).map(({marking}: {marking: string}) => marking)]).toEqual(['TLP:AMBER', 'TLP:CLEAR', 'TLP:AMBER'])
    await writeFile(path.join(root, 'briefings/two.md'), two.replace('budget:', 'marking: LIMITE\nbudget:'))
    expect((await demarche('pack briefings/pack.yml', root)).err).toContain('error[pack/no-marking]: Which of `LIMITE` and `TLP:AMBER` reaches fewer readers is not known')
  })

  test('where the pack may go to more readers than an annex; unmarked, it takes that of the annex', async () => {
    const marked = (annex: string, pack = '') => PACK.replace('date: 1997-09-18', `date: 1997-09-18, marking: ${annex}`).replace('tabs: yes', `${pack}tabs: yes`)
    const root = await folder(marked('TLP:AMBER', 'marking: TLP:GREEN\n'))
    const {code, err} = await demarche('pack briefings/pack.yml', root)
    expect(code).toBe(1)
    expect(err).toContain('error[pack/marking-too-low]: The pack is marked `TLP:GREEN`, and holds an annex that is marked `TLP:AMBER`\n   --> briefings/pack.yml:6:10')
    const {writeFile} = await import('node:fs/promises')
    await writeFile(path.join(root, 'briefings/pack.yml'), marked('tlp:amber'))
    expect((await demarche('pack briefings/pack.yml', root)).code).toBe(0)
    const {pack, annexes} = JSON.parse(new TextDecoder().decode((await madeIn(root)).get('manifest.json')))
    expect([pack.marking, annexes[0].marking]).toEqual(['TLP:AMBER', 'TLP:AMBER'])
  })

  test.each([
    ['the pack', PACK.replace('tabs: yes', 'marking: TLP:AMBR\ntabs: yes'), '6:10'],
    ['an annex', PACK.replace('date: 1997-09-18', 'date: 1997-09-18, marking: TLP:AMBR'), '10:111'],
  ])('where the marking of %s is of no scheme', async (_, pack, place) => {
    const {code, err} = await demarche('pack briefings/pack.yml', await folder(pack))
    expect(code).toBe(1)
    expect(err).toContain(`error[pack/unknown-marking]: \`TLP:AMBR\` is no marking of a scheme that the pack's brand knows\n   --> briefings/pack.yml:${place}`)
    expect(err).toContain('Did you mean `TLP:AMBER`?')
  })

  test('where a link leads to a heading that these readers do not get', async () => {
    const root = await folder()
    const {writeFile} = await import('node:fs/promises')
    await writeFile(path.join(root, 'briefings/two.md'), two.replace('## What of it?\n\nMuch.', '> [!INTERNAL]\n> ## What of it?\n>\n> Much.').replace(', and [below](doc:#what-of-it)', ''))
    const {code, err} = await demarche('pack briefings/pack.yml', root)
    expect(code).toBe(1)
    expect(err).toContain('pack/dead-link')
  })
})

test('a paper that left the pack leaves its folder too; what others put there stays', async () => {
  const root = await folder()
  const {writeFile} = await import('node:fs/promises')
  await demarche('pack briefings/pack.yml', root)
  await writeFile(path.join(root, 'output/pack/papers/of-others.pdf'), 'x')
  await writeFile(path.join(root, 'briefings/pack.yml'), PACK.replace('  - one.md\n', ''))
  await demarche('pack briefings/pack.yml', root)
  expect([...(await madeIn(root)).keys()].filter((name) => name.startsWith('papers/'))).toEqual(['papers/A-2_the-second-paper_EN_2026-11-24.pdf', 'papers/of-others.pdf'])
})

test('neutral names say nothing of what is in the files', async () => {
  const root = await folder()
  await demarche('pack briefings/pack.yml --neutral-names', root)
  expect([...(await madeIn(root)).keys()]).toEqual(['annexes/01.pdf', 'manifest.json', 'pack.pdf', 'pack.zip', 'papers/01.pdf', 'papers/02.pdf'])
})

test('in print the annexes are bound in, and page numbers count them', async () => {
  const root = await folder(`${PACK}  - {annex: annex.pdf, title: The same again}\noutputs: [print]\n`)
  const {code, err} = await demarche('pack briefings/pack.yml', root)
  expect({code, err}).toEqual({code: 0, err: ''})
  const made = await madeIn(root)
  const list = JSON.parse(new TextDecoder().decode(made.get('manifest.json')))
  const pdf = opened(made.get(list.pack.files[0]))
  expect(list.papers[0]).toMatchObject({output: 'print', conformance: [], tagged: false, pages: pdf.pages.length})
  // Cover, contents, and for each paper a tab: sheets of two pages. Three pages of an annex take two sheets.
  expect(list.papers.slice(1).map(({inPack}: {inPack: unknown}) => inPack)).toEqual([{first: 7, pages: 2}, {first: 11, pages: 2}])
  expect(list.annexes.map(({inPack}: {inPack: {first: number}}) => inPack.first)).toEqual([13, 19])
  expect(pdf.pages).toHaveLength(24)
})

function* carried(pdf: Pdf): Generator<[string, string]> {
  const list = pdf.entry(pdf.catalogue, 'AF')
  for (const file of Array.isArray(list) ? list : []) {
    const [name, how] = [pdf.entry(file, 'UF'), pdf.entry(file, 'AFRelationship')]
    if (typeof name === 'object' && name !== null && 'text' in name && typeof how === 'object' && how !== null && 'name' in how) yield [name.text, how.name]
  }
}

/** What the pages of a pack say, but for lines that only fill them. */
async function linesOf(bytes: Uint8Array | undefined): Promise<string[]> {
  const {getDocument} = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const document = await getDocument({data: new Uint8Array(bytes ?? []), verbosity: 0}).promise
  const lines: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const {items} = await (await document.getPage(number)).getTextContent()
    const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    lines.push(`---- ${number}`, ...words.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('Lines that fill')))
  }
  return lines
}
