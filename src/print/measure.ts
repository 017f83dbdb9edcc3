import layoutDocument from '@react-pdf/layout'
import type {DrawnNode, Found, Setting} from '../drawing/index.js'
import type {Paper, Part} from '../pages/index.js'
import type {FontStore} from './fonts.js'
import {type LaidNode, nodesOf, unsqueezedWidth} from './laid-out.js'
import {repair} from './repair.js'
import {breaksAtStyle} from './style-breaks.js'
import {numberElements} from './tags/source-order.js'

/** A part to lay out, and its place in the order of the document. */
export interface Wanted {
  part: Part
  number: number
}

/** A part as it is laid out: a box around its elements, in points from its own corner. */
export interface Measured extends Wanted {
  box: LaidNode
}

export interface MeasureOptions {
  paper: Paper
  setting: Omit<Setting, 'Block' | 'found'>
  store: FontStore
  /** On which pages things stand, as far as that is known. */
  found: Pick<Found, 'pages' | 'inDocument' | 'total'>
}

/** A part whose texts are not yet as they must be set, and what was learnt of them. */
interface Waiting extends Wanted {
  rigid: number[]
  rags: Record<number, number>
}

/** Set again until its lines hold, a text comes to rest in two or three turns; what has not by now stays as it is. */
const MOST_TURNS = 8

/** Elements of a part: more than the longest table that is read has. */
const NUMBERS = 2 ** 24

/**
 * Lays parts out by themselves, on a page without an end. Texts whose lines do not hold once they have the font's own
 * spaces are set again, and with them their part. What is learnt of a part is its own: it never depends on what else is laid out.
 */
export async function measureParts(parts: readonly Wanted[], options: MeasureOptions): Promise<Measured[]> {
  const measured: Measured[] = []
  let waiting = parts.map((one): Waiting => ({...one, rigid: [], rags: {}}))
  for (let turn = 1; waiting.length > 0; turn++) {
    const boxes = await layOutOnce(waiting, options)
    const again: Waiting[] = []
    for (const [at, one] of waiting.entries()) {
      const box = boxes[at]
      if (!box) throw new Error('A part was not laid out')
      if (learn(box, one) && turn < MOST_TURNS) {
        again.push(one)
        continue
      }
      repair(box)
      measured.push({part: one.part, number: one.number, box})
    }
    waiting = again
  }
  return measured
}

async function layOutOnce(parts: readonly Waiting[], {paper, setting, store, found}: MeasureOptions): Promise<LaidNode[]> {
  const {body} = setting.look.type
  const children = parts.map(({part, number, rigid, rags}) => {
    const drawn = paper.draw(part, {...setting, found: {...found, rigid, rags}})
    numberElements(drawn, number * NUMBERS)
    return drawn
  })
  const {width, height} = paper.frame
  const style = {fontFamily: body.fontFamily, fontSize: body.fontSize, color: setting.look.colours.ink}
  // `wrap` off: what the page holds is as long as it is, and nothing is cut.
  const page: DrawnNode = {type: 'PAGE', box: {}, style, props: {wrap: false, size: [width, height]}, children}
  const lay = layoutDocument as unknown as (root: DrawnNode, store: FontStore) => Promise<LaidNode> // its types do not know our props
  const root = await lay({type: 'DOCUMENT', box: {}, style: {}, props: {}, children: [page]}, store)
  return root.children?.[0]?.children ?? []
}

/** Notes which texts of a part must be set otherwise; whether there is one. */
function learn(box: LaidNode, {rigid, rags}: Waiting): boolean {
  let learnt = false
  for (const {node} of nodesOf(box)) {
    const offset = node.props?.place?.start?.offset
    if (!node.lines || offset === undefined) continue
    if (!rigid.includes(offset) && breaksAtStyle(node)) {
      rigid.push(offset)
      learnt = true
    }
    const room = raggedRoom(node, rags[offset])
    if (room > (rags[offset] ?? 0)) {
      rags[offset] = room
      learnt = true
    }
  }
  return learnt
}

/** The room at its ragged side that a text wants once its lines have the font's own spaces; nought where it has it. */
function raggedRoom({box, lines = []}: LaidNode, known: number | undefined): number {
  const {width = 0, paddingLeft = 0, paddingRight = 0} = box ?? {}
  let wanted = 0
  for (const line of lines) {
    const align = line.runs[0]?.attributes.align
    if (align === 'justify') continue
    // A word alone in its line stays as wide as it is, however little room it is given: more of it is tried once.
    if (known !== undefined && !/\S\s+\S/.test(line.string)) continue
    const over = unsqueezedWidth(line) - width + (align === 'left' ? paddingLeft : align === 'right' ? paddingRight : 0)
    const room = align === 'left' ? paddingRight : align === 'right' ? paddingLeft : paddingLeft + paddingRight
    if (over > 0.25) wanted = Math.max(wanted, Math.round((room + over + 1) * 100) / 100)
  }
  return wanted
}
