import type {PictureTrouble} from './picture-trouble.js'
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
  const ids = new Set<string>()
  const called: string[] = []
  for (const tag of tagsIn(text)) {
    if (!tag) return broken
    const {closing, name, attributes, empty} = tag
    if (closing) {
      if (open.pop() !== name) return broken
      if (unseen !== undefined && open.length <= unseen) unseen = undefined
      continue
    }
    if (++count > MOST) return refuse(`holds more than ${MOST} shapes`, 'Save it as PNG')
    if (open.length >= DEEPEST) return refuse(`holds more than ${DEEPEST} groups, one in the other`, 'Save it as PNG')
    // The engine's reader ends a tag at the first `>`, wherever it stands, and would skip all that follows.
    if ([...attributes.values()].some((value) => value.includes('>'))) return refuse('has a `>` in an attribute', 'Write it as `&gt;`')
    if (unseen === undefined && isUnseen(name)) unseen = open.length
    const trouble = unseen === undefined ? troubleOfElement(tag, open, families) : undefined
    if (trouble) return refuse(trouble.what, trouble.hint)
    ids.add(attributes.get('id') ?? '')
    for (const [key, value] of attributes) {
      for (const [, id = ''] of value.matchAll(/url\(\s*["']?#([^"')\s]*)/g)) called.push(id)
      if (key === 'xlink:href') called.push(value.slice(1))
    }
    if (!empty) open.push(name)
    else if (unseen === open.length) unseen = undefined
  }
  if (open.length > 0 || count === 0) return broken
  const missing = called.find((id) => !ids.has(id))
  return missing === undefined ? undefined : refuse(`uses \`#${missing.slice(0, 40)}\`, which it does not hold`, 'Export it again as plain SVG')
}

/** What draws nothing anywhere: words about the drawing, and what other programs keep in it. */
const isUnseen = (name: string): boolean => /^(?:title|desc|metadata)$/i.test(name) || (name.includes(':') && !/^svg:/i.test(name))
