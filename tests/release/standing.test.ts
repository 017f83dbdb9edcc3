import {describe, expect, it} from 'vitest'
import {check} from '../../src/check.js'
import {build} from '../../src/build.js'
import type {Audience} from '../../src/content.js'
import {openPdf, textsIn} from '../../src/verify/index.js'
import {releaseFindings, snapshotOf, snapshotText, writeClearance} from '../../src/release/index.js'
import {memoryFiles} from '../edition/compose.js'
import {told, toldWithHint} from '../told.js'

const BODY = '## Q\n\nA plain answer to it.\n\nA second paragraph.\n\n> [!INTERNAL]\n> Not for them, whatever they may ask of us.\n'
const paper = (front = '', body = BODY) => `---\nkind: q-and-a\ntitle: A paper\ndate: 2026-11-24\nbudget: none\n${front}---\n\n${body}`
const PATH = 'briefings/t/paper.md'
const read = (text: string, audience: Audience = 'external', files: Record<string, string> = {}, more: object = {}) => check({path: PATH, text}, {files: memoryFiles(files), audience, ...more})

/** The paper as `demarche clear` leaves it, and what is kept beside it. */
async function cleared(text: string): Promise<{text: string; files: Record<string, string>}> {
  const [outside, inside] = [(await read(text)).value, (await read(text, 'internal')).value]
  if (!outside || !inside) throw new Error('not read')
  const said = snapshotOf(outside.edition)
  const written = writeClearance(text, {by: 'Legal', on: '2026-11-24', of: `${said.hash}/${snapshotOf(inside.edition).hash}`})
  return {text: written ?? '', files: {'briefings/t/cleared/paper.json': snapshotText(said)}}
}
const standing = async (text: string, audience: Audience = 'external', files: Record<string, string> = {}, more: object = {}) => {
  const {value, diagnostics} = await read(text, audience, files, more)
  return [value?.release.standing, value?.edition.meta.draft ?? false, ...diagnostics.map((one) => told(one, 0))]
}

describe('a clearance', () => {
  it('that is void shows of two long lines where they differ', async () => {
    const long = 'A plain answer to it, which goes on for so long that nobody would see its end in an excerpt of ninety signs: '
    const {text, files} = await cleared(paper('', BODY.replace('A plain answer to it.', `${long}one.`)))
    expect((await standing(text.replace(`${long}one`, `${long}two`), 'external', files)).at(-1)).toContain('`- …excerpt of ninety signs: one.`, `+ …excerpt of ninety signs: two.`')
  })

  it('holds for what was cleared, for all readers, in any brand and on any paper', async () => {
    const {text, files} = await cleared(paper('status: for-clearance\n'))
    expect(await standing(text, 'external', files)).toEqual(['cleared', false])
    expect(await standing(text, 'internal', files)).toEqual(['cleared', false])
    expect(await standing(text, 'external', files, {brand: 'ministry', paper: 'Letter'})).toEqual(['cleared', false])
    expect(await standing(text.replace('A second', '<!-- a comment -->\n\nA second'), 'external', files)).toEqual(['cleared', false])
  })
  it('holds for the paper that is made again from the briefing it carries', async () => {
    const {text, files} = await cleared(paper())
    const {value} = await read(text, 'external', files, {attachSource: true})
    const source = value?.edition.attached?.find(({name}) => name === 'paper.md')
    const carried = new TextDecoder().decode(value?.assets.get(source?.sha256 ?? ''))
    expect(carried).not.toContain('Not for them')
    expect(await standing(carried)).toEqual(['cleared', false])
  })
  it('is void with one character, and says what changed', async () => {
    const {text, files} = await cleared(paper('status: for-clearance\n'))
    expect(await standing(text.replace('second', 'Second'), 'external', files)).toMatchInlineSnapshot(`
      [
        "void",
        true,
        "warning 8:3-10:136 release/clearance-void: What \`Legal\` cleared on 2026-11-24 is not what the paper says now, so that it prints as a draft: \`- A second paragraph.\`, \`+ A Second paragraph.\`",
      ]
    `)
    expect(await standing(text.replace('title: A', 'title: The'), 'external', files)).toMatchInlineSnapshot(`
      [
        "void",
        true,
        "warning 8:3-10:136 release/clearance-void: What \`Legal\` cleared on 2026-11-24 is not what the paper says now, so that it prints as a draft: \`- A paper\`, \`+ The paper\`",
      ]
    `)
    expect(await standing(text.replace('second', 'Second'))).toMatchInlineSnapshot(`
      [
        "void",
        true,
        "warning 8:3-10:136 release/clearance-void: What \`Legal\` cleared on 2026-11-24 is not what the paper says now, so that it prints as a draft: what was cleared is not kept beside it",
      ]
    `)
  })
  it('is void for all where only a passage for our own people changed', async () => {
    const {text, files} = await cleared(paper())
    expect((await standing(text.replace('Not for them', 'Not yet for them'), 'external', files)).slice(0, 2)).toEqual(['void', true])
    expect((await standing(text.replace('Not for them', 'Not yet for them'), 'internal', files)).slice(0, 2)).toEqual(['void', true])
  })
  it('is of words and facts: a fact that has moved is told', async () => {
    const facts = (value: number) => ({'briefings/t/facts.yml': `facts:\n  parties:\n    statement: States Parties to the Convention\n    values:\n      - {value: ${value}, as_of: 2026-09, source: untc}\nsources:\n  untc: {type: treaty-register, title: Treaties, publisher: United Nations, accessed: 2026-11-24}\n`})
    const text = (value: number) => paper('', `## Q\n\nThere are [${value}](fact:parties) of them.\n`)
    const {value} = await read(text(162), 'external', facts(162))
    if (!value) throw new Error('not read')
    const said = snapshotOf(value.edition)
    const files = {...facts(163), 'briefings/t/cleared/paper.json': snapshotText(said)}
    const now = writeClearance(text(163), {by: 'Legal', on: '2026-11-24', of: said.hash}) ?? ''
    expect((await standing(now, 'external', files)).slice(2)).toMatchInlineSnapshot(`
      [
        "warning 7:3-9:71 release/clearance-void: What \`Legal\` cleared on 2026-11-24 is not what the paper says now, so that it prints as a draft: \`parties: 162 -> 163\`, \`- There are 162 of them.\`, \`+ There are 163 of them.\`",
      ]
    `)
  })
})

