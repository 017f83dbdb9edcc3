import {type Diagnostic, error, type Place} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import {locate} from './locate.js'
import {type FontFace, type Glyph, inkWidth, type LaidNode, lineOrigin, nodesOf, type Placed, placeOf} from './laid-out.js'
import {faceOfLabels} from './tags/data-twin.js'

/** Rounding and side bearings: what the eye does not see. */
const SLACK = 0.75

/** Reads a finished layout for what would be lost or misread on paper, before a byte is written. */
export function preflight(root: LaidNode, editions: readonly Edition[]): Diagnostic[] {
  const papers = new Map(editions.map((edition) => [edition.key, edition]))
  const tables = new Set<string>()
  return (root.children ?? []).flatMap((page, index) => {
    const edition = papers.get(page.props.edition ?? '')
    return [...nodesOf(page)].flatMap((placed) => {
      const place = placeOf(placed) ?? {path: edition?.path ?? ''}
      const find = (words: string) => locate(words, place, edition)
      const at: At = {page: index + 1, place, find, width: page.box?.width ?? 0, height: page.box?.height ?? 0}
      return [...textFaults(placed, at), ...drawingFaults(placed, at), ...boxFaults(placed, at), ...tableFaults(placed, at, tables)]
    })
  })
}

interface At {
  page: number
  place: Place
  /** The narrower place of some words of the text. */
  find(words: string): Place
  width: number
  height: number
}

function textFaults(placed: Placed, at: At): Diagnostic[] {
  const {node} = placed
  if (node.type !== 'TEXT' || !node.lines || !node.box) return []
  const found: Diagnostic[] = []
  for (const line of node.lines) {
    found.push(...missingGlyphs(line, at))
    const align = line.runs[0]?.attributes.align
    // What is ragged may use the room at its ragged side.
    const kept = align === 'center' ? 0 : align === 'right' ? node.box.paddingRight : node.box.paddingLeft
    const over = inkWidth(line) - node.box.width + (kept ?? 0)
    if (over > SLACK) {
      found.push(
        error(
          'print/line-too-wide',
          at.find(longestWord(line.string)),
          `On page ${at.page} the line \`${shorten(line.string)}\` is ${Math.ceil(over)} pt wider than its place.`,
          'Shorten or divide the longest word, or give its column more room with `widths`.',
        ),
      )
    }
  }
  const set = node.lines.reduce((height, line) => height + line.box.height, 0)
  const room = node.box.height - (node.box.paddingTop ?? 0) - (node.box.paddingBottom ?? 0)
  if (set - room > 1 && node.lines.length > 1) {
    found.push(
      error('print/text-squeezed', at.place, `On page ${at.page} ${node.lines.length} lines do not fit in their place.`, 'Shorten the text, or divide it.'),
    )
  }
  const last = node.lines.at(-1)
  const bottom = last ? lineOrigin(placed, last).baseline : 0
  if (bottom > at.height) {
    found.push(
      error('print/off-the-page', at.place, `The text \`${shorten(last?.string ?? '')}\` would stand below the end of page ${at.page}.`, 'Shorten the block, or divide it.'),
    )
  }
  return found
}

/** Labels of a drawing know no lines to break: what they cannot show is told all the same. */
function drawingFaults({node}: Placed, at: At): Diagnostic[] {
  if (node.type !== 'SVG') return []
  const found: Diagnostic[] = []
  const visit = (shape: LaidNode) => {
    for (const line of shape.lines ?? []) found.push(...missingGlyphs(line, at))
    for (const child of Array.isArray(shape.children) ? shape.children : []) visit(child)
  }
  visit(node)
  const {data} = node.props.tag ?? {}
  const face = data && faceOfLabels(node)
  // The table behind a drawing is written in the face of its labels, unseen.
  if (face) found.push(...missingGlyphs({runs: [{glyphs: face.layout([data.head, ...data.rows].flat().join(' ')).glyphs, attributes: {font: [face]}}]}, at))
  return found
}

function boxFaults({node, x, y}: Placed, at: At): Diagnostic[] {
  const width = node.box?.width ?? 0
  const below = Math.ceil(y + (node.box?.height ?? 0) - at.height - SLACK)
  // A drawing has no lines whose loss would tell it.
  if ((node.type === 'SVG' || node.type === 'IMAGE') && below > 0) {
    return [error('print/off-the-page', at.place, `This drawing is ${below} pt higher than page ${at.page} has room for.`, 'Give it fewer categories, or divide it.')]
  }
  if (node.type === 'TEXT' || width === 0 || (x >= -SLACK && x + width <= at.width + SLACK)) return []
  const over = Math.ceil(Math.max(-x, x + width - at.width))
  return [
    error('print/off-the-page', at.place, `What stands here is ${over} pt wider than page ${at.page}.`, 'Give it fewer columns, shorter words, or `widths`.'),
  ]
}

/** A table that needs more room than it has stands over what is beside it. Told once, on however many pages it stands. */
function tableFaults({node, x, above}: Placed, {page, place, width}: At, told: Set<string>): Diagnostic[] {
  const own = node.box?.width ?? 0
  const over = own - (above.at(-1)?.box?.width ?? own)
  const key = `${place.path}:${place.start?.offset}`
  // What leaves the page has been told as such.
  if (node.props.tag?.role !== 'Table' || over <= SLACK || x + own > width + SLACK || told.has(key)) return []
  told.add(key)
  return [
    error('print/line-too-wide', place, `On page ${page} the longest words of this table need ${Math.ceil(over)} pt more than it has.`, 'Give it fewer columns or shorter words, or the full width with `where: full`.'),
  ]
}

/** Characters that follow each other are told together: a word in another alphabet is one thing to mend. */
function missingGlyphs(line: {runs: {glyphs?: Glyph[]; attributes: {font?: FontFace[]}}[]}, at: At): Diagnostic[] {
  const missing = new Map<string, string>()
  for (const {glyphs = [], attributes: {font}} of line.runs) {
    let words = ''
    for (const {id, codePoints} of glyphs) {
      const character = String.fromCodePoint(...codePoints)
      if (id === 0 && character !== '\ufffc') words += character
      else if (words !== '') words = told(words, font)
    }
    told(words, font)
  }
  return [...missing].map(([words, font]) => {
    const one = [...words].length === 1
    const code = (words.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return error(
      'print/missing-glyph',
      at.find(words),
      one ? `The font ${font} has no character \`${words}\` (U+${code}).` : `The font ${font} has none of the characters of \`${words}\`.`,
      'Write it another way, or add a font that has it to `typography.fonts` of the brand.',
    )
  })

  function told(words: string, font: FontFace[] | undefined): '' {
    if (words !== '') missing.set(words, font?.[0]?.postscriptName ?? 'the font')
    return ''
  }
}

const longestWord = (text: string) => text.split(/\s+/).reduce((long, word) => (word.length > long.length ? word : long), '')

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 37).trimEnd()}...` : text.trim())
