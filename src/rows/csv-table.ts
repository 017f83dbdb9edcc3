import {type Diagnostic, error, type Place} from '../diagnostic.js'
import {csvLines, endOfLine, NOT_CSV} from '../shapes/index.js'
import {offsetOfLine, placeAt, type Source} from '../source.js'
import {MOST, type ReadTable} from './table.js'

/** A CSV file whose first line names its columns; they are parted by commas, semicolons or tabs, as spreadsheets write them. */
export function csvTable(source: Source): ReadTable {
  const diagnostics: Diagnostic[] = []
  const line = (number: number): Place => placeAt(source, offsetOfLine(source, number), endOfLine(source, number))
  const {lines: [head, ...body], broken} = csvLines(source.text, {delimiter: delimiterOf(source.text)})
  if (broken !== undefined) diagnostics.push(error('rows/csv', line(broken), ...NOT_CSV))
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

/** The sign that parts the names of the first line. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split(/[\r\n]/, 1)
  const bare = head.replace(/"[^"]*"/g, '')
  const times = (sign: string) => bare.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (times(sign) > times(best) ? sign : best))
}
