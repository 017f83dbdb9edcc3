import {type Diagnostic, error, type Place} from '../diagnostic.js'
import type {Numerals} from '../language/index.js'
import {offsetOfLine, placeAt, type Source} from '../source.js'
import {csvLines, endOfLine, NOT_CSV} from '../shapes/index.js'
import {readWhen, type WhenField} from '../shapes/fields.js'
import {callOf} from './facts-of.js'
import {lastDay} from './day.js'
import {readQuantity} from './quantity.js'
import type {FactValue, SourceCall} from './register.js'
import type {SeriesEntry} from './register-file.js'

const COLUMNS = ['period', 'as_of', 'value', 'source', 'note'] as const
type Column = (typeof COLUMNS)[number]

/** The values of a fact from the rows of a file: one row, one value. Blank cells are unknown, and make no value. */
export function seriesValues(source: Source, entry: SeriesEntry, numerals: Numerals): {values: FactValue[]; diagnostics: Diagnostic[]} {
  const diagnostics: Diagnostic[] = []
  const line = (number: number): Place => placeAt(source, offsetOfLine(source, number), endOfLine(source, number))
  const {lines: rows, broken} = csvLines(source.text)
  if (broken !== undefined) diagnostics.push(error('facts/series-csv', line(broken), ...NOT_CSV))
  const [head, ...body] = rows
  if (!head) return {values: [], diagnostics}
  const names = head.cells.map((cell) => cell.trim())
  const columnOf = (column: Column) => names.indexOf(entry.columns?.[column] ?? column)
  const wanted = (column: Column): boolean => column === 'value' || column === (columnOf('as_of') >= 0 && columnOf('period') < 0 ? 'as_of' : 'period') || entry.columns?.[column] !== undefined
  for (const column of COLUMNS) {
    if (columnOf(column) >= 0 || !wanted(column)) continue
    const message = `The file has no column \`${entry.columns?.[column] ?? column}\``
    diagnostics.push(error('facts/series-column', line(head.line), message, `Its columns are ${names.map((name) => `\`${name}\``).join(', ')}: say which with \`columns: {${column}: ...}\``))
  }
  if (diagnostics.length > 0) return {values: [], diagnostics}
  const seen = new Map<string, Place>()
  const values = body.flatMap(({cells, line: at}): FactValue[] => {
    const place = line(at)
    const cell = (column: Column): string => cells[columnOf(column)]?.trim() ?? ''
    const text = cell('value')
    if (text === '') return []
    const quantity = readQuantity(text, numerals)
    const whenIn = (column: 'period' | 'as_of'): WhenField | undefined => {
      const read = readWhen(cell(column))
      if (cell(column) !== '' && !read) diagnostics.push(error('facts/series-cell', place, `\`${cell(column).slice(0, 40)}\` is no date: expected one such as \`2024\` or \`2024-12-01\``))
      return read && {...read, type: 'when', text: cell(column), place}
    }
    const [period, asOf] = [whenIn('period'), whenIn('as_of') ?? entry.as_of]
    if (!quantity) diagnostics.push(error('facts/series-cell', place, `\`${text.slice(0, 40)}\` is no figure: expected one such as \`6279\` or \`over 600\``))
    if (!quantity || (!period && !asOf)) return []
    const key = [period?.text, asOf ? lastDay(asOf) : ''].join('|')
    const first = seen.get(key)
    if (first) {
      const twice = error('facts/two-values', place, `Two rows are given for \`${period?.text ?? asOf?.text}\``, 'Keep one')
      diagnostics.push({...twice, related: [{message: 'The other stands here', place: first}]})
      return []
    }
    seen.set(key, place)
    const sources: SourceCall[] = cell('source') !== '' ? [sourceOf(cell('source'), place)] : entry.source ? [callOf(entry.source)] : []
    return [{
      amount: {type: 'number', quantity, text},
      ...(period ? {period} : {}),
      ...(asOf ? {asOf} : {}),
      ...(cell('note') === '' ? {} : {note: {en: cell('note')}}),
      sources,
      place,
    }]
  })
  return {values, diagnostics}
}

function sourceOf(text: string, place: Place): SourceCall {
  const [id = '', ...rest] = text.split(',')
  const locator = rest.join(',').trim()
  return {id: id.trim(), ...(locator === '' ? {} : {locator}), place}
}
