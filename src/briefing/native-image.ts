import type {Image, ImageReference, Paragraph} from 'mdast'
import {blocks, type RecordSpec} from '../blocks/index.js'
import {excerptOf, excerptOfText, type WrittenText, writtenMap, writtenText} from '../shapes/index.js'
import type {BlockNode} from './briefing.js'
import type {Definitions} from './definitions.js'
import {placeOf, placeOfWords, type Reading, typed} from './reading.js'
import {readRecord} from './record.js'

/** The image that a paragraph holds and nothing else, white space aside; one without words or caption is an ornament of the text. */
export function loneImage({children}: Paragraph, links: Definitions['links']): Image | ImageReference | undefined {
  const [only, more] = children.filter((node) => node.type !== 'break' && !(node.type === 'text' && node.value.trim() === ''))
  if (more || (only?.type !== 'image' && only?.type !== 'imageReference')) return undefined
  const {title} = only.type === 'image' ? only : (links.get(only.identifier) ?? {})
  return only.alt?.trim() || title?.trim() ? only : undefined
}

/** Reads an image alone in its paragraph as the block that stands for one; nothing where it could not be read. */
export function readImage(node: Image | ImageReference, links: Definitions['links'], reading: Reading): BlockNode | undefined {
  const spec = blocks.find((block): block is RecordSpec => block.form === 'record' && block.native === 'image')
  const target = node.type === 'image' ? node : links.get(node.identifier)
  if (!spec || !target || !node.position) return undefined
  const place = placeOf(reading.source, node)
  const words = (text: string, within: Pick<Image, 'position'>): WrittenText => {
    const at = typed(reading.source, within).indexOf(text)
    const from = (within.position?.start.offset ?? 0) + at
    const excerpt = at < 0 ? undefined : excerptOfText(excerptOf(reading.source), from, from + text.length, text)
    return writtenText(text, placeOfWords(reading.source, within, text), excerpt)
  }
  const written = writtenMap(
    {
      image: {...words(target.url, target), text: asPath(target.url)},
      alt: words(node.alt?.trim() ?? '', node),
      caption: target.title?.trim() ? words(target.title, target) : undefined,
    },
    place,
  )
  const value = readRecord(spec, written, place, reading)
  return value === undefined ? undefined : {type: 'block', name: spec.name, value, position: node.position}
}

/** In a link a space is written `%20`; in the name of a file it is a space. */
function asPath(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}
