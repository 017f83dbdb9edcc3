import {type Diagnostic, error} from '../../diagnostic.js'
import type {Grid, Prose} from '../../shapes/fields.js'
import type {PlaceOfOption} from '../block.js'
import {marksIn} from '../cell-number.js'
import {checkNumbers} from '../check-numbers.js'
import type {TableOptions} from './table.js'

/** Widths fit the columns, marks and notes fit each other, and what is summed are numbers. */
export function checkTable({variety, widths, notes = {}, table}: TableOptions & {table: Grid}, at: PlaceOfOption): Diagnostic[] {
  const {columns, rows} = table
  const found: Diagnostic[] = []
  if (widths && widths.length !== columns.length) {
    const message = `\`widths\` has ${widths.length} ${widths.length === 1 ? 'number' : 'numbers'} and the table ${columns.length} ${columns.length === 1 ? 'column' : 'columns'}`
    found.push(error('table/widths', at('widths'), message, 'Give each column one number'))
  }
  found.push(...checkMarks([...columns.map(({head}) => head), ...rows.flat()], notes))
  if (variety === 'sum') found.push(...checkSum(table))
  return found
}

function checkMarks(cells: readonly Prose[], notes: Readonly<Record<string, Prose>>): Diagnostic[] {
  const called = new Set<string>()
  const unknown = cells.flatMap((cell) =>
    marksIn(cell.text).flatMap((letter) => {
      called.add(letter)
      return Object.hasOwn(notes, letter)
        ? []
        : [error('table/unknown-mark', cell.place, `\`^${letter}^\` calls a note that \`notes\` does not have`, `Add \`notes: {${letter}: "..."}\` to the comment above the table`)]
    }),
  )
  const uncalled = Object.entries(notes).flatMap(([letter, {place}]) => {
    if (!/^[a-z]$/.test(letter)) return [error('table/note-letter', place, `\`${letter}\` does not name a note: expected one small letter, such as \`a\``)]
    return called.has(letter) ? [] : [error('table/uncalled-note', place, `Nothing in the table calls the note \`${letter}\``, `Write \`^${letter}^\` in the cell it belongs to`)]
  })
  return [...unknown, ...uncalled]
}

function checkSum(table: Grid): Diagnostic[] {
  const {columns, rows, place} = table
  if (columns.length < 2) return [error('table/nothing-to-sum', place, '`table: sum` adds up the columns after the first, and there is none', 'Write `table: plain`')]
  const last = rows.at(-1)?.[0]
  const total = last && /^(total|sum|all|ensemble|somme)\b/iu.test(last.text.trim()) ? last : undefined
  const twice = total ? [error('table/total', total.place, '`table: sum` adds the row of totals, and this row would be added up with the others', 'Delete this row, or write `table: plain`')] : []
  return [...twice, ...checkNumbers(table, 'table')]
}
