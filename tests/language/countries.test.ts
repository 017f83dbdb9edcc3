import {describe, expect, it, test} from 'vitest'
import {countryOf, nearestCountry} from '../../src/language/index.js'
import {states} from '../../src/language/states.js'

describe('a country', () => {
  test.each([
    ['PL', 'POL'],
    ['pl', 'POL'],
    ['pol', 'POL'],
    ['Poland', 'POL'],
    ['POLAND ', 'POL'],
    ['Pologne', 'POL'],
    ['la Pologne', 'POL'],
    ['Polonia', 'POL'],
    ['Польша', 'POL'],
    ['بولندا', 'POL'],
    ['波兰', 'POL'],
    ['the Republic of Poland', 'POL'],
    ['Republic of Poland', 'POL'],
    ['Latvia', 'LVA'],
    ['LA', 'LAO'],
    ['Lesotho', 'LSO'],
    ['Netherlands', 'NLD'],
    ['the Netherlands', 'NLD'],
    ['Netherlands (the)', 'NLD'],
    ["Côte d'Ivoire", 'CIV'],
    ['Côte d’Ivoire', 'CIV'],
    ["Cote d'Ivoire", 'CIV'],
    ['Turkiye', 'TUR'],
    ['El Salvador', 'SLV'],
    ['Iran (Islamic Republic of)', 'IRN'],
    ['Islamic Republic of Iran', 'IRN'],
    ['Niger', 'NER'],
    ['Nigeria', 'NGA'],
    ['Congo', 'COG'],
    ['Holy See', 'VAT'],
    ['State of Palestine', 'PSE'],
    ['Cook Islands', 'COK'],
    ['Niue', 'NIU'],
  ])('%s is %s', (typed, iso3) => expect(countryOf(typed)?.iso3).toBe(iso3))

  test.each(['', 'Atlantis', 'XX', 'constructor', 'the', 'la'.repeat(3)])('%s is none', (typed) => expect(countryOf(typed)).toBeUndefined())

  it('has a name in each language of the United Nations, and a form for sentences', () => {
    const netherlands = countryOf('NL')
    expect(['en', 'en-GB', 'fr', 'es', 'ru', 'xx'].map((code) => netherlands?.name(code))).toEqual([
      'Netherlands',
      'Netherlands',
      'Pays-Bas',
      'Países Bajos',
      'Нидерланды',
      'Netherlands',
    ])
    expect(['en', 'fr', 'es'].map((code) => netherlands?.inText(code))).toEqual(['the Netherlands', 'les Pays-Bas', 'los Países Bajos'])
    expect(countryOf('PL')?.inText('en')).toBe('Poland')
    expect(countryOf('EE')?.inText('fr')).toBe('l’Estonie')
    expect(countryOf('IR')?.inText('en')).toBe('the Islamic Republic of Iran')
  })
})

describe('the list', () => {
  it('has the 193 Members, two observers, the Cook Islands and Niue, each once', () => {
    expect(states.length).toBe(197)
    expect(new Set(states.map((row) => row[0])).size).toBe(197)
    expect(new Set(states.map((row) => row[1])).size).toBe(197)
  })
  it('finds every State by every name of its row: no two share one', () => {
    for (const row of states) for (const name of row) expect([name, countryOf(name)?.iso3]).toEqual([name, row[1]])
  })
  it('has no straight apostrophe, no blank and no stray space', () => {
    for (const row of states) for (const name of row) expect(name).toMatch(/^[^'\s](?:[^']*[^'\s])?$/)
  })
})

describe('a hint', () => {
  test.each([
    ['Polland', 'Poland'],
    ['Finlnad', 'Finland'],
    ['Russia', 'Russian Federation'],
    ['Syria', 'Syrian Arab Republic'],
    ['South Korea', 'Republic of Korea'],
    ['Turkey', 'Türkiye'],
    ['UK', 'United Kingdom of Great Britain and Northern Ireland'],
    ['Polgne', 'Pologne'],
    ['Cook Island', 'Cook Islands'],
  ])('%s was meant as %s', (typed, meant) => expect(nearestCountry(typed)).toBe(meant))
  it('is none where nothing is near', () => {
    for (const typed of ['Atlantis', '', 'constructor', '__proto__']) expect(nearestCountry(typed)).toBeUndefined()
  })
  it('names what the list takes', () => {
    for (const typed of ['Russia', 'Iran', 'USA.', 'laos', 'Vatican']) {
      const hint = nearestCountry(typed)
      if (hint !== undefined) expect(countryOf(hint)).toBeDefined()
    }
  })
})
