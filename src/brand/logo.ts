import {createHash} from 'node:crypto'
import type {Picture} from '../content.js'
import {type Diagnostic, error} from '../diagnostic.js'
import type {BrandFile} from './brand-file.js'
import type {FontOrigin} from './faces.js'
import {pictureSize} from './picture-size.js'
import type {Named} from './values.js'

/** The mark of a masthead: the smallest logo the brand names. */
export async function loadLogo(
  logo: NonNullable<BrandFile['logo']>,
  {folder, files, assets}: FontOrigin,
): Promise<{picture?: Picture; diagnostics: Diagnostic[]}> {
  const path = pathOf(logo)
  if (!path) return {diagnostics: []}
  const read = await files.read(`${folder}/${path.text}`)
  if (!read.bytes) {
    const what = read.trouble === 'missing' ? 'is missing from the brand’s folder' : 'cannot be used: expected a file in the brand’s folder, of at most 20 MB'
    return {diagnostics: [error('brand/logo', path.place, `The logo \`${path.text}\` ${what}`)]}
  }
  const size = pictureSize(read.bytes)
  if (!size) return {diagnostics: [error('brand/logo', path.place, `\`${path.text}\` is not a picture: expected PNG, JPEG or SVG with its size`)]}
  const sha256 = createHash('sha256').update(read.bytes).digest('hex')
  assets.set(sha256, read.bytes)
  return {picture: {sha256, ...size}, diagnostics: []}
}

/** A name of `images`, or a path as it is. */
function pathOf(logo: NonNullable<BrandFile['logo']>): Named | undefined {
  if ('type' in logo) return logo
  const {images = {}, small, medium, large} = logo
  const choice = small ?? medium ?? large ?? Object.values(images)[0]
  if (!choice) return undefined
  return (Object.hasOwn(images, choice.text) ? images[choice.text] : undefined) ?? choice
}
