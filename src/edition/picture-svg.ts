import {troubleOfPath} from './svg-path.js'
import type {PictureTrouble} from './pictures.js'

/** What is drawn; all else would be skipped in silence. */
const DRAWN = new Set([
  'svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'defs', 'clippath', 'lineargradient',
  'radialgradient', 'stop',
])
/** What draws nothing anywhere. */
const UNSEEN = new Set(['title', 'desc', 'metadata'])

const LARGEST = 2 * 1024 * 1024
const DEEPEST = 50
const MOST = 20_000

const TAG = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<!DOCTYPE[^>]*>|<(\/?)([a-zA-Z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|</g
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

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
  for (const {0: tag, 1: closing, 2: name, 3: written = '', 4: empty} of text.matchAll(TAG)) {
    if (tag === '<') return broken
    if (name === undefined) continue
    if (closing) {
      if (open.pop() !== name) return broken
      if (unseen !== undefined && open.length <= unseen) unseen = undefined
      continue
    }
    if (++count > MOST || open.length >= DEEPEST) return refuse(`holds more than ${count > MOST ? `${MOST} shapes` : `${DEEPEST} groups, one in the other`}`, 'Save it as PNG')
    const element = name.toLowerCase()
    if (unseen === undefined && (UNSEEN.has(element) || (name.includes(':') && !/^svg:/i.test(name)))) unseen = open.length
    else if (unseen === undefined) {
      const trouble = troubleOfElement(element, attributesOf(written), open.length, families)
      if (trouble) return refuse(...trouble)
    }
    if (!empty) open.push(name)
    else if (unseen === open.length) unseen = undefined
  }
  return open.length > 0 || count === 0 ? broken : undefined
}

function attributesOf(written: string): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single] of written.matchAll(ATTRIBUTE)) attributes.set(name, double ?? single ?? '')
  for (const declaration of (attributes.get('style') ?? '').split(';')) {
    const [property = '', value] = declaration.split(/:(.*)/s)
    if (value !== undefined) attributes.set(property.trim(), value.trim())
  }
  return attributes
}

type Refusal = [message: string, hint: string]

function troubleOfElement(element: string, attributes: ReadonlyMap<string, string>, depth: number, families: ReadonlySet<string>): Refusal | undefined {
  if (element === 'style') return ['is coloured by a style sheet, which does not print', 'Export it with presentation attributes, such as `fill`, in place of CSS']
  if (!DRAWN.has(element)) return [`holds \`<${element}>\`, which does not print`, 'Take it out, or save the drawing as PNG']
  if ((element === 'svg') !== (depth === 0)) return ['holds a drawing within a drawing, or no drawing at all', 'Export it again as plain SVG, or save it as PNG']
  if (element === 'svg' && !isBox(attributes.get('viewBox'))) return ['does not say how large it is drawn', 'Add `viewBox="0 0 width height"` to its first tag']
  for (const [name, value] of attributes) {
    if (/^(?:xlink:)?href$/i.test(name) && !value.startsWith('#')) return ['points to another file', 'Take the link out, or save the drawing as PNG']
    if (/url\(\s*["']?(?!["']?#)/i.test(value)) return ['points to another file', 'Take the link out, or save the drawing as PNG']
    if (/^(?:filter|mask)$/.test(name) && value !== 'none') return [`uses a ${name}, which does not print`, 'Take it out, or save the drawing as PNG']
    if (value.includes('>')) return ['has a `>` in an attribute', 'Write it as `&gt;`']
    if (GEOMETRY.has(name) && !NUMBER.test(value.trim())) return [`has \`${name}="${value.slice(0, 40)}"\`, which is no number`, 'Export it again as plain SVG']
    if (name === 'points' && !/^(?:\s*[-+.\de]+[\s,]*)*$/i.test(value)) return ['has points that are no numbers', 'Export it again as plain SVG']
    if (name === 'transform' && !TRANSFORM.test(value)) return ['is moved in a way that does not print', 'Export it again as plain SVG, or save it as PNG']
    if (HUGE.test(name === 'd' || name === 'points' || GEOMETRY.has(name) || name === 'transform' ? value : '')) return ['holds numbers that are too large to draw', 'Export it again as plain SVG']
  }
  if (element === 'path' && troubleOfPath(attributes.get('d') ?? '')) return ['has a path that cannot be drawn', 'Export it again as plain SVG']
  if (element === 'text' || element === 'tspan') return troubleOfWords(element, attributes.get('font-family'), families)
  return undefined
}

const GEOMETRY = new Set(['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height', 'stroke-width', 'font-size'])
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,2})?(?:px|pt|mm|cm|in|%)?$/i
const HUGE = /\d{8}(?![\d.]*e-)|e\+?\d|\d{8,}\./i
const TRANSFORM = /^\s*(?:(?:matrix|translate|scale|rotate|skewX|skewY)\(\s*[-+.\de]+(?:[\s,]+[-+.\de]+){0,5}\s*\)[\s,]*)*$/i

function isBox(viewBox: string | undefined): boolean {
  const numbers = (viewBox ?? '').trim().split(/[\s,]+/).map(Number)
  return numbers.length === 4 && numbers.every((number) => Math.abs(number) < 1e7) && (numbers[2] ?? 0) > 0 && (numbers[3] ?? 0) > 0
}

/** Words are drawn in fonts that lie with the paper, named on the words themselves: a drawing takes nothing from the text around it. */
function troubleOfWords(element: string, family: string | undefined, families: ReadonlySet<string>): Refusal | undefined {
  const name = family?.trim().replace(/^(["'])(.*)\1$/, '$2')
  if (element === 'tspan' && name === undefined) return undefined
  if (name !== undefined && families.has(name)) return undefined
  const what = name === undefined ? 'holds words and does not say in which font' : `holds words in \`${name.slice(0, 40)}\`, which is not a font of the brand`
  return [what, 'Turn the words into paths, or set `font-family` on each `<text>` to a font of the brand']
}