describe('the status', () => {
  it.each([
    ['', ['unmarked', false]],
    ['status: draft\n', ['draft', true]],
    ['status: for-clearance\n', ['for-clearance', true]],
  ])('%j is %j', async (front, expected) => expect(await standing(paper(front))).toEqual(expected))
  it('is not cleared by its own word', async () => {
    expect(await standing(paper('status: cleared\n'))).toEqual(['for-clearance', true, 'warning 6:9-6:16 release/no-clearance: The paper says that it is `cleared`, and nobody has cleared it: it prints as a draft'])
  })
  it('of a draft stays, whatever was cleared', async () => {
    const {text, files} = await cleared(paper())
    expect((await standing(text.replace('budget', 'status: draft\nbudget'), 'external', files)).slice(0, 2)).toEqual(['draft', true])
  })
  it('that is none is told', async () => expect((await read(paper('status: final\n'))).diagnostics.map((one) => told(one, 0))).toMatchInlineSnapshot(`
    [
      "error 6:9-6:14 q-and-a/status: Expected \`draft\`, \`for-clearance\`, \`cleared\` or \`issued\`",
    ]
  `))
})

describe('a draft', () => {
  const printed = async (front: string) => {
    const {value} = await build({path: PATH, text: paper(front)}, {files: memoryFiles()})
    const pdf = value && openPdf(value.pdf)
    if (!value || !pdf || typeof pdf === 'string') throw new Error('not printed')
    const operators = pdf.pages.map((page) => {
      const contents = pdf.get(page.entries.get('Contents'))
      return contents && typeof contents === 'object' && 'raw' in contents ? Buffer.from(pdf.content(contents)).toString('latin1') : ''
    })
    return {value, lines: value.pages.flatMap(({lines}) => lines), text: textsIn(pdf).filter(({sort}) => sort === 'painted').map(({text}) => text).join(' '), operators}
  }
  it('says so in words once, and bears its word as an artifact of shapes', async () => {
    const [draft, plain] = [await printed('status: for-clearance\n'), await printed('')]
    expect(draft.lines.filter(({text}) => text.includes('DRAFT')).map(({text, role}) => [text, role])).toEqual([['DRAFT – for clearance', 'P']])
    expect(draft.text.match(/DRAFT/g)).toHaveLength(1)
    expect(plain.text).not.toContain('DRAFT')
    // 0xEB of each colour, filled, between marks of an artifact.
    const grey = /\/Artifact <<\/Type \/Pagination>> BDC\s(?:(?!EMC)[\s\S])*\sf\*?\s/
    expect(draft.operators.every((one) => grey.test(one) && /0\.92156\d* 0\.92156\d* 0\.92156\d* scn/.test(one))).toBe(true)
    expect(plain.operators.some((one) => one.includes('0.92156'))).toBe(false)
    expect(draft.value.conformance).toEqual(plain.value.conformance)
  })
  it('says it in the language of the paper', async () => expect((await printed('status: draft\nlanguage: fr\n')).text).toContain('PROJET'))
  it('may say until when nothing is to be said, and which copy it is', async () => {
    const {lines} = await printed('embargo: 2026-11-25 10:00 +01:00\ncopy_numbers: 12\naudience: delegations\nsupersedes: MBC/2026/2\nsymbol: MBC/2026/4\nrev: 2\n')
    expect(lines.map(({text}) => text.replaceAll('\u00a0', ' ')).filter((text) => /Embargoed|Copy|For |Updates|Rev/.test(text))).toEqual(['Embargoed until 25 November 2026, 10:00 (UTC+01:00)', 'Copy no. ______ of 12', 'MBC/2026/4/Rev.2', 'For delegations', 'Updates MBC/2026/2'])
  })
})

