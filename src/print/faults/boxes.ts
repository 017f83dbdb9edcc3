import {type Diagnostic, error} from '../../diagnostic.js'
import {type LaidNode, nodesOf, placeOf} from '../laid-out.js'
import {longestWord, type Seen, shorten, SLACK} from './at.js'

/** Boxes that reach beyond the page; of texts, their lines are looked at. */
export function boxFaults({placed: {node, x, y}, at}: Seen): Diagnostic[] {
  const width = node.box?.width ?? 0
  const below = Math.ceil(y + (node.box?.height ?? 0) - at.height - SLACK)
  // A drawing has no lines whose loss would tell it.
  if ((node.type === 'SVG' || node.type === 'IMAGE') && below > 0) {
    return [error('print/off-the-page', at.place, `This drawing is ${below} pt higher than page ${at.page} has room for.`, 'Give it fewer categories, or divide it.')]
  }
  if (node.type === 'TEXT' || width === 0 || (x >= -SLACK && x + width <= at.width + SLACK)) return []
  const over = Math.ceil(Math.max(-x, x + width - at.width))
  return [
    error('print/off-the-page', at.place, `What stands here is ${over} pt wider than page ${at.page}.`, 'Give it fewer columns, or shorter words.'),
  ]
}

/** A table whose longest words need more room than it has: it would stand over what is beside it. Told once, on however many pages it stands. */
export function tableFaults({placed, at}: Seen, told: Set<string>): Diagnostic[] {
  const {node, x, above} = placed
  const own = node.box?.width ?? 0
  const room = above.at(-1)?.box?.width ?? own
  const key = `${at.place.path}:${at.place.start?.offset}`
  // What leaves the page has been told as such.
  if (node.props.tag?.role !== 'Table' || own - room <= SLACK || x + own > at.width + SLACK || told.has(key)) return []
  told.add(key)
  const page = above[0]?.box
  const measure = at.width - (page?.paddingLeft ?? 0) - (page?.paddingRight ?? 0)
  const {word, column, place} = longestIn(node)
  const over = Math.ceil(own - room)
  const message = `On page ${at.page} the columns of this table are ${over} pt too narrow together: the longest word, \`${shorten(word)}\`, stands in column ${column}.`
  const hint = room < measure - SLACK ? 'Give the table the full width: write `<!-- table: plain, where: full -->` in the line above it, or add `where: full` to the comment there. Or shorten the word.' : 'Shorten the word, or give the table fewer columns.'
  return [error('print/column-too-narrow', place ? (at.find(word) ?? place) : at.place, message, hint)]
}

/** The longest word of a table, and the number of the column it stands in. */
function longestIn(table: LaidNode): {word: string; column: number; place?: ReturnType<typeof placeOf>} {
  let longest: ReturnType<typeof longestIn> = {word: '', column: 1}
  for (const placed of nodesOf(table)) {
    if (placed.node.type !== 'TEXT') continue
    const row = placed.above.findLast(({props}) => props?.tag?.role === 'TR')
    const column = (row?.children ?? []).findIndex((cell) => cell === placed.node || placed.above.includes(cell)) + 1
    for (const line of placed.node.lines ?? []) {
      const word = longestWord(line.string)
      if (row && word.length > longest.word.length) longest = {word, column, place: placeOf(placed)}
    }
  }
  return longest
}
