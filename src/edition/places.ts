import {createHash} from 'node:crypto'
import type {BrandLayout} from '../brand/index.js'
import type {Assets, ComposedShownCountry, LocatorMap, Picture} from '../content.js'
import type {Files} from '../files.js'
import {countryOf} from '../language/index.js'
import type {ShownCountryField} from '../shapes/fields.js'
import {meetAll, type Tagged} from './walk.js'

/** How a State is shown. */
export type ShownPlace = Pick<ComposedShownCountry, 'flag' | 'map'>

/**
 * Flags and maps of the States that a body shows, by code of two letters; as much as the brand shows of them. They are drawn when
 * the program is built: a check reads a small file for each.
 */
export async function loadPlaces(body: unknown, {files, shown}: {files: Files; shown: BrandLayout['locator']}): Promise<{places: Map<string, ShownPlace>; assets: Assets}> {
  const places = new Map<string, ShownPlace>()
  const assets: Assets = new Map()
  if (shown === 'none') return {places, assets}
  for (const iso2 of statesShown(body)) {
    const {flag: drawing, map} = await readPlace(iso2, files)
    const bytes = new TextEncoder().encode(drawing)
    const flag: Picture = {sha256: createHash('sha256').update(bytes).digest('hex'), format: 'svg', ...PROPORTION}
    assets.set(flag.sha256, bytes)
    places.set(iso2, shown === 'flag' ? {flag} : {flag, map})
  }
  return {places, assets}
}

/** Flags are drawn to one proportion, whatever that of the cloth. */
const PROPORTION = {width: 3, height: 2}

function statesShown(body: unknown): Set<string> {
  const shown = new Set<string>()
  meetAll(body, (found) => {
    const country = isShown(found) ? countryOf(found.text) : undefined
    if (country) shown.add(country.iso2)
  })
  return shown
}

const isShown = (found: Tagged): found is ShownCountryField => found.type === 'country' && 'shown' in found

async function readPlace(iso2: string, files: Files): Promise<{flag: string; map: LocatorMap}> {
  const {bytes, trouble} = await files.readPackage('demarche', `dist/places/${iso2}.json`)
  if (!bytes) throw new Error(`dist/places/${iso2}.json is ${trouble}: \`npm run prepare\` draws it`)
  return JSON.parse(new TextDecoder().decode(bytes)) // as `.ci/draw-places.mjs` wrote it
}
