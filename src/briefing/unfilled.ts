import type {FootnoteReference, Nodes} from 'mdast'
import {type Diagnostic, error, type Place} from '../diagnostic.js'
import {askOf, asksOfRow, fillWritten, usesIn} from '../rows/index.js'
import type {Written} from '../shapes/index.js'
import type {UnfilledBlock} from './briefing.js'
import {sameLabel} from './markdown.js'
import {type Reading, typed} from './reading.js'

/** A block as it was written, and how it is read once nothing in it asks for a row. */
interface Unread {
  name: string
  written: Written
  /** What else of it may hold links to columns. */
  parts?: object
  read(written: Written, reading: Reading): unknown
}

/**
 * A block that asks for columns of a row, kept for when there is one; nothing where it asks for none. In a paper that is no template
 * that is told, and the block is `refused`.
 */
export function unfilledBlock(node: Nodes, {name, written, parts, read}: Unread, reading: Reading): UnfilledBlock | 'refused' | undefined {
  if (reading.filling || !node.position) return undefined
  const uses = usesIn(written)
  if (!reading.asks) {
    const asked = strayUses(written)
    reading.report(...asked.map(notATemplate))
    return asked.length > 0 ? 'refused' : undefined
  }
  if (uses.length === 0 && !(parts && asksOfRow(parts))) return undefined
  uses.forEach(reading.asks)
  const {position} = node
  const prose: Reading['prose'] = new Map()
  return {
    type: 'block',
    name,
    value: {calls: callsIn(typed(reading.source, node))},
    position,
    withRow(filling) {
      const filled: Place[] = []
      const report = (...found: Diagnostic[]) => filling.report(...found.map((one) => withCell(one, filled, filling.row)))
      const there = {...filling, report}
      const full = fillWritten(written, there, filled)
      const value = full && read(full, {...reading, report, asks: () => undefined, filling: there, prose})
      return value === undefined ? undefined : {type: 'block', name, value, position}
    },
  }
}

/** Something that asks for a row, in a paper that has none. */
export const notATemplate = (place: Place): Diagnostic =>
  error('rows/not-a-template', place, 'This asks for a column of a row, and the front matter names no rows', 'Add `rows: countries.csv` to the front matter, or write the words themselves')

/** What asks for a row for certain: the word `row` alone may be a word. */
export const strayUses = (written: Written, key = ''): Place[] => {
  if (written.type === 'list') return written.items.flatMap((item) => strayUses(item, key))
  if (written.type === 'map') return [...written.entries].flatMap(([name, {value}]) => strayUses(value, name))
  const isWord = askOf(written.text, key) !== undefined && !written.text.includes(':') && key !== 'country'
  return isWord ? [] : usesIn(written, key).map(({place}) => place)
}

/** The notes that a block's words call, which are read with a row only. */
function callsIn(text: string): FootnoteReference[] {
  return [...text.matchAll(/\[\^([^\]\s]{1,100})\]/g)].map(([, label = '']) => ({type: 'footnoteReference', identifier: sameLabel(label).toLowerCase(), label}))
}

/** What is wrong with a value that a row gave is told with the row. */
export function withCell(found: Diagnostic, filled: readonly Place[], row: {key: string; place: Place}): Diagnostic {
  const isCell = filled.some(({start, end}) => start?.offset === found.place.start?.offset && end?.offset === found.place.end?.offset)
  return isCell && !found.related ? {...found, related: [{message: `The value is that of the row \`${row.key}\``, place: row.place}]} : found
}
