import {describe, expect, it, test} from 'vitest'
import {valueAt, whenOf} from '../../src/facts/index.js'
import {stepsOf} from '../steps.js'
import {registerOf, registerOfText} from './register.js'

const SOURCES = 'sources:\n  untc: {type: treaty-register, title: Multilateral Treaties}\n'

const of = async (values: string, more = '') => registerOfText(`facts:\n  sp:\n    statement: States Parties\n${more}    values:\n${values}${SOURCES}`)

describe('a register', () => {
  it('holds facts with their values and sources', async () => {
    const {register, told} = await of('      - {value: 165, as_of: 2025-04, source: untc}\n      - {value: 162, as_of: 2026-09, source: "untc, p. 3", note: five left}\n')
    expect(told).toEqual([])
    const fact = register.facts.get('sp')
    expect(fact?.values.map(({amount, asOf}) => [amount.type === 'number' ? amount.quantity.low : '', asOf?.text])).toEqual([[165, '2025-04'], [162, '2026-09']])
    expect(fact?.values[1]?.sources).toMatchObject([{id: 'untc', locator: 'p. 3'}])
    expect(fact?.values[1]?.note).toEqual({en: 'five left'})
    expect(register.sources.get('untc')?.place).toMatchObject({path: 'briefings/topic/facts.yml', start: {line: 8, column: 3}})
  })
  it('takes every kind of value', async () => {
    const {register, told} = await registerOfText(`facts:
  a: {statement: A, values: [{value: over 55 million, as_of: 2023}]}
  b: {statement: B, values: [{value: "20,000-26,000", as_of: 2025-04}]}
  c: {statement: C, values: [{value: 90 %, of: casualties whose status is known, period: 2024}]}
  d: {statement: D, values: [{value: 628, since: 2024-12-08, as_of: 2025-04-08}]}
  e: {statement: E, values: [{from: over 50, to: fewer than 10, as_of: 2025-04}]}
  f: {statement: F, values: [{date: 1997-09-18}]}
  g: {statement: G, values: [{text: the most successful, as_of: 2025-04}]}
`)
    expect(told).toEqual([])
    expect([...register.facts.values()].map(({values}) => values[0]?.amount.type)).toEqual(['number', 'number', 'number', 'number', 'change', 'date', 'text'])
  })
  it('merges with those of the folders above it', async () => {
    const fact = (id: string) => `facts: {${id}: {statement: S, values: [{value: 1, as_of: 2026}]}}\n`
    const {register, told} = await registerOf({'briefings/topic/facts.yml': fact('a'), 'briefings/facts.yml': fact('b'), 'facts.yml': fact('c')})
    expect(told).toEqual([])
    expect([...register.facts.keys()]).toEqual(['a', 'b', 'c'])
  })
  it('may not define an id twice on that way', async () => {
    const fact = 'facts: {a: {statement: S, values: [{value: 1, as_of: 2026}]}}\n'
    const {told} = await registerOf({'briefings/topic/facts.yml': fact, 'facts.yml': fact})
    expect(told).toEqual(['facts.yml error 1:9-1:10 facts/doubled-id: The id `a` names two facts'])
  })
})