describe('an embargo', () => {
  it.each(['2026-11-24T10:00Z', '2026-11-24 10:00 UTC', '2026-11-24T10:00:00+01:00', '2026-11-24 10:00 +0530'])('takes %j', async (typed) => expect((await read(paper(`embargo: ${typed}\n`))).diagnostics).toEqual([]))
  it.each(['2026-11-24', '2026-11-24 10:00', '2026-11-24T10:00', '2026-02-30 10:00 Z', '2026-11-24 24:00 Z', 'noon', '2026-11-24 10:00 CET'])('has a zone, and not %j', async (typed) => {
    expect((await read(paper(`embargo: "${typed}"\n`))).diagnostics.map(({message}) => message)).toEqual([expect.stringContaining('Expected a date and time with its zone')])
  })
  it('ends at one moment everywhere', async () => {
    const ends = async (typed: string) => (await read(paper(`embargo: ${typed}\n`))).value?.release.embargo?.ends
    expect(await ends('2026-11-24 10:00 +01:00')).toBe(Date.UTC(2026, 10, 24, 9))
    expect(await ends('2026-11-24 23:30 -05:30')).toBe(Date.UTC(2026, 10, 25, 5))
  })
})

describe('a marking', () => {
  describe('below that of a source', () => {
    const register = (source: string) => ({'briefings/t/facts.yml': `facts:\n  parties:\n    statement: States Parties\n    values:\n      - {value: 162, as_of: 2026-09, source: note}\nsources:\n  series: {type: web, title: A series, publisher: A ministry, accessed: 2026-11-24, marking: LIMITE}\n  note: {type: web, title: A note, publisher: A ministry, accessed: 2026-11-24${source}}\n`})
    const citing = (front: string, source: string) => read(paper(front, '## Q\n\nThere are [162](fact:parties) of them.\n'), 'external', register(source))
    it.each([
      ['marking: TLP:GREEN\n', ', marking: TLP:AMBER', ['error 11:11-11:30 release/marking-too-low: The paper is marked `TLP:GREEN`, and cites a source that is marked `TLP:AMBER`']],
      ['', ', marking: tlp:amber', ['error 10:11-10:30 release/marking-too-low: The paper has no marking, and cites a source that is marked `TLP:AMBER`']],
      ['', ', part_of: series', ['error 10:11-10:30 release/marking-too-low: The paper has no marking, and cites a source that is marked `LIMITE`']],
      ['', ', part_of: series, marking: TLP:CLEAR', []],
      ['', ', marking: TLP:CLEAR', []],
      ['marking: TLP:AMBER\n', ', marking: TLP:AMBER', []],
      ['marking: LIMITE\n', ', marking: TLP:RED', []],
      ['', ', marking: TLP:AMBR', ['error 8:3-8:7 release/source-marking: The source `note` is marked `TLP:AMBR`, which is no marking of a scheme that the brand `house` knows']],
    ])('a paper with %j of a source with %j', async (front, source, expected) => expect((await citing(front, source)).diagnostics.map((one) => told(one))).toEqual(expected))
  })
  it('of no scheme is told, with the nearest', async () => expect((await read(paper('marking: TLP:AMBRE\n'))).diagnostics.map((one) => toldWithHint(one))).toMatchInlineSnapshot(`
    [
      "error 6:10-6:19 edition/unknown-marking: \`TLP:AMBRE\` is no marking of a scheme that the brand \`house\` knows | Did you mean \`TLP:AMBER\`?",
    ]
  `))
  it.each(['tlp:amber+strict', 'LIMITE', 'Distr.: Limited', 'Restricted'])('%j is known', async (typed) => expect((await read(paper(`marking: "${typed}"\n`))).diagnostics).toEqual([]))
  it('that lets everyone read what is for our own people is an error, and one of its own mends it', async () => {
    expect((await read(paper('marking: TLP:CLEAR\n'), 'internal')).diagnostics.map((one) => told(one))).toMatchInlineSnapshot(`
      [
        "error 6:10-6:19 release/marking-too-low: The paper prints passages for our own people, and is marked \`TLP:CLEAR\`, which may go to everyone",
      ]
    `)
    expect((await read(paper('marking: TLP:CLEAR\n'))).diagnostics).toEqual([])
    const {value} = await read(paper('marking: TLP:CLEAR\nmarking_internal: TLP:AMBER\n'), 'internal')
    expect(value?.edition.meta.marking).toBe('TLP:AMBER')
  })
})

