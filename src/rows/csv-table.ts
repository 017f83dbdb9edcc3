import {CsvError, parse} from 'csv-parse/sync'
import {type Diagnostic, error, type Place} from '../diagnostic.js'
import {endOfLine} from '../shapes/index.js'
import {offsetOfLine, placeAt, type Source} from '../source.js'
import {MOST, type ReadTable} from './table.js'

/** A CSV file whose first line names its columns; they are parted by commas, semicolons or tabs, as spreadsheets write them. */
export function csvTable(source: Source): ReadTable {
  const diagnostics: Diagnostic[] = []
  const line = (number: number): Place => placeAt(source, offsetOfLine(source, number), endOfLine(source, number))
  const [head, ...body] = linesOf(source, line, diagnostics)
  if (!head) return {diagnostics}
  const columns = head.cells.map((cell) => cell.trim())
  diagnostics.push(...checkHead(columns, line(head.line)))
  const rows = body.map(({cells, line: at}) => {
    if (cells.length !== columns.length && diagnostics.length < MOST.told) {
      const message = `This row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, and the head of the file ${columns.length}`
      diagnostics.push(error('rows/cells', line(at), message, 'Put a cell that holds a comma in quotation marks: `"..."`'))
    }
    return {cells: Object.fromEntries(columns.map((column, index) => [column, (cells[index] ?? '').trim()])), place: line(at)}
  })
  return {value: {columns, rows}, diagnostics}
}

function checkHead(columns: readonly string[], place: Place): Diagnostic[] {
  if (columns.length > MOST.columns) return [error('rows/columns', place, `${columns.length} columns: expected at most ${MOST.columns}`)]
  return columns.flatMap((column, index) => {
    if (column === '') return [error('rows/columns', place, `Column ${index + 1} has no name`, 'Name it in the first line of the file')]
    if (columns.indexOf(column) === index && column !== '__proto__') return []
    return [error('rows/columns', place, `Two columns are called \`${column}\``, 'Give each a name of its own')]
  })
}

/** Rows with the lines they begin on. */
function linesOf(source: Source, line: (number: number) => Place, diagnostics: Diagnostic[]): {cells: string[]; line: number}[] {
  try {
    // With `info`, each row comes with the line that it ends on; csv-parse's types do not know that.
    const rows = parse(source.text, {info: true, delimiter: delimiterOf(source.text), relax_column_count: true, skip_empty_lines: true}) as unknown as {
      record: string[]
      info: {lines: number}
    }[]
    return rows.map(({record, info}) => ({
      cells: record,
      line: info.lines - record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0),
    }))
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure
    const at = 'lines' in failure && typeof failure.lines === 'number' ? failure.lines : 1
    const message = 'This line is not one of a CSV file: a quotation mark opens and does not close, or stands within a cell'
    diagnostics.push(error('rows/csv', line(at), message, 'Put a cell with a comma in it in quotation marks, and type a mark within as two'))
    return []
  }
}

/** The sign that parts the names of the first line. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split(/[\r\n]/, 1)
  const bare = head.replace(/"[^"]*"/g, '')
  const times = (sign: string) => bare.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (times(sign) > times(best) ? sign : best))
}
