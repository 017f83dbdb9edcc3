import {existsSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {describe, expect, it, test} from 'vitest'
import {painter, statesListed} from '../../.ci/draw-places.mjs'
import {states} from '../../src/language/states.js'

interface Drawn {
  size: number
  land: string
  borders: string
  state: string
  dots: [number, number][]
}
const draw = painter() as (iso3: string) => Drawn
const maps = new Map(states.map(([iso2, iso3]) => [iso2, draw(iso3)]))
const mapOf = (iso2: string): Drawn => maps.get(iso2) as Drawn // each State has one
const numbersIn = (drawn: string): number[] => (drawn.match(/-?[\d.]+/g) ?? []).map(Number)
const centreOf = (drawn: string): [number, number] => {
  const numbers = numbersIn(drawn)
  const mean = (from: number) => numbers.filter((_, at) => at % 2 === from).reduce((sum, one) => sum + one, 0) / (numbers.length / 2)
  return [mean(0), mean(1)]
}

describe('the places that are drawn', () => {
  it('are those of every State that has a name', () => {
    expect(statesListed()).toEqual(states.map(([iso2, iso3]) => ({iso2, iso3})))
  })
})

describe('the map of a State', () => {
  test.each(states.map(([iso2]) => iso2))('%s marks it, and shows land around it', (iso2) => {
    const {size, land, borders, state, dots} = mapOf(iso2)
    expect(state !== '' || dots.length > 0).toBe(true)
    expect(land).not.toBe('')
    const numbers = [...numbersIn(land), ...numbersIn(borders), ...numbersIn(state), ...dots.flat()]
    expect(numbers.filter((number) => !(number >= 0 && number <= size))).toEqual([])
    // A tenth of a point at most, and nothing that is not a number.
    expect(numbers.filter((number) => Math.round(number * 10) / 10 !== number)).toEqual([])
    expect(JSON.stringify(mapOf(iso2)).length).toBeLessThan(13_000)
  })
  it('has the State about its middle', () => {
    const off = states.filter(([iso2]) => {
      const {size, state, dots} = mapOf(iso2)
      const [x, y] = state === '' ? centreOf(dots.flat().join(' ')) : centreOf(state)
      return Math.hypot(x - size / 2, y - size / 2) > size / 5
    })
    expect(off.map(([iso2]) => iso2)).toEqual([])
  })
  it('marks small States by dots, and large ones without', () => {
    expect(['VA', 'AD', 'SM', 'LI', 'NR', 'NU', 'CK', 'MV', 'LU'].filter((iso2) => mapOf(iso2).dots.length !== 1)).toEqual([])
    expect(['KI', 'FJ', 'ST', 'FM'].filter((iso2) => mapOf(iso2).dots.length < 2)).toEqual([])
    expect(['PL', 'LB', 'CL', 'NO', 'NZ', 'RU', 'CA'].filter((iso2) => mapOf(iso2).dots.length > 0)).toEqual([])
  })
  it('goes on over the 180th meridian: the far east of Russia is drawn with the rest', () => {
    const xs = numbersIn(mapOf('RU').state).filter((_, at) => at % 2 === 0)
    // No line runs back over the whole map, as one that is cut there does.
    const leaps = mapOf('RU').state.split(/[ML]/).slice(1).map((point) => Number(point.split(' ')[0]))
    expect(Math.max(...leaps.slice(1).map((x, at) => Math.abs(x - (leaps[at] ?? x))))).toBeLessThan(60)
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(60)
  })
  it('counts to a State what the United Nations count to it', () => {
    // Half of the island of Cyprus would be a speck; without Taiwan two parts of China are left of three.
    expect(mapOf('CY').dots).toEqual([])
    expect(mapOf('CN').state.match(/M/g)?.length).toBe(3)
  })
})

describe('the flag of a State', () => {
  const home = path.dirname(createRequire(import.meta.url).resolve('country-flag-icons/package.json'))
  test.each(states.map(([iso2]) => iso2))('%s is there, in shapes that print', (iso2) => {
    const file = path.join(home, '3x2', `${iso2}.svg`)
    expect(existsSync(file)).toBe(true)
    const svg = readFileSync(file, 'utf8')
    const [, width = '', height = ''] = /^<svg xmlns="[^"]*" viewBox="[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)">/.exec(svg) ?? []
    expect(Math.abs(Number(width) / Number(height) - 1.5)).toBeLessThan(0.002)
    const tags = new Set([...svg.matchAll(/<([a-zA-Z]+)/g)].map(([, name = '']) => name))
    expect([...tags].filter((name) => !['svg', 'g', 'path', 'circle', 'ellipse'].includes(name))).toEqual([])
  })
})
