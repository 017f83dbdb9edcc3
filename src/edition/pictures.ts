import path from 'node:path/posix'
import type {Definition, Image, ImageReference} from 'mdast'
import type {Assets, Picture} from '../content.js'
import {type Diagnostic, error, type Place} from '../diagnostic.js'
import type {Files} from '../files.js'
import {type PictureTrouble, type ReadPicture, readPicture, refusedAddress, troubleOfFile} from '../pictures/index.js'
import type {ImageField} from '../shapes/fields.js'
import type {Source} from '../source.js'
import {placeOf, placeOfWords} from './composing.js'
import {meetAll, type Tagged} from './walk.js'

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
  let left = MOST
  for (const {typed, place} of picturesNamed(body, options)) {
    if (!pictures.has(typed) && !troubles.has(typed)) {
      const loaded = await loadPicture(typed, options)
      if ('picture' in loaded) {
        left = lessOf(left, loaded)
        if (Object.values(left).some((room) => room < 0)) {
          const message = 'The pictures of this paper are more than it can hold: expected at most 500, of 100 MB and 200 million pixels together'
          diagnostics.push(error('edition/too-many-pictures', place, message, 'Save them smaller: 2000 pixels fill the width of a page'))
          break
        }
        pictures.set(typed, loaded.picture)
        assets.set(loaded.picture.sha256, loaded.bytes)
      } else troubles.set(typed, loaded)
    }
    const trouble = troubles.get(typed)
    if (trouble) diagnostics.push(error(`edition/${trouble.rule}`, place, trouble.message, trouble.hint))
  }
  return {pictures, assets, diagnostics}
}

/** What the pictures of one paper may be together: all are held at once while it is laid out, and unpacked. */
const MOST = {count: 500, bytes: 100 * 1024 * 1024, pixels: 200_000_000}

const lessOf = ({count, bytes, pixels}: typeof MOST, {picture, bytes: own}: Extract<ReadPicture, {bytes: Uint8Array}>): typeof MOST => ({
  count: count - 1,
  bytes: bytes - own.length,
  pixels: pixels - (picture.format === 'svg' ? 0 : picture.width * picture.height),
})

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

async function loadPicture(typed: string, {source, files, families}: PictureOptions): Promise<ReadPicture> {
  const refused = refusedAddress(typed)
  if (refused) return refused
  let read = await files.read(pathFrom(source.path, typed))
  // Markdown writes a space as `%20`; a file whose name holds the sign itself was found above.
  if (read.trouble === 'missing' && typed.includes('%')) read = await files.read(pathFrom(source.path, decoded(typed)))
  if (!read.bytes) return troubleOfFile(typed, read.trouble)
  return readPicture(read.bytes, typed, families)
}

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
