import {expect, it} from 'vitest'
import {countryOf} from '../../src/language/index.js'
import {states} from '../../src/language/states.js'

const regionsIn = (language: string) => states.map(([iso2]) => countryOf(iso2)?.region(language))

it('every State lies in one of sixteen regions', () => {
  expect(regionsIn('en')).not.toContain(undefined)
  expect(new Set(regionsIn('en')).size).toBe(16)
  expect(new Set(regionsIn('fr')).size).toBe(16)
})

it('regions hold as many States as the Statistics Division lists', () => {
  const count = (pattern: RegExp) => regionsIn('en').filter((region) => pattern.test(region ?? '')).length
  expect([count(/Africa$/), count(/Caribbean|America$/), count(/Asia$/), count(/^Europe$/), count(/^Oceania$/)]).toEqual([54, 35, 48, 44, 16])
})

it.each([
  ['PL', 'en', 'Europe'],
  ['CY', 'en', 'Western Asia'],
  ['VA', 'en', 'Europe'],
  ['DM', 'en', 'the Caribbean'],
  ['NU', 'fr', 'Océanie'],
  ['DZ', 'fr-CA', 'Afrique septentrionale'],
  ['SD', 'es', 'Northern Africa'],
])('%s in %s lies in %s', (iso2, language, region) => expect(countryOf(iso2)?.region(language)).toBe(region))
