import {describe, expect, test} from 'vitest'
import type {Job} from '../../src/press/index.js'
import {paperName, shardsOf, splitHash} from '../../src/press/index.js'
import {longestFirst} from '../../src/press/longest-first.js'
import {processorsHere} from '../../src/press/processors.js'

const job = (path: string, text = '', more: Partial<Job> = {}): Job => ({root: '/nowhere', prefix: '', source: {path, text}, defaultBrand: 'house', audience: 'external', papers: [], ...more})

describe('papers are begun', () => {
  const order = (...all: (number | undefined)[]) => longestFirst(all.map((ms) => ({ms, size: 3000})))
  test('the longest first', () => expect(order(10, 900, 40)).toEqual([1, 2, 0]))
  test('in their order where they take about the same', () => expect(order(100, 103, 95, 400, 104)).toEqual([3, 0, 1, 2, 4]))
  test('by the length of their text where nothing else is known', () => expect(longestFirst([{size: 1000}, {size: 90_000}, {ms: 100, size: 10}])).toEqual([1, 2, 0]))
})

describe('shards', () => {
  const jobs = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => job(`${name}.md`))
  const times = (...all: number[]) => Object.fromEntries(all.map((ms, at) => [jobs[at] ? paperName(jobs[at]) : '', ms]))

  test('have about the same to do, and all papers between them', () => {
    expect(shardsOf(jobs, times(800, 100, 100, 100, 100, 400), 2)).toEqual([1, 2, 2, 2, 2, 2])
    expect([...shardsOf(jobs, {}, 3)].sort()).toEqual([1, 1, 2, 2, 3, 3])
    expect(shardsOf(jobs, {}, 1)).toEqual([1, 1, 1, 1, 1, 1])
  })

  test('are the same in whichever order the papers are found, and for times that differ a little', () => {
    const divided = shardsOf(jobs, times(800, 100, 200, 50, 100, 400), 3)
    expect(shardsOf([...jobs].reverse(), times(800, 100, 200, 50, 100, 400), 3).reverse()).toEqual(divided)
    expect(shardsOf(jobs, times(810, 104, 195, 51, 98, 405), 3)).toEqual(divided)
  })

  test('keep together what might share a file', () => {
    const alike = [job('x.md', 'x'.repeat(9000)), job('X.md', 'x'.repeat(9000)), job('y.md', 'y')]
    const [lower, upper, other] = shardsOf(alike, {}, 2)
    expect(lower).toBe(upper)
    expect(other).not.toBe(lower)
  })

  test('are told apart by texts, options and who prints what', () => {
    const hash = (all: Job[], shards = all.map(() => 1)) => splitHash(all, shards)
    const same = hash([job('a.md', 'text')])
    expect(hash([job('a.md', 'text', {root: '/elsewhere'})])).toBe(same)
    for (const other of [hash([job('a.md', 'other')]), hash([job('a.md', 'text', {brand: 'un'})]), hash([job('b.md', 'text')]), hash([job('a.md', 'text')], [2])]) expect(other).not.toBe(same)
  })
})

describe('processes are as many as', () => {
  test('a container grants', () => {
    expect(processorsHere('50000 100000')).toBe(1)
    expect(processorsHere('100000 100000')).toBe(1)
  })
  test('the machine has, where nothing is granted or said', () => {
    const all = processorsHere('')
    expect(all).toBeGreaterThan(0)
    for (const said of ['max 100000', 'nonsense', '0 0', '99900000 100000']) expect(processorsHere(said)).toBe(all)
  })
})
