/**
 * Texts of one line and one style: cells, labels, headings, running heads. One that stood the same before, in boxes of the same styles, is not set again:
 * the layout is told how long and how high its line was, and the line is put into its place. Where the box does not come out as wide as it was, the text
 * is set after all.
 */
import type {DrawnNode} from '../drawing/index.js'
import {openRecent, type Recent} from '../recent.js'
import type {LaidLine, LaidNode} from './laid-out.js'

export interface SetText {
  /** As it is mended. */
  line: LaidLine
  /** As the engine set it: it reads no more of a line that it has. */
  asSet: {xAdvance: number; box: {height: number}}
  /** Of its box; that may be as high as what stands beside it, and a line hangs from its top. */
  width: number
}

export type TextMemo = Recent<SetText>

/** Lines that are remembered, at the least: those of some twenty papers. */
const MOST = 1500

export const openTextMemo = (): TextMemo => openRecent<SetText>(MOST)

/** Texts of one layout by the number of their element: under which key each is remembered, and what is. */
export type AskedTexts = Map<number, {key: string; known: SetText | undefined}>

/** More characters than a line has. */
const LONG = 160

/** Of all that a text is drawn with, what its line does not depend on. */
const OTHER = new Set(['place', 'tag', 'id', 'order'])

/**
 * Gives the texts of a part that are known to the layout as set; elements have their numbers, and strips are left out. A text is told by all that it is set
 * from, and by the styles of the boxes that it stands in, as far as they differ within `scope`: so its box comes out as wide as it was, as a rule.
 */
export function giveTexts(part: DrawnNode, scope: string, memo: TextMemo): AskedTexts {
  const asked: AskedTexts = new Map()
  const visit = (node: DrawnNode, around: string) => {
    const within = `${around}\n${JSON.stringify(node.style)}`
    if (node.type !== 'TEXT') {
      for (const child of node.children) if (!('value' in child) && child.type !== 'SVG') visit(child, within)
      return
    }
    const words = plainWords(node)
    if (words === undefined) return
    const key = `${within}${JSON.stringify(Object.entries(node.props).filter(([name]) => !OTHER.has(name)))}${words}`
    const known = memo.get(key)
    asked.set(Number(node.props.order), {key, known})
    if (known) Object.assign(node, {lines: [known.asSet]})
  }
  visit(part, scope)
  return asked
}

/** What a text says, where it is short and no word of it stands out: else its line says which elements its words are of. */
function plainWords({children}: DrawnNode): string | undefined {
  let words = ''
  for (const child of children) {
    if (!('value' in child)) return undefined
    words += `${child.value}\u0000` // pieces are drawn apart
    if (words.length > LONG) return undefined
  }
  return words
}

/** Puts the line of a text that was known into its place; whether it fits there. */
export function putText(node: LaidNode, {line, asSet, width}: SetText): boolean {
  node.lines = [line]
  const {paddingTop = 0, paddingBottom = 0, ...box} = node.box ?? {width: 0, height: 0}
  return box.width === width && box.height - paddingTop - paddingBottom > asSet.box.height - 1e-3
}

/** How the engine set a text, before it is mended; nothing where it takes more than a line, or its line depends on more than the width of its box. */
export function setOnce({lines = [], box, alignOffset}: LaidNode): Omit<SetText, 'line'> | undefined {
  const [line, ...others] = lines
  if (!line || others.length > 0 || !box) return undefined
  const {width, paddingLeft = 0, paddingRight = 0} = box
  const isMeasured = !alignOffset && Math.abs(line.box.width - (width - paddingLeft - paddingRight)) < 1e-3
  return line.runs[0]?.attributes.align === 'left' || isMeasured ? {asSet: {xAdvance: line.xAdvance, box: {height: line.box.height}}, width} : undefined
}
