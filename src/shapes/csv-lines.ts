import {CsvError, parse} from 'csv-parse/sync'

/** A row of a CSV file: its cells as they were typed, and the line it begins on. */
export interface CsvLine {
  cells: string[]
  line: number
}

/** What is said of a line that is not one of a CSV file, and the deed that mends it. */
export const NOT_CSV = [
  'This line is not one of a CSV file: a quotation mark opens and does not close, or stands within a cell',
  'Put a cell with a comma in it in quotation marks, and type a mark within as two',
] as const

/** The rows of a CSV file (RFC 4180), whatever their length; empty lines are passed over. `broken` is the line where it is none of CSV. */
export function csvLines(text: string, {delimiter = ','}: {delimiter?: string} = {}): {lines: CsvLine[]; broken?: number} {
  try {
    // With `info`, each row comes with the line that it ends on; csv-parse's types do not know that.
    const rows = parse(text, {info: true, delimiter, relax_column_count: true, skip_empty_lines: true}) as unknown as {record: string[]; info: {lines: number}}[]
    const lines = rows.map(({record, info}) => ({
      cells: record,
      line: info.lines - record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0),
    }))
    return {lines}
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure
    return {lines: [], broken: 'lines' in failure && typeof failure.lines === 'number' ? failure.lines : 1}
  }
}
