import {type Diagnostic, error} from '../../diagnostic.js'
import type {Grid, Prose} from '../../shapes/fields.js'
import type {PlaceOfOption} from '../block.js'
import {marksIn} from '../cell-number.js'
import {checkNumbers} from '../check-numbers.js'
import {checkSeries} from '../check-series.js'
import type {TableOptions} from './table.js'

/** Widths fit the columns, marks and notes fit each other, and what is summed are numbers. */
export function checkTable({variety, widths, notes = {}, data, table}: TableOptions & {table: Grid}, at: PlaceOfOption): Diagnostic[] {
  const {columns, rows} = table
  const found: Diagnostic[] = []
  if (widths && widths.length !== columns.length) {
    const [given, needed] = [counted(widths.length, 'number'), counted(columns.length, 'column')]
    const message = `\`widths\` has ${given} and the table ${needed}`
    found.push(error('table/widths', at('widths'), message, 'Give each column one number'))
  }
  found.push(...checkMarks([...columns.map(({head}) => head), ...rows.flat()], notes))
  if (data) found.push(...checkSeries(data, table, 'table', at('data')))
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
        : [unknownMark(letter, cell)]
    }),
  )
  const uncalled = Object.entries(notes).flatMap(([letter, {place}]) => {
    if (!/^[a-z]$/.test(letter)) {
      return [error('table/note-letter', place, `\`${letter}\` does not name a note: expected one small letter, such as \`a\``)]
    }
    const message = `Nothing in the table calls the note \`${letter}\``
    return called.has(letter) ? [] : [error('table/uncalled-note', place, message, `Write \`^${letter}^\` in the cell it belongs to`)]
  })
  return [...unknown, ...uncalled]
}

function unknownMark(letter: string, {place}: Prose): Diagnostic {
  const message = `\`^${letter}^\` calls a note that \`notes\` does not have`
  return error('table/unknown-mark', place, message, `Add \`notes: {${letter}: "..."}\` to the comment above the table`)
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

function checkSum(table: Grid): Diagnostic[] {
  const {columns, rows, place} = table
  if (columns.length < 2) {
    const message = '`table: sum` adds up the columns after the first, and there is none'
    return [error('table/nothing-to-sum', place, message, 'Write `table: plain`')]
  }
  const last = rows.at(-1)?.[0]
  const total = last && /^(total|sum|all|ensemble|somme)\b/iu.test(last.text.trim()) ? last : undefined
  const message = '`table: sum` adds the row of totals, and this row would be added up with the others'
  const twice = total ? [error('table/total', total.place, message, 'Delete this row, or write `table: plain`')] : []
  return [...twice, ...checkNumbers(table, 'table')]
}
