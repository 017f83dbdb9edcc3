import {describe, expect, it} from 'vitest'
import {addIssues, changesNote, type Issued, type Issuing, latestOf, readIssued, type Snapshot, standingOfIssue} from '../../src/release/index.js'
import {told} from '../told.js'

const said = (hash = 'a', more: Partial<Snapshot> = {}): Snapshot => ({title: 'A', date: '2026-11-24', language: 'en', hash, text: ['A', 'One.'], facts: {parties: '162'}, ...more})
const paper = (sha256: string, more: Partial<Issuing> = {}): Issuing => ({
  symbol: 'X/1', title: 'A', language: 'en', audience: 'external', brand: 'house', paper: 'A4', briefing: 'briefings/t/a.md', file: 't/a.en.pdf', sha256, snapshot: said(sha256), place: {path: 'briefings/t/a.md'}, ...more,
})
const PATH = 'briefings/t/ledger.json'
const EMPTY: Issued = {path: PATH, issues: []}

/** A register after papers were issued, one after the other, read again from its text; or why one was refused. */
function registered(...papers: Issuing[]): Issued | string {
  let issued = EMPTY
  for (const [at, one] of papers.entries()) {
    const {value, diagnostics} = addIssues(issued, [one], {on: `2026-12-0${at + 1}`, recipients: ['A']})
    if (!value) return diagnostics.map((found) => told(found)).join('\n')
    const read = readIssued(PATH, new TextEncoder().encode(value.text))
    if (!read.value) return read.diagnostics.map((found) => told(found)).join('\n')
    issued = read.value
  }
  return issued
}
const issuesOf = (issued: Issued | string) => (typeof issued === 'string' ? issued : issued.issues.map(({sha256}) => sha256).join(' '))
const REFUSED = 'error file release/same-symbol: `X/1` was issued on 2026-12-01, and this paper of the same symbol has other bytes'

describe('a symbol', () => {
  it('is refused to other bytes', () => expect(registered(paper('a'), paper('b'))).toBe(REFUSED))
  it.each([
    ['rev', {rev: 1}],
    ['add', {add: 1}],
    ['corr', {corr: 1}],
  ])('is free where %s rises', (_, more) => expect(issuesOf(registered(paper('a'), paper('b', more)))).toBe('a b'))
  it('begins its corrections anew with a revision', () => expect(issuesOf(registered(paper('a'), paper('b', {corr: 1}), paper('c', {rev: 1}), paper('d', {rev: 1, corr: 1})))).toBe('a b c d'))
  it('does not go back', () => expect(registered(paper('a'), paper('b', {rev: 2}), paper('c', {rev: 1}))).toBe('error file release/same-symbol: `X/1/Rev.2` was issued on 2026-12-02, and this paper of the same symbol has other bytes'))
  it('is shared by languages, and by the paper for our own people', () => expect(issuesOf(registered(paper('a'), paper('b', {language: 'fr'}), paper('c', {audience: 'internal'})))).toBe('a b c'))
  it('is shared by brands that say the same, and by no others', () => {
    expect(issuesOf(registered(paper('a'), paper('b', {brand: 'ministry', snapshot: said('a')})))).toBe('a b')
    expect(registered(paper('a'), paper('b', {brand: 'ministry'}))).toBe(REFUSED)
  })
  it('is needed', () => {
    const {symbol: _, ...without} = paper('a')
    expect(registered(without)).toBe('error file release/no-symbol: A paper that is issued needs a `symbol`, by which it is known afterwards')
  })
})

