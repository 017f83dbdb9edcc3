/** React-PDF's finished layout, as far as we read it. Boxes are relative to the parent, in points. */
import type {Place} from '../diagnostic.js'
import type {Role} from '../drawing/index.js'

export interface FontFace {
  type?: string
  postscriptName?: string
  unitsPerEm: number
  layout(text: string, features?: unknown): {glyphs: Glyph[]; positions: Position[]}
}
export interface Glyph {
  id: number
  codePoints: number[]
  advanceWidth: number
}
export interface Position {
  xAdvance: number
  yAdvance?: number
  xOffset?: number
  yOffset?: number
}
export interface LaidRun {
  start: number
  end: number
  glyphs?: Glyph[]
  positions?: Position[]
  xAdvance: number
  attributes: {
    font?: FontFace[]
    fontSize: number
    align?: string
    characterSpacing?: number
    features?: unknown
    link?: unknown
    attachment?: {width: number; height: number} | null
  }
}
export interface LaidLine {
  string: string
  runs: LaidRun[]
  ascent?: number
  xAdvance: number
  box: {x: number; y: number; width: number; height: number}
}
export interface LaidNode {
  type: string
  props: {
    tag?: Role
    place?: Place
    id?: string
    src?: unknown
    /** Its number in the order it was written, shared by all its fragments: see `tags/source-order`. */
    order?: number
    /** Drawn again on every page its parent runs over. */
    fixed?: boolean
    /** Drawn in its box's place on later pages. */
    again?: boolean
    /** Kept whole where false. */
    wrap?: boolean
    /** Of a page: the edition it prints. */
    edition?: string
    [other: string]: unknown
  }
  style?: Record<string, unknown>
  box?: {
    top: number
    left: number
    width: number
    height: number
    paddingTop?: number
    paddingLeft?: number
    paddingRight?: number
    paddingBottom?: number
  }
  /** A box of our own, around elements of parts: nothing of it is painted. */
  frame?: true
  /** Of an element of a part: the one on the shelf that this is a copy of, as long as nothing is cut from it. */
  whole?: LaidNode | undefined
  alignOffset?: number
  lines?: LaidLine[]
  image?: unknown
  children?: LaidNode[]
}

/** A node with its top left corner on the page and what it stands in, outermost first. */
export interface Placed {
  node: LaidNode
  x: number
  y: number
  above: readonly LaidNode[]
}

/** Every node below a page in drawing order. SVG keeps its own coordinates: it is given, its shapes are not. */
export function nodesOf(page: LaidNode): Placed[] {
  const found: Placed[] = []
  collect(page, {x: 0, y: 0, above: []}, found)
  return found
}

function collect(node: LaidNode, {x, y, above}: Omit<Placed, 'node'>, found: Placed[]): void {
  if (node.type === 'SVG' || node.type === 'TEXT' || !Array.isArray(node.children) || node.children.length === 0) return
  const inner = [...above, node]
  for (const child of node.children) {
    const one: Placed = {node: child, x: x + (child.box?.left ?? 0), y: y + (child.box?.top ?? 0), above: inner}
    found.push(one)
    collect(child, one, found)
  }
}

/** Where a text's lines stand on the page: left edge and baseline. */
export function lineOrigin({node, x, y}: Placed, line: LaidLine): {x: number; baseline: number; top: number} {
  const first = node.lines?.[0]?.box.y ?? 0
  const left = x + (node.box?.paddingLeft ?? 0) - (node.alignOffset ?? 0) + line.box.x
  const top = y + (node.box?.paddingTop ?? 0) - first + line.box.y
  return {x: left, top, baseline: top + (line.ascent ?? 0)}
}

/** The nearest role at or above a node. */
export function roleOf({node, above}: Placed): Role | undefined {
  return node.props.tag ?? above.findLast((one) => one.props?.tag)?.props.tag
}

/** Whether a node is what a reader aloud skips: running heads, rules. */
export const isArtifact = ({node, above}: Placed): boolean =>
  [...above, node].some((one) => one.props?.tag?.role === 'Artifact')

/** The nearest author's place at or above a node. */
export function placeOf({node, above}: Placed): Place | undefined {
  return node.props.place ?? above.findLast((one) => one.props?.place)?.props.place
}

/** Width of a line with the font's own word spaces, without those at its end; and that of its widest word. */
export function unsqueezed(line: LaidLine): {width: number; word: number} {
  let width = 0
  let trailing = 0
  let [begin, word] = [0, 0]
  // A line that the engine made just as wide as its box may have its letters squeezed as well as its spaces.
  const isFull = line.box.width - line.xAdvance < 0.5
  for (const {start, end, glyphs = [], positions = [], attributes: {font, fontSize, features}} of line.runs) {
    const [face] = font ?? []
    const scale = fontSize / (face?.unitsPerEm ?? 1000)
    const own = isFull ? face?.layout?.(line.string.slice(start, end), features).positions : undefined
    positions.forEach(({xAdvance}, at) => {
      const glyph = glyphs[at]
      if (!isSpace(glyph)) {
        if (trailing > 0) begin = width + trailing
        width += trailing + Math.max(xAdvance, own?.length === positions.length ? (own[at]?.xAdvance ?? 0) * scale : 0)
        trailing = 0
        word = Math.max(word, width - begin)
      } else trailing += glyph.advanceWidth * scale
    })
  }
  return {width, word}
}

/** Width of a line without the space at its end. */
export function inkWidth(line: LaidLine): number {
  let trailing = line.string.length - line.string.trimEnd().length
  let width = line.xAdvance
  for (const run of line.runs.toReversed()) {
    for (const position of (run.positions ?? []).toReversed()) {
      if (trailing <= 0) return width
      width -= position.xAdvance
      trailing -= 1
    }
  }
  return width
}

/** A word space, breaking or not. */
export const isSpace = (glyph: Glyph | undefined): glyph is Glyph =>
  glyph?.codePoints.length === 1 && (glyph.codePoints[0] === 0x20 || glyph.codePoints[0] === 0xa0)
