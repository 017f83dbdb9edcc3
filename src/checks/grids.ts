import {type Inline, wordsOf} from '../content.js'
import type {Place} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import {type Quantity, readQuantity} from '../facts/index.js'
import {languageOf, type Numerals} from '../language/index.js'
import {metIn} from './met-in.js'
import {madeOnce} from './word-pattern.js'

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
export const gridsOf = madeOnce(({meta, body}: Pick<Edition, 'meta' | 'body'>): readonly GridRead[] => {
  const language = languageOf(meta.language)
  if (!language) return []
  const read = (cell: Words): GridCell => cellOf(cell, language.numerals)
  return metIn(body).flatMap(({node, block}) => {
    if (!isGrid(node)) return []
    const {name, value, place} = block ?? NOWHERE
    return [{block: name, value, place, heads: node.columns.map(({head}) => read(head)), rows: node.rows.map((row) => row.map(read))}]
  })
})

const NOWHERE = {name: '', value: {}, place: {path: ''}}

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
const isGrid = (node: {type: string}): node is {type: string} & Grid => node.type === 'grid' && 'rows' in node
