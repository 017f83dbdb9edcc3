import type {Assets} from '../content.js'
import {type Diagnostic, error, hasErrors, type Outcome, type Place, warning} from '../diagnostic.js'
import type {Files} from '../files.js'
import {closest, readShape, readYaml} from '../shapes/index.js'
import type {Brand, Colours} from './brand.js'
import {type BrandFile, brandFile} from './brand-file.js'
import {resolveColours} from './colours.js'
import {contrast} from './colour.js'
import {chooseFonts} from './fonts.js'
import {layoutOf} from './layout.js'
import {loadLogo} from './logo.js'

export interface BrandOptions {
  files: Files
  /** Where the brand is named, such as `brand:` in a briefing. */
  place?: Place
}

/** The brands that come with the program. */
export const ownBrands = ['house', 'ministry'] as const

const NAME = /^[a-z0-9][a-z0-9_-]*$/i

/** Reads `styles/<name>/_brand.yml` of the workspace, else the program's own brand of that name, with its fonts and logo. */
export async function loadBrand(name: string, options: BrandOptions): Promise<Outcome<{brand: Brand; assets: Assets}>> {
  const folder = `styles/${name}`
  const path = `${folder}/_brand.yml`
  const found = NAME.test(name) ? await findBrand(path, options.files) : undefined
  if (!found) return {diagnostics: [await unknownBrand(name, options)]}

  const written = readYaml({path, text: found.text}, 'brand')
  if (!written.value) return {diagnostics: written.diagnostics}
  const shaped = readShape(written.value, brandFile, {room: 'brand', name: '`_brand.yml`'})
  if (!shaped.value) return {diagnostics: [...written.diagnostics, ...shaped.diagnostics]}

  const file = shaped.value
  const assets: Assets = new Map()
  const origin = {folder, files: found.files, assets}
  const {colours, diagnostics: aboutColours} = resolveColours(file)
  const {fonts, diagnostics: aboutFonts} = await chooseFonts(file, origin)
  const families = new Set(fonts.faces.map(({family}) => family))
  const logo = file.logo ? await loadLogo(file.logo, {...origin, families}) : {diagnostics: []}
  const diagnostics = [...written.diagnostics, ...shaped.diagnostics, ...aboutColours, ...aboutFonts, ...logo.diagnostics]
  if (hasErrors(diagnostics)) return {diagnostics}

  const link = typeof file.meta?.link === 'string' ? file.meta.link : file.meta?.link?.home
  const brand: Brand = {
    name,
    issuer: issuerOf(file) ?? name,
    ...(link === undefined ? {} : {link}),
    ...('picture' in logo && logo.picture ? {logo: logo.picture} : {}),
    colours,
    fonts,
    layout: layoutOf(file),
    contacts: contactsOf(file),
    words: {...file.defaults?.demarche?.words},
    ...(file.defaults?.demarche?.markings ? {markings: file.defaults.demarche.markings} : {}),
    ...(file.defaults?.demarche?.acronyms ? {acronyms: file.defaults.demarche.acronyms} : {}),
    ...(file.defaults?.demarche?.treaties ? {treaties: file.defaults.demarche.treaties} : {}),
  }
  return {value: {brand, assets}, diagnostics: [...diagnostics, ...faint(colours, {path})]}
}

/** The brand's text, and where its other files lie. */
async function findBrand(path: string, files: Files): Promise<{text: string; files: Files} | undefined> {
  const own: Files = {...files, read: (file) => files.readPackage('demarche', file)}
  for (const from of [files, own]) {
    const {bytes} = await from.read(path)
    if (bytes) return {text: new TextDecoder().decode(bytes), files: from}
  }
  return undefined
}

async function unknownBrand(name: string, {files, place}: BrandOptions): Promise<Diagnostic> {
  const brands = [...new Set([...((await files.folders?.('styles')) ?? []), ...ownBrands])].sort()
  const near = closest(name, brands)
  const list = `The brands are ${brands.map((brand) => `\`${brand}\``).join(', ')}`
  const message = `There is no brand \`${name}\`: expected a folder \`styles/${name}\` with a file \`_brand.yml\``
  return error('brand/unknown', place ?? {path: 'styles'}, message, near ? `Did you mean \`${near}\`? ${list}` : list)
}

function issuerOf({meta}: BrandFile): string | undefined {
  return typeof meta?.name === 'string' ? meta.name : (meta?.name?.full ?? meta?.name?.short)
}

function contactsOf({defaults}: BrandFile): Brand['contacts'] {
  const entries = Object.entries(defaults?.demarche?.contacts ?? {})
  return Object.fromEntries(
    entries.map(([id, {name, role, mail, phone, web, qr}]) => {
      const lines = [mail, phone, web?.replace(/^https?:\/\/|\/$/g, '')].filter((line) => line !== undefined)
      return [id, {name, ...(role === undefined ? {} : {role}), lines, ...(qr === undefined ? {} : {url: qr})}]
    }),
  )
}

const LEAST: Partial<Record<keyof Colours, number>> = {ink: 4.5, quiet: 4.5, accent: 4.5, link: 4.5, heading: 4.5, hair: 3, bars: 3}

/** Colours too faint to be read, or seen, on the brand's paper. */
export function faint(colours: Colours, place: Place): Diagnostic[] {
  return Object.entries(LEAST).flatMap(([role, least]) => {
    const colour = colours[role as keyof Colours] // the keys of a partial record of Colours
    const found = colour === undefined ? 21 : contrast(colour, colours.paper)
    if (found >= least) return []
    const ratio = (Math.floor(found * 10) / 10).toFixed(1)
    const message = `The ${role} colour \`${colour}\` is too faint on \`${colours.paper}\`: expected a contrast of at least ${least}, found ${ratio}`
    return [warning('brand/contrast', place, message, 'Choose a darker colour')]
  })
}
