import {describe, expect, it} from 'vitest'
import {check, findContradictions} from '../../src/check.js'
import {whenOf} from '../../src/facts/index.js'
import {memoryFiles} from '../edition/compose.js'
import {told} from '../told.js'

const REGISTER = `facts:
  parties:
    statement: Parties
    max_age: 180d
    review_by: 2027-01-31
    values:
      - {value: 165, as_of: 2025-04}
      - {value: 162, as_of: 2026-09}
  all: {statement: All, values: [{value: 193, as_of: 2011-07}]}
  share: {statement: {en: Share, fr: Part}, derived: "share(parties, all)", decimals: 1}
  most:
    statement: Its place
    status: disputed
    reason: one source says both
    caveat: Both are said
    values:
      - {text: the most successful treaty, as_of: 2025-04}
      - {text: one of the most successful treaties, as_of: 2025-04}
`

async function at(body: string, {on, front = ''}: {on?: string; front?: string} = {}) {
  const text = `---\nkind: q-and-a\ntitle: T\ndate: 2026-11-24\n${front}---\n## Q\n\n${body}\n`
  const day = on === undefined ? undefined : whenOf(on)
  const files = memoryFiles({'briefings/topic/facts.yml': REGISTER})
  const {value, diagnostics} = await check({path: 'briefings/topic/paper.md', text}, {files, ...(day ? {on: day} : {})})
  return {told: diagnostics.map((one) => told(one)), facts: value?.edition.facts ?? []}
}

describe('the clock', () => {
  it('is quiet on the day of a paper whose facts are young', async () => {
    expect((await at('[162](fact:parties)')).told).toEqual([])
  })
  it('tells a newer value, for a paper of old facts', async () => {
    expect((await at('[165](fact:parties), [165](fact:parties)', {front: 'as_of: 2025-06\n'})).told).toEqual([
      'warning 9:7-9:19 facts/superseded: `165` is no longer the newest: the register has `162`, as of September 2026',
      'warning 9:7-9:19 facts/stale: `parties` is 573 days old, and stale after 180',
      'warning 9:28-9:40 facts/superseded: `165` is no longer the newest: the register has `162`, as of September 2026',
    ])
  })
  it('tells age and review once in a paper, as of the day asked about', async () => {
    expect((await at('[162](fact:parties), [162](fact:parties)', {on: '2027-01-31'})).told).toEqual([])
    expect((await at('[162](fact:parties), [162](fact:parties)', {on: '2027-04-30'})).told).toEqual([
      'warning 8:7-8:19 facts/stale: `parties` is 212 days old, and stale after 180',
      'warning 8:7-8:19 facts/review-due: `parties` was to be looked at again by 31 January 2027',
    ])
  })
  it('tells once of a disputed fact in a paper that is older than the day', async () => {
    const claim = '[the most successful treaty](fact:most), [the most successful treaty](fact:most)'
    expect((await at(claim)).told).toEqual([])
    expect((await at(claim, {on: '2026-11-25'})).told).toEqual(['warning 8:30-8:39 facts/disputed-since: `most` is disputed by now: Both are said'])
  })
  it('lets what is pinned alone', async () => {
    expect((await at('[165](fact:parties@2025-04)', {on: '2030-01-01'})).told).toEqual([])
  })
  it('never changes what prints', async () => {
    const [now, then] = [await at('[162](fact:parties)'), await at('[162](fact:parties)', {on: '2035-01-01'})]
    expect(now.facts).toEqual(then.facts)
  })
  it('tells deadlines and days of review that have passed', async () => {
    const ask = '```recommendations\n- id: a\n  to: You\n  ask: Do it.\n  deadline: 2027-01\n```'
    expect((await at(ask, {on: '2027-01-31', front: 'review_by: 2027-01-31\n'})).told).toEqual([])
    expect((await at(ask, {on: '2027-02-01', front: 'review_by: 2027-01-31\n'})).told).toEqual([
      'warning 5:12-5:22 checks/review-due: This paper was to be looked at again by 31 January 2027',
      'warning 13:13-13:20 checks/deadline-passed: This deadline has passed: January 2027',
    ])
  })
})

describe('a contradiction', () => {
  it('is one fact with two values in the papers of a run', async () => {
    const [a, b] = [await at('[165](fact:parties)', {front: 'as_of: 2025-06\n'}), await at('[162](fact:parties), [162](fact:parties)')]
    const elsewhere = b.facts.map((use) => ({...use, place: {...use.place, path: 'briefings/topic/other.md'}}))
    expect(findContradictions([...a.facts, ...elsewhere]).map((one) => told(one))).toEqual([
      'warning 8:7-8:19 facts/contradiction: `parties` is `162` here and `165` in another paper of this run',
    ])
    expect(findContradictions([...elsewhere, ...b.facts])).toEqual([])
  })
  it('is one disputed fact that a paper gives two values of', async () => {
    const {facts, told: found} = await at('[the most successful treaty](fact:most), and [one of the most successful treaties](fact:most). [162](fact:parties), [162](fact:parties).')
    expect(found.filter((line) => !line.includes('no-caveat'))).toEqual([])
    expect(findContradictions(facts).map((one) => told(one))).toEqual([
      'warning 8:84-8:93 facts/contradiction: `most` is `one of the most successful treaties` here and `the most successful treaty` in the same paper',
    ])
    expect(findContradictions((await at('[the most successful treaty](fact:most) [the most successful](fact:most)')).facts)).toEqual([])
  })
  it('is told between languages, and only where the values differ', async () => {
    const english = await at('[162](fact:parties), [83.9 %](fact:share)')
    const same = await at('[162](fact:parties), [83,9 %](fact:share)', {front: 'language: fr\n'})
    const old = await at('[165](fact:parties), [85,5 %](fact:share)', {front: 'language: fr\nas_of: 2025-06\n'})
    const elsewhere = ({facts}: typeof same) => facts.map((use) => ({...use, place: {...use.place, path: 'briefings/topic/fr.md'}}))
    expect(findContradictions([...english.facts, ...elsewhere(same)])).toEqual([])
    expect(findContradictions([...english.facts, ...elsewhere(old)]).map(({message}) => message)).toEqual([
      '`parties` is `165` here and `162` in another paper of this run',
      '`share` is `85,5 %` here and `83.9 %` in another paper of this run',
    ])
  })
  it('is none where the other value is pinned', async () => {
    const [a, b] = [await at('[165](fact:parties@2025-04)'), await at('[162](fact:parties)')]
    expect(findContradictions([...a.facts, ...b.facts.map((use) => ({...use, place: {...use.place, path: 'other.md'}}))])).toEqual([])
  })
})
