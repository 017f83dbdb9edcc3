import {toString as wordsOf} from 'mdast-util-to-string'
import type {PhrasingContent, Table, TableCell, TableRow} from 'mdast'
import {blocks, type PlaceOfOption, type TableSpec} from '../blocks/index.js'
import {error, hasErrors, type Place, warning} from '../diagnostic.js'
import {fillTree} from '../rows/index.js'
import {readFactName} from '../shapes/fields.js'
import {type Grid, inside, type Prose, type Written, type WrittenMap, writtenMap, writtenText} from '../shapes/index.js'
import {placeAt} from '../source.js'
import type {BlockNode} from './briefing.js'
import {readInline} from './inline.js'
import {placeOf, type Reading} from './reading.js'
import {readKeys} from './record.js'
import {unfilledBlock} from './unfilled.js'

/** A table that no comment speaks of; it stays Markdown where no block stands for it. */
export function readPlainTable(node: Table, reading: Reading): BlockNode | Table | undefined {
  const spec = blocks.find((block): block is TableSpec => block.form === 'table' && block.native === 'table')
  if (!spec) return node
  const place = placeOf(reading.source, node)
  return readTable(node, spec, writtenMap({variety: writtenText('plain', place)}, place), reading, false)
}

/** A table as the block that its comment names. */
export function readTable(node: Table, spec: TableSpec, options: WrittenMap, reading: Reading, commented = true): BlockNode | undefined {
  const grid = gridOf(node, reading, commented)
  const read = (written: Written, there: Reading): unknown => {
    const value = readKeys(spec, written, there)
    if (typeof value !== 'object' || value === null) return undefined
    const table = there.filling ? fillTree(grid, there.filling) : grid
    const whole = {...value, table}
    const found = spec.check?.(whole, placeOfOption(written, table.place)) ?? []
    there.report(...found)
    return hasErrors(found) ? undefined : whole
  }
  const unfilled = unfilledBlock(node, {name: spec.name, written: options, parts: grid, read}, reading)
  if (unfilled) return unfilled === 'refused' ? undefined : unfilled
  const value = read(options, reading)
  return value === undefined || !node.position ? undefined : {type: 'block', name: spec.name, value, position: node.position}
}

/** The place of an option in the comment; of the whole table where nobody wrote it. */
function placeOfOption(options: Written, place: Place): PlaceOfOption {
  return (...steps) => steps.reduce<Written | undefined>(inside, options)?.place ?? place
}

function gridOf(node: Table, reading: Reading, commented: boolean): Grid {
  const place = placeOf(reading.source, node)
  const [head, ...rows] = node.children
  const cellsOf = (row: TableRow | undefined) => row?.children ?? []
  const columns = cellsOf(head).map((cell, index) => ({head: proseOf(cell, reading), align: node.align?.[index] ?? null}))
  return {
    type: 'grid',
    columns,
    rows: rows.map((row) => {
      const extra = row.children[columns.length]
      if (extra) {
        const tell = commented ? error : warning
        const message = `This row has ${row.children.length} cells and the head of the table ${columns.length}: what is over does not print`
        reading.report(tell('briefing/extra-cell', placeOf(reading.source, extra), message, 'Add a column to the head, or write a bar within a cell as `\\|`'))
      }
      return columns.map((_, index) => proseOf(row.children[index], reading, row))
    }),
    place,
  }
}

function proseOf(cell: TableCell | undefined, reading: Reading, row?: TableRow): Prose {
  const children: PhrasingContent[] = cell ? factAlone(readInline(cell.children, reading)) : []
  // A cell's own position begins with its bar: its words are narrower.
  const [first, last] = [children[0]?.position, children.at(-1)?.position]
  const place = first && last ? placeAt(reading.source, first.start.offset ?? 0, last.end.offset ?? 0) : placeOf(reading.source, cell ?? row ?? {})
  const [only] = children
  const text = only?.type === 'link' && isFactName(only.url) && only.children.length === 0 ? only.url : wordsOf(children)
  return {type: 'prose', text, children, place}
}

/** A cell of nothing but `fact:casualties@2024` is filled from the register, as a link without words is. */
function factAlone(children: PhrasingContent[]): PhrasingContent[] {
  const [only, more] = children
  if (only?.type !== 'text' || more || !isFactName(only.value.trim())) return children
  return [{type: 'link', url: only.value.trim(), children: [], ...(only.position ? {position: only.position} : {})}]
}

const isFactName = (text: string): boolean => text.startsWith('fact:') && readFactName(text.slice('fact:'.length)) !== undefined
