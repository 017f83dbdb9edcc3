import {type Diagnostic, error, type Place} from '../diagnostic.js'
import type {Language} from '../language/index.js'
import {readWhen} from '../shapes/fields.js'
import {closest} from '../shapes/index.js'
import type {Row} from './row.js'

/** What fills a template in: a row, the language that its dates are written in, and where to put what was found. */
export interface Filling {
  row: Row
  language: Language
  report(...diagnostics: Diagnostic[]): void
}

/** The longest text that a cell may give to a paper, in characters: to its text, and to words that stand in a line of their own, such as a title. */
export const LONGEST = {text: 2000, words: 300}

/** Signs that nobody sees and that end, hide or turn what is around them; a cell is one line. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u

/** The value of the first of some columns that there is; where there is none, that is told at the place that asks for it. */
export function cellOf(names: readonly string[], place: Place, filling: Filling, {deed, longest = LONGEST.text}: {deed?: string; longest?: number} = {}): string | undefined {
  const {row, report} = filling
  const column = names.find((name) => Object.hasOwn(row.values, name))
  const value = column === undefined ? undefined : row.values[column]
  if (column === undefined || value === undefined) {
    report(unknownColumn(names, place, Object.keys(row.values)))
    return undefined
  }
  const related = [{message: `The row \`${row.key}\` stands here`, place: row.place}]
  if (value === '') {
    report({...noValue(column, place, deed ?? `put the passage under \`> [!ONLY ${column}]\``), related})
    return undefined
  }
  const unseen = UNSEEN.exec(value)?.[0]
  if (unseen !== undefined || value.length > longest) {
    const code = unseen?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
    const what = code === undefined ? `more than ${longest} characters` : code === '000A' || code === '000D' ? 'a line break' : `the unseen sign U+${code}`
    report({...error('rows/cell', place, `\`${column}\` holds ${what}, which cannot print here`, 'Type the cell again, as one line of text'), related})
    return undefined
  }
  return value
}

/** A row's value as it prints: a date in figures becomes one in the paper's words, unless the sample is in figures as well. */
export function wordsFor(value: string, sample: string, language: Language): string {
  const when = /^\d{4}-\d{2}(?:-\d{2})?$/.test(value) && !/^\d{4}-\d{2}(?:-\d{2})?$/.test(sample.trim()) ? readWhen(value) : undefined
  return when ? language.date(when, 'long') : value
}

const noValue = (column: string, place: Place, deed: string): Diagnostic =>
  error('rows/no-value', place, `\`${column}\` has no value in this row`, `Fill in the cell, or ${deed}`)

/** The column that a finding says has no value. */
export const columnWithoutValue = ({rule, message}: Diagnostic): string | undefined =>
  rule === 'rows/no-value' ? /^`([^`]+)`/.exec(message)?.[1] : undefined

/** A column that the file does not have. */
export function unknownColumn(names: readonly string[], place: Place, columns: readonly string[]): Diagnostic {
  const [name = ''] = names
  const near = names.map((one) => closest(one, columns)).find((one) => one !== undefined)
  const hint = near ? `Did you mean \`${near}\`?` : `The columns are ${columns.map((column) => `\`${column}\``).join(', ')}`
  const what = names.length > 1 ? `none of the columns ${names.map((one) => `\`${one}\``).join(', ')}` : `no column \`${name}\``
  return error('rows/unknown-column', place, `The rows have ${what}`, hint)
}
