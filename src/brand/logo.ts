import {type Diagnostic, error} from '../diagnostic.js'
import {readPicture, refusedAddress} from '../pictures/index.js'
import type {Brand} from './brand.js'
import type {BrandFile} from './brand-file.js'
import type {FontOrigin} from './faces.js'
import type {Named} from './values.js'

/** The mark of a masthead: the smallest logo the brand names. It must print as every other picture must. */
export async function loadLogo(
  logo: NonNullable<BrandFile['logo']>,
  {folder, files, assets, families}: FontOrigin & {families: ReadonlySet<string>},
): Promise<{picture?: NonNullable<Brand['logo']>; diagnostics: Diagnostic[]}> {
  const path = pathOf(logo)
  if (!path) return {diagnostics: []}
  const refuse = (message: string, hint?: string) => ({diagnostics: [error('brand/logo', path.place, message, hint)]})
  const refused = refusedAddress(path.text)
  if (refused) return refuse(`The logo \`${path.text}\` is not a file of the brand’s folder`, 'Save it in the brand’s folder, and write its path from there')
  const read = await files.read(`${folder}/${path.text}`)
  if (!read.bytes) {
    const what = read.trouble === 'missing' ? 'is missing from the brand’s folder' : 'cannot be used: expected a file in the brand’s folder, of at most 20 MB'
    return refuse(`The logo \`${path.text}\` ${what}`)
  }
  const found = await readPicture(read.bytes, path.text, families)
  if ('message' in found) return refuse(found.message, found.hint)
  assets.set(found.picture.sha256, found.bytes)
  return {picture: {...found.picture, place: path.place}, diagnostics: []}
}

/** A name of `images`, or a path as it is. */
function pathOf(logo: NonNullable<BrandFile['logo']>): Named | undefined {
  if ('type' in logo) return logo
  const {images = {}, small, medium, large} = logo
  const choice = small ?? medium ?? large ?? Object.values(images)[0]
  if (!choice) return undefined
  return (Object.hasOwn(images, choice.text) ? images[choice.text] : undefined) ?? choice
}
