import {type CellNumber, readCell, sumOf} from '../cell-number.js'

/** The sums of the columns after the first, from the words of a table's rows; nothing under a column without a number. */
export function totalsOf(rows: readonly (readonly string[])[]): (CellNumber | undefined)[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({length: Math.max(0, width - 1)}, (_, index) => {
    const numbers = rows.flatMap((row) => {
      const read = readCell(row[index + 1] ?? '')
      return read.says === 'number' ? [read.number] : []
    })
    return numbers.length > 0 ? sumOf(numbers) : undefined
  })
}
