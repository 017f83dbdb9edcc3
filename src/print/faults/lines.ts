import {type Diagnostic, error} from '../../diagnostic.js'
import {inkWidth, type LaidLine, lineOrigin, type Placed} from '../laid-out.js'
import {type At, longestWord, type Seen, shorten, SLACK} from './at.js'

/** Lines wider than their place, more lines than their place holds, and a last line below the end of the page. */
export function lineFaults({placed, at}: Seen): Diagnostic[] {
  const {node} = placed
  if (node.type !== 'TEXT' || !node.lines || !node.box) return []
  const found = node.lines.flatMap((line) => tooWide(line, placed, at))
  const set = node.lines.reduce((height, line) => height + line.box.height, 0)
  const room = node.box.height - (node.box.paddingTop ?? 0) - (node.box.paddingBottom ?? 0)
  if (set - room > 1 && node.lines.length > 1) {
    const message = `On page ${at.page} ${node.lines.length} lines do not fit in their place.`
    found.push(error('print/text-squeezed', at.place, message, 'Shorten the text, or divide it.'))
  }
  const last = node.lines.at(-1)
  const bottom = last ? lineOrigin(placed, last).baseline : 0
  if (bottom > at.height) {
    const message = `The text \`${shorten(last?.string ?? '')}\` would stand below the end of page ${at.page}.`
    found.push(error('print/off-the-page', at.place, message, 'Shorten the block, or divide it.'))
  }
  return found
}

/**
 * Words of a cell whose spaces got their width back may use this much of the gap beside it, which is at least twice as wide: the column has no
 * room to give them, because its longest word takes it all.
 */
const GAP_SLACK = 3.5

function tooWide(line: LaidLine, placed: Placed, at: At): Diagnostic[] {
  const {node: {box}} = placed
  const align = line.runs[0]?.attributes.align
  // What is ragged may use the room at its ragged side.
  const kept = align === 'center' ? 0 : align === 'right' ? box?.paddingRight : box?.paddingLeft
  const over = inkWidth(line) - (box?.width ?? 0) + (kept ?? 0)
  const isLoose = isCell(placed) && /\S\s+\S/.test(line.string)
  if (over <= (isLoose ? GAP_SLACK : SLACK)) return []
  const word = longestWord(line.string)
  const wide = `On page ${at.page} the line \`${shorten(line.string)}\` is ${Math.ceil(over)} pt wider than its place.`
  if (!isCell(placed)) return [error('print/line-too-wide', at.find(word), wide, 'Shorten or divide the longest word.')]
  const narrow = `On page ${at.page} a column is ${Math.ceil(over)} pt too narrow for its longest word, \`${shorten(word)}\`.`
  return [error('print/column-too-narrow', at.find(word), narrow, 'Give the column more room with `widths`, or shorten the word.')]
}

/** Whether a text stands in a cell of a table. */
const isCell = ({node, above}: Placed): boolean =>
  [...above, node].some(({props}) => props?.tag?.role === 'TD' || props?.tag?.role === 'TH')
