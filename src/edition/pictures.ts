import {createHash} from 'node:crypto'
import path from 'node:path/posix'
import type {Definition, Image, ImageReference} from 'mdast'
import {pictureSize} from '../brand/index.js'
import type {Assets, Picture} from '../content.js'
import {type Diagnostic, error, type Place} from '../diagnostic.js'
import type {Files, FileTrouble} from '../files.js'
import type {ImageField} from '../shapes/fields.js'
import type {Source} from '../source.js'
import {placeOf, placeOfWords} from './composing.js'
import {troubleOfJpeg} from './picture-jpeg.js'
import {troubleOfPng} from './picture-png.js'
import {troubleOfSvg} from './picture-svg.js'
import {meetAll, type Tagged} from './walk.js'

/** What is wrong with a picture, and the deed that mends it. */
export interface PictureTrouble {
  rule: string
  message: string
  hint: string
}

export interface PictureOptions {
  source: Source
  files: Files
  definitions: ReadonlyMap<string, Definition>
  /** Families that words in a drawing may be set in. */
  families: ReadonlySet<string>
}

/** Loads every picture a body names, by its path as typed; what could not be had is told where it is named. */
export async function loadPictures(
  body: unknown,
  options: PictureOptions,
): Promise<{pictures: Map<string, Picture>; assets: Assets; diagnostics: Diagnostic[]}> {
  const pictures = new Map<string, Picture>()
  const assets: Assets = new Map()
  const diagnostics: Diagnostic[] = []
  const troubles = new Map<string, PictureTrouble>()
  for (const {typed, place} of picturesNamed(body, options)) {
    if (!pictures.has(typed) && !troubles.has(typed)) {
      const loaded = await loadPicture(typed, options)
      if ('picture' in loaded) {
        pictures.set(typed, loaded.picture)
        assets.set(loaded.picture.sha256, loaded.bytes)
      } else troubles.set(typed, loaded)
    }
    const trouble = troubles.get(typed)
    if (trouble) diagnostics.push(error(`edition/${trouble.rule}`, place, trouble.message, trouble.hint))
  }
  return {pictures, assets, diagnostics}
}

function picturesNamed(body: unknown, {source, definitions}: PictureOptions): {typed: string; place: Place}[] {
  const named: {typed: string; place: Place}[] = []
  meetAll(body, (found) => {
    if (isImageNode(found)) named.push({typed: found.url, place: placeOfWords(source, found, found.url)})
    else if (isImageField(found)) named.push({typed: found.path, place: found.place})
    else if (isImageReference(found)) {
      const definition = definitions.get(found.identifier)
      if (definition) named.push({typed: definition.url, place: placeOf(source, found)})
    }
  })
  return named
}

// Three things are called images: of Markdown, of a field, and of Markdown by a label.
const isImageNode = (found: Tagged): found is Image => found.type === 'image' && 'url' in found
const isImageField = (found: Tagged): found is ImageField => found.type === 'image' && 'path' in found
const isImageReference = (found: Tagged): found is ImageReference => found.type === 'imageReference'

async function loadPicture(typed: string, {source, files, families}: PictureOptions) {
  const refused = refusedAddress(typed)
  if (refused) return refused
  let read = await files.read(pathFrom(source.path, typed))
  // Markdown writes a space as `%20`; a file whose name holds the sign itself was found above.
  if (read.trouble === 'missing' && typed.includes('%')) read = await files.read(pathFrom(source.path, decoded(typed)))
  if (!read.bytes) return troubleOfFile(typed, read.trouble)
  const {bytes} = read
  const size = pictureSize(bytes)
  if (!size) return notAPicture(typed, bytes)
  const {width, height, format} = size
  if (width * height > MOST_PIXELS && format !== 'svg') {
    const message = `\`${typed}\` is ${width} × ${height} pixels: expected at most 40 million in all`
    return {rule: 'image-too-large', message, hint: 'Make it smaller: 2000 pixels fill the width of a page'}
  }
  const trouble =
    format === 'png' ? await troubleOfPng(bytes, typed) : format === 'jpeg' ? troubleOfJpeg(bytes, typed) : troubleOfSvg(bytes, typed, families)
  if (trouble) return trouble
  return {picture: {sha256: createHash('sha256').update(bytes).digest('hex'), ...size} satisfies Picture, bytes}
}

const MOST_PIXELS = 40_000_000

function refusedAddress(typed: string): PictureTrouble | undefined {
  if (/^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(typed)) {
    return {rule: 'image-remote', message: `\`${short(typed)}\` is not a file of this workspace`, hint: 'Save the picture beside the briefing and write its file name'}
  }
  if (typed.includes('\\') || /^[a-z]:/i.test(typed)) {
    return {rule: 'image-path', message: `\`${typed}\` is not a path from this briefing`, hint: 'Write it from the folder of the briefing, with `/`: `images/map.png`'}
  }
  return undefined
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

/** The path in the workspace: from the briefing's folder; with `/` in front from the workspace's, as code hosts read it. */
const pathFrom = (briefing: string, typed: string): string =>
  typed.startsWith('/') ? path.normalize(typed.slice(1)) : path.join(path.dirname(briefing), typed)

function decoded(typed: string): string {
  try {
    return decodeURIComponent(typed)
  } catch {
    return typed
  }
}

function troubleOfFile(typed: string, trouble: FileTrouble): PictureTrouble {
  const name = `\`${typed}\``
  switch (trouble) {
    case 'missing': {
      const hint = typed.startsWith('/') ? 'A path that begins with `/` counts from the folder of the workspace' : 'The path counts from the folder of this briefing, capitals included'
      return {rule: 'image-missing', message: typed === '' ? 'This picture names no file' : `There is no file ${name}`, hint}
    }
    case 'outside':
      return {rule: 'image-outside', message: `${name} lies outside the workspace`, hint: 'Copy the picture beside the briefing'}
    case 'not-a-file':
      return {rule: 'image-missing', message: `${name} is a folder, not a picture`, hint: 'Write the name of a file in it'}
    case 'too-large':
      return {rule: 'image-too-large', message: `${name} is larger than 20 MB`, hint: 'Save it smaller, or as JPEG'}
    case 'unreadable':
      return {rule: 'image-unreadable', message: `${name} may not be read`, hint: 'Change the permissions of the file'}
  }
}

/** Pictures of other programs, by their first bytes. */
const STRANGERS: [name: string, sign: RegExp][] = [
  ['WebP', /^RIFF....WEBP/s],
  ['GIF', /^GIF8/],
  ['AVIF or HEIC', /^....ftyp(?:avif|avis|heic|heix|mif1|msf1)/s],
  ['TIFF', /^(?:II\*\0|MM\0\*)/],
  ['BMP', /^BM/],
  ['PDF', /^%PDF/],
]

function notAPicture(typed: string, bytes: Uint8Array): PictureTrouble {
  const head = String.fromCharCode(...bytes.subarray(0, 12))
  const [stranger] = STRANGERS.find(([, sign]) => sign.test(head)) ?? []
  if (stranger) return {rule: 'image-format', message: `\`${typed}\` is ${stranger}: expected PNG, JPEG or SVG`, hint: 'Convert it to PNG'}
  return {rule: 'image-format', message: `\`${typed}\` is not a picture that prints: expected PNG, JPEG or SVG with its size`, hint: 'Export it again as PNG'}
}