describe('the register', () => {
  it('has the same paper for the same recipients once, and again for others', () => {
    const issued = registered(paper('a'))
    if (typeof issued === 'string') throw new Error(issued)
    const again = (recipients: string[]) => addIssues(issued, [paper('a')], {on: '2026-12-09', recipients}).value?.issues.length
    expect([again(['A']), again(['B'])]).toEqual([0, 1])
  })
  it('keeps what each paper said under a name of its own', () => {
    const {value} = addIssues(EMPTY, [paper('a'), paper('b', {symbol: 'MBC/2026/4', language: 'fr', rev: 2, corr: 1, audience: 'internal'})], {on: '2026-12-01', recipients: []})
    expect([...(value?.snapshots.keys() ?? [])]).toEqual(['briefings/t/issued/X-1_EN.json', 'briefings/t/issued/MBC-2026-4_FR_Rev2_Corr1_INTERNAL.json'])
  })
  it('tells the entry that somebody changed, took out or put elsewhere', () => {
    const issued = registered(paper('a'), paper('b', {rev: 1}), paper('c', {rev: 2}))
    if (typeof issued === 'string') throw new Error(issued)
    const read = (issues: unknown) => readIssued(PATH, new TextEncoder().encode(JSON.stringify({issues}))).diagnostics.map((one) => told(one).slice(0, 58))
    const [a, b, c] = issued.issues
    expect(read([a, b, c])).toEqual([])
    const wrong = (at: number) => [`error file release/register: Entry ${at} of the register of is`]
    expect(read([a, {...b, recipients: ['B']}, c])).toEqual(wrong(2))
    expect(read([a, c])).toEqual(wrong(2))
    expect(read([b, a, c])).toEqual(wrong(1))
    expect(read([{...a, issued: '2026-01-01'}, b, c])).toEqual(wrong(1))
    expect(readIssued(PATH, new TextEncoder().encode('{}')).diagnostics.map((one) => told(one))).toEqual(['error file release/register: This is no register of issues'])
  })
  it('says of a file whether it is current', () => {
    const issued = registered(paper('a'), paper('b', {rev: 1}), paper('c', {rev: 2}), paper('d', {symbol: 'X/2'}), paper('e', {symbol: 'X/3', supersedes: 'X/2'}), paper('f', {language: 'fr'}))
    if (typeof issued === 'string') throw new Error(issued)
    expect(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((sha256) => standingOfIssue(issued, sha256))).toEqual([
      'issued as `X/1` on 2026-12-01: superseded by Rev.2 of 2026-12-03',
      'issued as `X/1/Rev.1` on 2026-12-02: superseded by Rev.2 of 2026-12-03',
      'issued as `X/1/Rev.2` on 2026-12-03: current',
      'issued as `X/2` on 2026-12-04: superseded by `X/3` of 2026-12-05',
      'issued as `X/3` on 2026-12-05: current',
      'issued as `X/1` on 2026-12-06: current',
      undefined,
    ])
    const revised = registered(paper('a', {rev: 1}), paper('b', {symbol: 'X/2', supersedes: 'X/1/Rev.1'}))
    expect(typeof revised === 'string' ? revised : standingOfIssue(revised, 'a')).toBe('issued as `X/1/Rev.1` on 2026-12-01: superseded by `X/2` of 2026-12-02')
    expect(latestOf(issued.issues.slice(0, 3))?.sha256).toBe('c')
  })
})

describe('the note of changes', () => {
  it('has facts with what they were, then what was added and what is no longer said', () => {
    const now = said('b', {text: ['A', 'Two.', 'Two.'], facts: {parties: '163', 'left|x': '5'}})
    expect(changesNote(said('a', {facts: {parties: '162', gone: '1'}}), now, {since: 'X/1', date: '2026-12-01'})).toMatchInlineSnapshot(`
      "# What changed since X/1

      Issued on 2026-12-01.

      ## Facts

      | fact | before | now |
      | ---- | ------ | --- |
      | \`parties\` | 162 | 163 |
      | \`gone\` | 1 | – |
      | \`left|x\` | – | 5 |

      ## Added

      - Two.
      - Two.

      ## No longer said

      - One.
      "
    `)
  })
  it('says so where nothing changed', () => expect(changesNote(said(), said(), {since: 'X/1', date: '2026-12-01'})).toContain('Nothing that is said has changed.'))
})
