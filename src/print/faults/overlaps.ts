import {type Diagnostic, error, type Place} from '../../diagnostic.js'
import {inkWidth, type LaidLine, type LaidNode, lineOrigin} from '../laid-out.js'
import {isTold, type Seen, shorten} from './at.js'

/** What two lines may share, in points: rounding, the slant of italics, a descender that reaches into the next line. */
const SHARED = 1

/** The ink of one line of text. */
export interface Ink {
  words: string
  place: Place
  /** The text it belongs to: its own lines may stand as close as they were set. */
  of: LaidNode
  left: number
  right: number
  top: number
  bottom: number
}

/** The ink of a text's lines, or of the labels of a chart. */
export function inkOf({placed, at}: Seen): Ink[] {
  const {node, x, y} = placed
  if (node.type === 'SVG') return node.props.tag?.data ? labelsOf(node, x, y, at.place) : []
  return (node.lines ?? []).filter(hasInk).map((line) => {
    const origin = lineOrigin(placed, line)
    return inkAt(line, {left: origin.x, baseline: origin.baseline, of: node, place: at.place})
  })
}

/** Texts that stand on top of each other, each pair once; texts that are at fault already are left out. */
export function overlaps(page: number, lines: readonly Ink[], told: readonly Diagnostic[]): Diagnostic[] {
  const found: Diagnostic[] = []
  const pairs = new Map<LaidNode, Set<LaidNode>>()
  let open: Ink[] = []
  // From the top: each line is held against those that reach down to it, and of those there are few beside each other.
  for (const line of [...lines].sort((a, b) => a.top - b.top || a.left - b.left)) {
    open = open.filter(({bottom}) => bottom - line.top > SHARED)
    for (const other of open) {
      const wide = Math.min(line.right, other.right) - Math.max(line.left, other.left)
      const high = Math.min(line.bottom, other.bottom) - line.top
      if (line.of === other.of || wide <= SHARED || high <= SHARED || pairs.get(other.of)?.has(line.of)) continue
      pairs.set(other.of, (pairs.get(other.of) ?? new Set()).add(line.of))
      if (isTold(line.place, told) || isTold(other.place, told)) continue
      const message = `On page ${page} \`${shorten(line.words)}\` stands on top of \`${shorten(other.words)}\`.`
      found.push(error('print/overlap', line.place, message, 'Shorten one of the two, or put a paragraph between them.'))
      if (found.length === MOST) return found
    }
    open.push(line)
  }
  return found
}

/** More of a page would only repeat that it went wrong. */
const MOST = 3

const hasInk = ({string}: LaidLine): boolean => string.replaceAll('\ufffc', '').trim() !== ''

function inkAt(line: LaidLine, {left, baseline, of, place}: {left: number; baseline: number; of: LaidNode; place: Place}): Ink {
  const size = Math.max(...line.runs.map(({attributes}) => attributes.fontSize))
  // Ink above and below the baseline: ascenders and descenders of text faces.
  return {words: line.string, place, of, left, right: left + inkWidth(line), top: baseline - 0.74 * size, bottom: baseline + 0.22 * size}
}

/** Labels of a chart, which draws in points; its bars and lines are no text. */
function labelsOf(node: LaidNode, x: number, y: number, place: Place): Ink[] {
  const children = Array.isArray(node.children) ? node.children : []
  return children.flatMap((shape) => [
    ...(shape.lines ?? []).filter(hasInk).map((line) => {
      const width = inkWidth(line)
      const anchor = shape.props?.textAnchor
      const shift = anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0
      return inkAt(line, {left: x + line.box.x - shift, baseline: y + line.box.y, of: shape, place})
    }),
    ...labelsOf(shape, x, y, place),
  ])
}