describe('what is wrong in a register', () => {
  test.each([
    ['a value without a date', '      - {value: 165, source: untc}\n', '', 'facts.yml error 5:9-5:35 facts/no-date: This value of `sp` does not say of when it is'],
    ['an age that is none', '      - {value: 165, as_of: 2025-04}\n', '    max_age: soon\n', 'facts.yml error 4:14-4:18 facts/max_age: Expected an age such as `180d`, `26w`, `6m` or `1y`'],
    ['a source that is not there', '      - {value: 165, as_of: 2025-04, source: untk}\n', '', 'facts.yml error 5:46-5:50 facts/unknown-source: The register has no source `untk`'],
    ['a share of nothing', '      - {value: 90 %, as_of: 2025-04}\n', '', 'facts.yml error 5:17-5:21 facts/share-base: `90 %` does not say of what it is a share'],
    ['two values for one date', '      - {value: 165, as_of: 2025-04}\n      - {value: 166, as_of: 2025-04-30}\n', '', 'facts.yml error 6:9-6:40 facts/two-values: Two values are given for `2025-04-30`'],
    ['a figure in words that are none', '      - {value: many, as_of: 2025-04}\n', '', 'facts.yml error 5:17-5:21 facts/value: Expected a figure such as `6,279`, `over 55 million` or `90 %`, found `many`'],
    ['a status without its reason', '      - {value: 165, as_of: 2025-04}\n', '    status: disputed\n', 'facts.yml error 4:13-4:21 facts/status: A fact with a `status` says why: expected a `reason` beside it'],
    ['a misspelt key', '      - {value: 165, asof: 2025-04}\n', '', 'facts.yml error 5:22-5:26 facts/unknown-key: `asof` is not a key of entry 1 of `values`'],
  ])('%s', async (_, values, more, expected) => expect((await of(values, more)).told).toEqual([expected]))

  it('is an id that is none, at its place', async () => {
    expect((await registerOfText('facts:\n  States Parties: {statement: S, values: [{value: 1, as_of: 2026}]}\n')).told).toEqual([
      'facts.yml error 2:3-2:17 facts/id: `States Parties` is no id: expected small letters, digits and hyphens, such as `states-parties`',
    ])
  })
  it('is a value and a date at once', async () => {
    expect((await of('      - {value: 165, date: 2025-04-01, as_of: 2025-04}\n')).told).toEqual([
      'facts.yml error 5:9-5:55 facts/values: Expected one of `value`, `date`, `text`, or `from` and `to`',
    ])
  })
})

describe('a fact reckoned from others', () => {
  const text = (derived: string, decimals = '') => `facts:
  parties: {statement: States Parties, values: [{value: 165, as_of: 2025-04, source: a}, {value: 162, as_of: 2026-09, source: b}]}
  states: {statement: States, values: [{value: 197, as_of: 2025-01, source: c}]}
  over: {statement: Over, values: [{value: over 100, as_of: 2025-01}]}
  reckoned: {statement: R, derived: "${derived}"${decimals}}
sources: {a: {type: web, title: A}, b: {type: web, title: B}, c: {type: web, title: C}}
`
  const reckon = async (derived: string, {decimals = '', pin = ''} = {}) => {
    const {register, told} = await registerOfText(text(derived, decimals))
    expect(told).toEqual([])
    const fact = register.facts.get('reckoned')
    const asOf = whenOf('2026-11-24')
    if (!fact || !asOf) throw new Error('the case lacks its fact')
    const {value} = valueAt(fact, {asOf, ...(pin === '' ? {} : {pin})}, register)
    if (value?.amount.type !== 'number') return undefined
    const {low, qualifier, percent} = value.amount.quantity
    return [qualifier, low, percent ? '%' : undefined, value.asOf?.text, value.sources.map(({id}) => id).join('')].filter((part) => part !== undefined).join(' ')
  }
  test.each([
    ['share(parties, states)', {decimals: ', decimals: 1'}, '82.2 % 2026-09 bc'],
    ['share(parties, states)', {}, '82 % 2026-09 bc'],
    ['share(parties, states)', {pin: '2025-04', decimals: ', decimals: 1'}, '83.8 % 2025-04 ac'],
    ['difference(states, parties)', {}, '35 2026-09 cb'],
    ['sum(parties, states, 3)', {}, '362 2026-09 bc'],
    ['sum(parties, over)', {}, 'over 262 2026-09 b'],
    ['share(over, states)', {}, 'over 51 % 2025-01 c'],
    ['change(parties@2025-04, parties)', {decimals: ', decimals: 1'}, '-1.8 % 2026-09 ab'],
  ])('%s %j is %s', async (derived, how, expected) => expect(await reckon(derived, how)).toBe(expected))

  it('is told where it is reckoned from itself', async () => {
    const {told, register} = await registerOfText('facts:\n  a: {statement: A, derived: "sum(b, 1)"}\n  b: {statement: B, derived: "sum(a, 1)"}\n')
    expect(told).toEqual(['facts.yml error 2:30-2:41 facts/cycle: This fact is reckoned from itself: `a`, `b`, `a`'])
    const fact = register.facts.get('a')
    expect(fact && valueAt(fact, {asOf: {year: 2026}}, register)).toEqual({trouble: 'underived'})
  })
  it('is told where it is reckoned from what is not there', async () => {
    const {told} = await registerOfText('facts:\n  parties: {statement: A, values: [{value: 1, as_of: 2026}]}\n  b: {statement: B, derived: "sum(partys, 1)"}\n')
    expect(told).toEqual(['facts.yml error 3:30-3:46 facts/unknown-fact: The register has no fact `partys`'])
  })
  it('is told where the deed is none', async () => {
    expect((await registerOfText('facts:\n  b: {statement: B, derived: "ratio(a, b)"}\n')).told).toEqual([
      'facts.yml error 2:30-2:43 facts/derived: Expected a sum such as `share(states-parties, un-members)`, with `share`, `sum`, `difference` or `change`',
    ])
  })
})

