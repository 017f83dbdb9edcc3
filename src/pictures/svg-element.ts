import {troubleOfPath} from './svg-path.js'
import type {SvgTag} from './svg-tags.js'
import {PLAIN, RASTER, type Refusal, troubleOfValue} from './svg-values.js'

/** What is drawn; all else would be skipped in silence. */
const DRAWN = new Set([
  'svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'defs', 'clippath', 'lineargradient',
  'radialgradient', 'stop',
])
/** Without these the engine would draw with no number, and stop. */
const NEEDED: Record<string, readonly string[]> = {
  circle: ['r'], ellipse: ['rx', 'ry'], line: ['x1', 'y1', 'x2', 'y2'], rect: ['width', 'height'], stop: ['offset', 'stop-color'],
}

/** Holds one element of a drawing, in the elements around it, against what the engine draws. */
export function troubleOfElement({name, attributes}: SvgTag, around: readonly string[], families: ReadonlySet<string>): Refusal | undefined {
  const element = name.toLowerCase()
  if (element === 'style') {
    return {what: 'is coloured by a style sheet, which does not print', hint: 'Export it with presentation attributes, such as `fill`, in place of CSS'}
  }
  if (!DRAWN.has(element)) return {what: `holds \`<${name}>\`, which does not print`, hint: RASTER}
  if ((element === 'svg') !== (around.length === 0)) return {what: 'holds a drawing within a drawing, or no drawing at all', hint: PLAIN}
  if (element === 'svg' && !isBox(attributes.get('viewBox'))) {
    return {what: 'does not say how large it is drawn', hint: 'Add `viewBox="0 0 width height"` to its first tag'}
  }
  if (element === 'tspan' && !/^(?:text|tspan)$/i.test(around.at(-1) ?? '')) return {what: 'holds words outside of `<text>`', hint: PLAIN}
  const missing = NEEDED[element]?.find((key) => !attributes.has(key))
  if (missing !== undefined) return {what: `holds \`<${name}>\` without \`${missing}\``, hint: 'Write it, also where it is `0`'}
  for (const [key, value] of attributes) {
    // The size of the whole is read from its box, whatever units stand beside it.
    const ofWhole = element === 'svg' && /^(?:width|height|x|y)$/.test(key)
    const trouble = troubleOfLink(element, key, value) ?? (ofWhole ? undefined : troubleOfValue(key, value))
    if (trouble) return trouble
  }
  if (element === 'path' && troubleOfPath(attributes.get('d') ?? '')) return {what: 'has a path that cannot be drawn', hint: PLAIN}
  if (element === 'text' || element === 'tspan') return troubleOfWords(element, attributes.get('font-family'), families)
  return undefined
}

function isBox(viewBox: string | undefined): boolean {
  const numbers = (viewBox ?? '').trim().split(/[\s,]+/).map(Number)
  return numbers.length === 4 && numbers.every((number) => Math.abs(number) < 1e7) && (numbers[2] ?? 0) > 0 && (numbers[3] ?? 0) > 0
}

/** A gradient may continue another of the same drawing, by the older attribute; all else that points somewhere does not print. */
function troubleOfLink(element: string, key: string, value: string): Refusal | undefined {
  const leads = /^(?:xlink:)?href$/i.test(key)
  const away = (leads && !value.startsWith('#')) || /url\(\s*["']?(?!["']?#)/i.test(value)
  if (away) return {what: 'points to another file', hint: RASTER}
  if (leads && !(key === 'xlink:href' && /gradient$/.test(element))) return {what: `copies another part by \`${key}\`, which does not print`, hint: RASTER}
  return undefined
}

/** Words are drawn in fonts that lie with the paper, named on the words themselves: a drawing takes nothing from the text around it. */
function troubleOfWords(element: string, family: string | undefined, families: ReadonlySet<string>): Refusal | undefined {
  const name = family?.trim().replace(/^(["'])(.*)\1$/, '$2')
  if ((element === 'tspan' && name === undefined) || (name !== undefined && families.has(name))) return undefined
  const what = name === undefined ? 'holds words and does not say in which font' : `holds words in \`${name.slice(0, 40)}\`, which is not a font of the brand`
  return {what, hint: 'Turn the words into paths, or set `font-family` on each `<text>` to a font of the brand'}
}
