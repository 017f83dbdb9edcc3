import {type Diagnostic, type Place, warning} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import {metIn} from './met-in.js'

/**
 * Who hears a table is told the head of its column before each cell. The cell in the corner, over the names of rows, may be
 * empty; a head that is empty otherwise leaves a column without a name.
 */
export function checkTableHeads({body}: Edition): Diagnostic[] {
  return gridsIn(body).flatMap(({columns, rows, place}) => {
    const empty = columns.filter(({head}) => wordless(head.children))
    if (rows.length === 0 || empty.length === 0) return []
    if (empty.length === columns.length) {
      const message = 'This table has no head: nothing says what stands in its columns'
      return [warning('checks/table-head', {...place, end: firstLineOf(place)}, message, 'Write the names of the columns in its first row')]
    }
    const nameless = columns.findIndex(({head}, index) => index > 0 && wordless(head.children))
    if (nameless < 0) return []
    const at = columns[nameless]?.head.place ?? place
    return [warning('checks/table-head', at, `Column ${nameless + 1} of this table has no name in its first row`, 'Write one')]
  })
}

interface Head {
  children: unknown[]
  place: Place
}
interface Grid {
  columns: {head: Head}[]
  rows: unknown[]
  place: Place
}

/** Tables and charts alike, wherever a block holds one. */
const gridsIn = (body: Edition['body']): Grid[] => metIn(body).flatMap(({node}) => (node.type === 'grid' ? [node as unknown as Grid] : [])) // the composed form of `grid` of the shared fields

/** No words, no code, no picture. */
const wordless = (children: readonly unknown[]): boolean => !/"(?:value|alt|number)":\s*(?:"[^"]*\S|\d)/.test(JSON.stringify(children))

/** A table's place is all of it: its first row is what is to be mended. */
function firstLineOf({start, end}: Place): NonNullable<Place['end']> {
  const at = start ?? {line: 1, column: 1, offset: 0}
  return end && end.line === at.line ? end : {...at, column: at.column + 1, offset: at.offset + 1}
}