describe('what writes a clearance', () => {
  it('adds it as the last key, and changes no other byte', () => {
    const text = '\uFEFF---\r\nkind: q-and-a # a kind\r\ntitle:   "A"\r\n---\r\n\r\n# Body  \r\n---\r\n'
    expect(writeClearance(text, {by: 'Legal', on: '2026-11-24', of: 'abc'})).toBe('\uFEFF---\r\nkind: q-and-a # a kind\r\ntitle:   "A"\r\nclearance:\r\n  by: Legal\r\n  on: 2026-11-24\r\n  of: abc\r\n---\r\n\r\n# Body  \r\n---\r\n')
  })
  it('takes the place of the one before, and puts what could be read as something else in quotation marks', () => {
    const text = '---\nclearance:\n  by: Old\n  on: 2026-01-01\n  of:\n    PL: x\ntitle: A\n---\nclearance: not this\n'
    expect(writeClearance(text, {by: 'no', on: '2026-11-24', of: {NO: 'a', 'A b': 'c'}})).toBe('---\nclearance:\n  by: "no"\n  on: 2026-11-24\n  of:\n    "NO": a\n    A b: c\ntitle: A\n---\nclearance: not this\n')
  })
})

describe('what holds papers back', () => {
  it('is told all at once', async () => {
    const {value, diagnostics} = await read(paper('embargo: 2026-11-25 10:00 +01:00\nreview_by: 2026-11-25\n'), 'external', {}, {on: {year: 2026, month: 11, day: 30}})
    if (!value) throw new Error('not read')
    const now = Date.UTC(2026, 10, 25, 8, 59)
    expect(releaseFindings([{release: value.release, diagnostics}], {now}).map((one) => told(one))).toMatchInlineSnapshot(`
      [
        "error 7:12-7:22 checks/review-due: This paper was to be looked at again by 25 November 2026",
        "error 1:1-1:4 release/not-cleared: The paper has not been cleared",
        "error 6:10-6:33 release/embargo: The paper is under embargo until \`2026-11-25 10:00 +01:00\`",
      ]
    `)
    expect(releaseFindings([{release: value.release, diagnostics: []}], {now: now + 60_000}).map(({rule}) => rule)).toEqual(['release/not-cleared'])
  })
  it('is nothing where all is well', async () => {
    const {text, files} = await cleared(paper())
    const {value, diagnostics} = await read(text, 'external', files)
    if (!value) throw new Error('not read')
    expect(releaseFindings([{release: value.release, diagnostics}], {now: 0})).toEqual([])
  })
})
