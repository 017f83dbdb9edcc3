import {type Inline, wordsOf} from '../content.js'
import type {Place} from '../diagnostic.js'
import {type Quantity, readQuantity} from '../facts/index.js'
import type {Numerals} from '../language/index.js'

/** A cell as it prints, with what it says where that is a figure. */
export interface GridCell {
  text: string
  quantity?: Quantity
  place: Place
}

/** A table or a chart, as its numbers are held against each other. */
export interface GridRead {
  /** `chart` or `table`, and the value of the block. */
  block: string
  value: object
  heads: GridCell[]
  rows: GridCell[][]
  /** Of the block. */
  place: Place
}

/** Every table and chart of a paper, wherever a block holds one. */
export function* gridsOf(given: unknown, numerals: Numerals, around: Pick<GridRead, 'block' | 'value' | 'place'> = NOWHERE): Generator<GridRead> {
  if (typeof given !== 'object' || given === null) return
  if (isGrid(given)) {
    const read = (cell: Words): GridCell => cellOf(cell, numerals)
    yield {...around, heads: given.columns.map(({head}) => read(head)), rows: given.rows.map((row) => row.map(read))}
    return
  }
  const within = isBlock(given) ? {block: given.name, value: given.value, place: given.place} : around
  for (const [key, child] of Object.entries(given)) if (key !== 'place') yield* gridsOf(child, numerals, within)
}

const NOWHERE = {block: '', value: {}, place: {path: ''}}

/** The mark of a note under a table, and signs that say that there is no figure, are none. */
function cellOf({children, place}: Words, numerals: Numerals): GridCell {
  const text = wordsOf(children).replace(/\s*\^[a-z]\^/g, '').trim()
  const quantity = readQuantity(text, numerals)
  return {text, ...(quantity ? {quantity} : {}), place}
}

interface Words {
  children: Inline[]
  place: Place
}
interface Grid {
  columns: {head: Words}[]
  rows: Words[][]
}
// The tags are those of `content.ts`, made only by `edition/`.
const isGrid = (value: object): value is Grid => 'type' in value && value.type === 'grid' && 'rows' in value
const isBlock = (value: object): value is {name: string; value: object; place: Place} => 'type' in value && value.type === 'block' && 'name' in value && 'value' in value && typeof value.value === 'object' && value.value !== null
