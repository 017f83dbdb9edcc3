import {describe, expect, it} from 'vitest'
import {check} from '../../src/check.js'
import {memoryFiles} from '../edition/compose.js'
import {told} from '../told.js'

const REGISTER = `facts:
  parties: {statement: Parties, values: [{value: 162, as_of: 2026-09, source: untc-reported}]}
  killed: {statement: People killed, values: [{value: 9, period: 2024, as_of: 2025, source: lm-2025}]}
sources:
  convention: {type: treaty, title: Convention on mines, url: "https://example.org/treaty"}
  untc: {type: treaty-register, title: Multilateral Treaties, url: "https://example.org/untc"}
  untc-reported: {type: treaty-register, title: "Register of treaties, as reported", part_of: untc}
  lm: {type: report, title: "Landmine Monitor: all editions"}
  lm-2025: {type: report, title: Landmine Monitor 2025, part_of: lm}
  faq: {type: web, title: Frequently asked questions, url: "https://example.org/faq", accessed: 2026-11-24}
`
async function toldOf(body: string, rule: string, register = REGISTER) {
  const text = `---\nkind: q-and-a\ntitle: A paper\ndate: 2026-11-24\n---\n## Q\n\n${body}`
  const {diagnostics} = await check({path: 'briefings/topic/paper.md', text}, {files: memoryFiles({'briefings/topic/facts.yml': register})})
  return diagnostics.filter((one) => one.rule === rule).map((one) => told(one, 7))
}
const LIST = (...ids: string[]) => `\n\n\`\`\`sources\n${ids.map((id) => `- ${id}\n`).join('')}\`\`\`\n`

describe('a source without the day it was read', () => {
  const rule = 'sources/no-access-date'
  it('is told where the paper writes it out, if it is of the sort that changes', async () => {
    const entry = (type: string, more = '') => `\`\`\`sources\n- id: a\n  type: ${type}\n  title: A title\n  url: https://example.org/\n${more}\`\`\`\n`
    expect(await toldOf(entry('web'), rule)).toEqual(['warning 2:3-5:28 sources/no-access-date: `a` has an address and does not say when it was read there'])
    expect(await toldOf(entry('report'), rule)).toHaveLength(1)
    expect(await toldOf(entry('web', '  accessed: 2026-11-24\n'), rule)).toEqual([])
    expect(await toldOf(entry('book'), rule)).toEqual([])
    expect(await toldOf(entry('web').replace(/ {2}url.*\n/, ''), rule)).toEqual([])
  })
  it('is told in the register, once, where a paper uses it', async () => {
    expect(await toldOf(`A [word](src:untc), a [word](src:untc).${LIST('untc', 'convention', 'faq')}`, rule)).toEqual([expect.stringMatching(/no-access-date: `untc` has an address/)])
    expect(await toldOf('A [word](src:faq).\n', rule)).toEqual([])
  })
})

describe('a source that is cited', () => {
  const rule = 'sources/not-listed'
  it('is missed in the list of the paper, where it is first called', async () => {
    expect(await toldOf(`A [word](src:faq), a [word](src:faq), [162](fact:parties).${LIST('untc')}`, rule)).toEqual(['warning 1:10-1:17 sources/not-listed: `faq` is cited here, and is not in the list of sources'])
  })
  it('is listed with the whole that it is a part of', async () => {
    expect(await toldOf(`[162](fact:parties) and [9](fact:killed).${LIST('untc', 'lm')}`, rule)).toEqual([])
    expect(await toldOf(`[162](fact:parties) and [9](fact:killed).${LIST('untc')}`, rule)).toHaveLength(1)
  })
  it('needs no list, and not to be in one that is a choice', async () => {
    expect(await toldOf('A [word](src:faq).\n', rule)).toEqual([])
    expect(await toldOf('A [word](src:faq).\n\n```sources\ntitle: Main sources\nsources:\n  - untc\n```\n', rule)).toEqual([])
  })
  it('may be called by a record', async () => {
    expect(await toldOf(`<!-- table: plain, source: faq -->\n| a |\n| - |\n| b |${LIST('untc')}`, rule)).toHaveLength(1)
  })
})

describe('a source in the list', () => {
  const rule = 'sources/not-cited'
  it('is told where nothing cites it', async () => {
    expect(await toldOf(`A word.${LIST('faq', 'convention')}`, rule)).toEqual(['warning 4:3-4:6 sources/not-cited: `faq` is in the list of sources, and nothing in the paper cites it'])
  })
  it.each([
    ['a fact', '[162](fact:parties)', 'untc'],
    ['a link', 'A [word](src:faq).', 'faq'],
    ['a note of the author', 'A word.[^1]\n\n[^1]: Landmine Monitor, page 3.', 'lm'],
    ['a part of it, in words', 'The Register of Treaties says so.', 'untc'],
  ])('is cited by %s', async (_, body, id) => expect(await toldOf(`${body}${LIST(id)}`, rule)).toEqual([]))
  it('may be for further reading', async () => {
    expect(await toldOf('A word.\n\n```sources\ntitle: Further reading\nsources:\n  - faq\n```\n', rule)).toEqual([])
  })
})

it('a value without its date is told in the register, and not once more where it is used', async () => {
  const register = REGISTER.replace('as_of: 2026-09, ', '')
  const text = '---\nkind: q-and-a\ntitle: A paper\ndate: 2026-11-24\n---\n## Q\n\n[162](fact:parties)\n'
  const {diagnostics} = await check({path: 'briefings/topic/paper.md', text}, {files: memoryFiles({'briefings/topic/facts.yml': register})})
  expect(diagnostics.map(({rule, place}) => `${rule} ${place.path}`)).toEqual(['facts/no-date briefings/topic/facts.yml'])
})

it('a whole that the register does not have is an error there', async () => {
  expect(await toldOf('[9](fact:killed)\n', 'facts/unknown-source', REGISTER.replace('part_of: lm}', 'part_of: ln}'))).toEqual([expect.stringMatching(/^error .*The register has no source `ln`/)])
})
