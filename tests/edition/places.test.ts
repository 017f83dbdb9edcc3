import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import type {BlockPiece, ComposedShownCountry} from '../../src/content.js'
import {layoutEditions} from '../../src/print/index.js'
import {checked, front, sound} from '../papers.js'
import {compose} from './compose.js'

const locator = (country: string) => `\`\`\`locator\ncountry: ${country}\n\`\`\`\n`
const brandWith = (shown: string) => {
  const house = readFileSync(new URL('../../styles/house/_brand.yml', import.meta.url), 'utf8')
  return {
    'styles/other/_brand.yml': house.replace('    paper: A4\n', `    paper: A4\n    locator: ${shown}\n`),
    'styles/other/logos/mark.svg': readFileSync(new URL('../../styles/house/logos/mark.svg', import.meta.url)),
  }
}
const shownIn = async (country: string, shown: string, more: {front?: string} = {}) => {
  const {edition, told} = await compose(`Text.\n\n${locator(country)}`, {brand: 'other', files: brandWith(shown), ...more})
  expect(told).toEqual([])
  const block = edition?.body.find((piece): piece is BlockPiece => piece.type === 'block')
  return (block?.value as {country: ComposedShownCountry} | undefined)?.country
}

describe('a State that is shown', () => {
  it('comes with its names, its region, its flag and its map', async () => {
    const {flag, map, place, ...country} = (await shownIn('NL', 'map')) ?? {}
    expect(country).toEqual({type: 'country', iso2: 'NL', iso3: 'NLD', name: 'Netherlands', inText: 'the Netherlands', formal: 'Kingdom of the Netherlands', region: 'Europe'})
    expect(flag?.sha256).toMatch(/^[\da-f]{64}$/)
    expect(map?.state).toMatch(/^M/)
  })
  it('is named in the language of the paper', async () => {
    const country = await shownIn('CK', 'map', {front: 'language: fr'})
    expect([country?.name, country?.inText, country?.region]).toEqual(['Îles Cook', 'les Îles Cook', 'Océanie'])
  })
  it('has no map in a brand that shows the flag alone, and is left out of one that shows nothing', async () => {
    const alone = await shownIn('NL', 'flag')
    expect([alone?.flag === undefined, alone?.map]).toEqual([false, undefined])
    expect(await shownIn('NL', 'none')).toBeUndefined()
  })
  it('must be one, even where the brand does not show it', async () => {
    const {told} = await compose(locator('Polland'), {brand: 'other', files: brandWith('none')})
    expect(told).toEqual(['error 2:10-2:17 edition/unknown-country: `Polland` is not the name or code of a State'])
  })
  it('makes its flag and map an input of the paper, and carries no bytes but the flag', async () => {
    const {value} = await checked(front() + locator('NL'))
    expect(value?.inputs.flatMap(({path}) => path.match(/places\/.*/) ?? [])).toEqual(['places/NL.json'])
    const drawings = [...(value?.assets.values() ?? [])].map((bytes) => new TextDecoder().decode(bytes.slice(0, 2000))).filter((text) => text.startsWith('<svg'))
    const flag = readFileSync(new URL('../../node_modules/country-flag-icons/3x2/NL.svg', import.meta.url), 'utf8')
    expect(drawings).toContain(flag)
  })
})

describe('on the page', () => {
  const laidOut = async (country: string) => {
    const {edition, assets} = await sound(`${front()}Text.\n\n${locator(country)}`)
    const {value, diagnostics} = await layoutEditions([edition], assets)
    expect(diagnostics).toEqual([])
    return value?.pages[0]
  }
  it('a map says in words what it shows, and that its lines imply no opinion', async () => {
    const page = await laidOut('CK')
    expect(page?.figures.map(({alt}) => alt)).toEqual(['Map of Oceania with the Cook Islands marked'])
    const words = page?.lines.map(({text}) => text.replaceAll('\u00a0', ' ').trim()).join(' ')
    expect(words).toContain('Cook Islands')
    expect(words).toContain('The boundaries shown imply no opinion on the legal status of any territory.')
  })
  it('a name that is long and formal takes the lines it needs', async () => {
    const page = await laidOut('VE')
    const words = page?.lines.map(({text}) => text.replaceAll('\u00a0', ' ').trim()).join(' ')
    expect(words).toContain('Venezuela (Bolivarian Republic of) Bolivarian Republic of Venezuela')
  })
})