describe('a series', () => {
  const series = (csv: string, more = '') =>
    registerOf({'briefings/topic/facts.yml': `series:\n  casualties:\n    statement: Casualties\n    file: casualties.csv\n    columns: {period: year, value: total}\n${more}`, 'briefings/topic/casualties.csv': csv})
  it('has a value for each row of its file, blank cells none', async () => {
    const {register, told} = await series('year,total,note\n2013,"3,456",\n2014,,\n2024,6279,"a, b"\n', '    as_of: 2025-12\n')
    expect(told).toEqual([])
    const fact = register.facts.get('casualties')
    expect(fact?.values.map(({period, asOf, amount, note}) => [period?.text, asOf?.text, amount.type === 'number' && amount.quantity.low, note?.en])).toEqual([['2013', '2025-12', 3456, undefined], ['2024', '2025-12', 6279, 'a, b']])
  })
  it('is told where a column is missing, a cell is none, or a year stands twice', async () => {
    expect((await series('jahr,total\n2013,1\n')).told).toEqual(['casualties.csv error 1:1-1:11 facts/series-column: The file has no column `year`'])
    expect((await series('year,total\n2013,"1\n2"\nsoon,many\n2013,5\n2013,6\n')).told).toEqual([
      'casualties.csv error 2:1-2:8 facts/series-cell: `1\n2` is no figure: expected one such as `6279` or `over 600`',
      'casualties.csv error 4:1-4:10 facts/series-cell: `soon` is no date: expected one such as `2024` or `2024-12-01`',
      'casualties.csv error 4:1-4:10 facts/series-cell: `many` is no figure: expected one such as `6279` or `over 600`',
      'casualties.csv error 6:1-6:7 facts/two-values: Two rows are given for `2013`',
    ])
    expect((await series('year,total\n2013,"1\n')).told).toEqual([
      'casualties.csv error 2:1-2:8 facts/series-csv: This line is not one of a CSV file: a quotation mark opens and does not close, or stands within a cell',
    ])
  })
})

it('of 1,500 facts is read at no more than five times the cost of 300', async () => {
  const cost = (count: number) => stepsOf(async () => {
    const facts = Array.from({length: count}, (_, at) => `  fact-${at}:\n    statement: Number ${at}\n    unit: {en: {one: mine, other: mines}}\n    values:\n      - {value: ${at}, as_of: 2026-01, source: untc}\n`).join('')
    const {register, told} = await registerOfText(`facts:\n${facts}${SOURCES}`)
    expect(told).toEqual([])
    expect(register.facts.size).toBe(count)
  })
  await cost(10)
  expect(await cost(1500) / await cost(300)).toBeLessThan(5.5)
})
