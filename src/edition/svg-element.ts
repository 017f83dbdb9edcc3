import type {SvgTag} from './svg-tags.js'
import {troubleOfPath} from './svg-path.js'

/** What is drawn; all else would be skipped in silence. */
const DRAWN = new Set([
  'svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'defs', 'clippath', 'lineargradient',
  'radialgradient', 'stop',
])

interface Refusal {
  what: string
  hint: string
}

const PLAIN = 'Export it again as plain SVG'
const RASTER = 'Take it out, or save the drawing as PNG'

/** Why one element of a drawing would not print as it looks on a screen. */
export function troubleOfElement({name, attributes}: SvgTag, depth: number, families: ReadonlySet<string>): Refusal | undefined {
  const element = name.toLowerCase()
  if (element === 'style') return {what: 'is coloured by a style sheet, which does not print', hint: 'Export it with presentation attributes, such as `fill`, in place of CSS'}
  if (!DRAWN.has(element)) return {what: `holds \`<${name}>\`, which does not print`, hint: RASTER}
  if ((element === 'svg') !== (depth === 0)) return {what: 'holds a drawing within a drawing, or no drawing at all', hint: PLAIN}
  if (element === 'svg' && !isBox(attributes.get('viewBox'))) return {what: 'does not say how large it is drawn', hint: 'Add `viewBox="0 0 width height"` to its first tag'}
  for (const [key, value] of attributes) {
    const trouble = troubleOfAttribute(key, value) ?? (element === 'svg' ? undefined : troubleOfMeasure(key, value))
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

function troubleOfAttribute(key: string, value: string): Refusal | undefined {
  const leads = /^(?:xlink:)?href$/i.test(key) && !value.startsWith('#')
  if (leads || /url\(\s*["']?(?!["']?#)/i.test(value)) return {what: 'points to another file', hint: RASTER}
  if (/^(?:filter|mask)$/.test(key) && value !== 'none') return {what: `uses a ${key}, which does not print`, hint: RASTER}
  return undefined
}

const GEOMETRY = new Set(['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height', 'stroke-width', 'font-size'])
const LISTS = new Set(['d', 'points', 'transform'])
/** In units of the drawing; a gradient may also count in shares of its shape. */
const MEASURE = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,2})?(?:px|%)?$/i
const NUMBERS = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi
const MOVES = /(?:matrix|translate|scale|rotate|skewX|skewY)\(\s*[-+.\de]+(?:[\s,]+[-+.\de]+){0,5}\s*\)/gi

function troubleOfMeasure(key: string, value: string): Refusal | undefined {
  const hasMore = (known: RegExp): boolean => /[^\s,]/.test(value.replace(known, ' '))
  if (GEOMETRY.has(key) && !MEASURE.test(value.trim())) return {what: `has \`${key}="${value.slice(0, 40)}"\`, which is no number`, hint: PLAIN}
  if (key === 'points' && hasMore(NUMBERS)) return {what: 'has points that are no numbers', hint: PLAIN}
  if (key === 'transform' && hasMore(MOVES)) return {what: 'is moved in a way that does not print', hint: PLAIN}
  const isHuge = (value.match(NUMBERS) ?? []).some((number) => Math.abs(Number(number)) >= 1e7)
  return isHuge && (GEOMETRY.has(key) || LISTS.has(key)) ? {what: 'holds numbers that are too large to draw', hint: PLAIN} : undefined
}

/** Words are drawn in fonts that lie with the paper, named on the words themselves: a drawing takes nothing from the text around it. */
function troubleOfWords(element: string, family: string | undefined, families: ReadonlySet<string>): Refusal | undefined {
  const name = family?.trim().replace(/^(["'])(.*)\1$/, '$2')
  if ((element === 'tspan' && name === undefined) || (name !== undefined && families.has(name))) return undefined
  const what = name === undefined ? 'holds words and does not say in which font' : `holds words in \`${name.slice(0, 40)}\`, which is not a font of the brand`
  return {what, hint: 'Turn the words into paths, or set `font-family` on each `<text>` to a font of the brand'}
}
