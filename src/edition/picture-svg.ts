import type {PictureTrouble} from './pictures.js'
import {troubleOfElement} from './svg-element.js'
import {tagsIn} from './svg-tags.js'

const LARGEST = 2 * 1024 * 1024
const DEEPEST = 50
const MOST = 20_000

/** What keeps a drawing from printing as it looks on a screen. `families` are the fonts that its words may be set in. */
export function troubleOfSvg(bytes: Uint8Array, typed: string, families: ReadonlySet<string>): PictureTrouble | undefined {
  const refuse = (message: string, hint: string): PictureTrouble => ({rule: 'image-svg', message: `\`${typed}\` ${message}`, hint})
  const broken = refuse('is not a whole SVG', 'Export it again as plain SVG')
  if (bytes.length > LARGEST) return refuse('is larger than 2 MB', 'Save it as PNG')
  const text = new TextDecoder().decode(bytes)
  if (/<!DOCTYPE[^>]*\[|<!ENTITY/i.test(text)) return refuse('defines entities of its own', 'Export it again as plain SVG')
  const open: string[] = []
  let unseen: number | undefined
  let count = 0
  for (const tag of tagsIn(text)) {
    if (!tag) return broken
    const {closing, name, attributes, empty} = tag
    if (closing) {
      if (open.pop() !== name) return broken
      if (unseen !== undefined && open.length <= unseen) unseen = undefined
      continue
    }
    if (++count > MOST || open.length >= DEEPEST) return refuse(`holds more than ${count > MOST ? `${MOST} shapes` : `${DEEPEST} groups, one in the other`}`, 'Save it as PNG')
    // The engine's reader ends a tag at the first `>`, wherever it stands, and would skip all that follows.
    if ([...attributes.values()].some((value) => value.includes('>'))) return refuse('has a `>` in an attribute', 'Write it as `&gt;`')
    if (unseen === undefined && isUnseen(name)) unseen = open.length
    const trouble = unseen === undefined ? troubleOfElement(tag, open.length, families) : undefined
    if (trouble) return refuse(trouble.what, trouble.hint)
    if (!empty) open.push(name)
    else if (unseen === open.length) unseen = undefined
  }
  return open.length > 0 || count === 0 ? broken : undefined
}

/** What draws nothing anywhere: words about the drawing, and what other programs keep in it. */
const isUnseen = (name: string): boolean => /^(?:title|desc|metadata)$/i.test(name) || (name.includes(':') && !/^svg:/i.test(name))
