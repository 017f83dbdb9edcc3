import path from 'node:path/posix'
import {type Diagnostic, error, hasErrors, type Outcome, type Place, warning} from '../diagnostic.js'
import {loadRegister, type RegisterShelf} from '../facts/index.js'
import type {Files} from '../files.js'
import {closest} from '../shapes/index.js'
import type {Source} from '../source.js'
import type {ColumnUse} from './column-use.js'
import {type Condition, holds} from './conditions.js'
import {csvTable} from './csv-table.js'
import {unknownColumn} from './filling.js'
import {listedTable} from './listed-table.js'
import {type OutputPattern, outputName} from './output-name.js'
import type {Row} from './row.js'
import {MOST, type Table, type TableRow} from './table.js'

/** What a template asks for: the file of its rows, and what it does with them. */
export interface RowsAsked {
  /** Path of the template; that of the rows counts from its folder. */
  template: string
  /** A path, or the id of a series of the fact register. */
  from: {text: string; place: Place}
  /** The column that names a row; the first where absent. */
  key?: {text: string; place: Place}
  /** Only rows that fulfil these are printed. */
  only?: readonly Condition[]
  /** What the papers are called. */
  output?: OutputPattern
  /** Every column that anything of the template asks for. */
  columns: readonly ColumnUse[]
  /** Not all of it could be read: it may ask for more. */
  partly?: true
  /** The register that the briefing names, in place of those above it. */
  facts?: {path: string; place: Place}
}

/** The rows of a template, and the names by which each may be asked for besides its key. */
export interface LoadedRows {
  rows: Row[]
  /** In the order of the rows. */
  names: string[][]
}

/** Reads the rows that a template is printed for. What is wrong with the file, or with what the template asks of it, is told once. */
export async function loadRows(asked: RowsAsked, options: {files: Files; registers?: RegisterShelf}): Promise<Outcome<LoadedRows>> {
  const {value: file, diagnostics} = await fileOf(asked, options)
  if (file === undefined) return {diagnostics}
  const {value: source, diagnostics: opened} = await open(file, asked.from.place, options.files)
  if (!source) return {diagnostics: [...diagnostics, ...opened]}
  const {value: table, diagnostics: read} = /\.(?:ya?ml|json)$/i.test(file) ? listedTable(source) : csvTable(source)
  diagnostics.push(...read)
  if (!table || hasErrors(diagnostics)) return {diagnostics}
  if (table.rows.length === 0 || table.rows.length > MOST.rows) {
    const what = table.rows.length === 0 ? `\`${file}\` has no rows` : `\`${file}\` has ${table.rows.length} rows: expected at most ${MOST.rows}`
    return {diagnostics: [...diagnostics, error('rows/no-rows', asked.from.place, what)]}
  }
  diagnostics.push(...checkColumns(asked, table))
  const keyed = table.rows.filter(({cells}) => holds(asked.only ?? [], cells))
  if (hasErrors(diagnostics)) return {diagnostics}
  if (keyed.length === 0) return {diagnostics: [...diagnostics, error('rows/no-rows', asked.from.place, `No row of \`${file}\` fulfils \`only\``)]}
  const {rows, diagnostics: named} = nameRows(asked, table, keyed)
  diagnostics.push(...named)
  return hasErrors(diagnostics) ? {diagnostics} : {value: {rows, names: keyed.map(({cells}) => otherNames(cells))}, diagnostics}
}

const FILE = /[./\\]/

/** The path of the file: as named, or that of a series of the register. */
async function fileOf({template, from, facts}: RowsAsked, {files, registers}: {files: Files; registers?: RegisterShelf}): Promise<Outcome<string>> {
  const {text, place} = from
  if (FILE.test(text)) return {value: text.startsWith('/') ? path.normalize(text.slice(1)) : path.join(path.dirname(template), text), diagnostics: []}
  const {value: register} = await loadRegister(template, {files, ...(registers ? {shelf: registers} : {}), ...(facts ? {named: facts} : {})})
  const series = register?.facts.get(text)?.series
  if (series !== undefined) return {value: series, diagnostics: []}
  const known = [...(register?.facts.values() ?? [])].filter((fact) => fact.series !== undefined).map(({id}) => id)
  const near = closest(text, known)
  const hint = near ? `Did you mean \`${near}\`?` : 'Name a file such as `countries.csv`, or a series of the fact register'
  return {diagnostics: [error('rows/no-file', place, `\`${text}\` is no file and no series of the fact register`, hint)]}
}

async function open(file: string, place: Place, files: Files): Promise<Outcome<Source>> {
  if (!/\.(?:csv|tsv|ya?ml|json)$/i.test(file)) {
    return {diagnostics: [error('rows/no-file', place, `Rows stand in a file that ends in \`.csv\`, \`.yml\` or \`.json\`, and not in \`${file}\``, /\.(?:xlsx?|ods|numbers)$/i.test(file) ? 'Save the sheet as CSV (UTF-8), and name that file' : 'Name such a file')]}
  }
  const {bytes, trouble} = await files.read(file)
  if (!bytes) {
    const message = trouble === 'missing' ? `There is no file \`${file}\`` : trouble === 'outside' ? `\`${file}\` lies outside the workspace` : `\`${file}\` cannot be read`
    return {diagnostics: [error('rows/no-file', place, message, 'The path counts from the folder of this briefing, capitals included')]}
  }
  if (bytes.length > MOST.bytes) return {diagnostics: [error('rows/too-large', {path: file}, 'Expected at most 4 MB of rows')]}
  try {
    return {value: {path: file, text: new TextDecoder('utf-8', {fatal: true}).decode(bytes)}, diagnostics: []}
  } catch {
    return {diagnostics: [error('rows/encoding', {path: file}, 'The file is not UTF-8 text', 'Save it with the encoding UTF-8')]}
  }
}

/** Columns that are not there, values that no row has, and rows that nothing is asked of. */
function checkColumns({columns, key, from, partly}: RowsAsked, table: Table): Diagnostic[] {
  const asked = [...columns, ...(key ? [{names: [key.text], place: key.place}] : [])]
  const found = asked.flatMap(({names, place, values = []}): Diagnostic[] => {
    const column = names.find((name) => table.columns.includes(name))
    if (column === undefined) return [unknownColumn(names, place, table.columns)]
    return values.flatMap((value) => {
      const there = [...new Set(table.rows.map(({cells}) => cells[column] ?? ''))].filter((one) => one !== '')
      if (there.includes(value)) return []
      const near = closest(value, there)
      return [warning('rows/unknown-value', place, `No row has \`${value}\` as its \`${column}\``, near ? `Did you mean \`${near}\`?` : valuesThere(there))]
    })
  })
  if (columns.length === 0 && !partly) found.push(warning('rows/unused', from.place, 'Nothing of this briefing asks for a column of its rows: all papers are the same', 'Link a word to its column: `[Poland](row:name)`'))
  return found
}

const valuesThere = (values: readonly string[]): string =>
  `Its values are ${values.slice(0, 6).map((value) => `\`${value.slice(0, 40)}\``).join(', ')}${values.length > 6 ? ' and others' : ''}`

/** Rows with their keys and the names of their papers; two of one name are refused. */
function nameRows(asked: RowsAsked, table: Table, kept: readonly TableRow[]): {rows: Row[]; diagnostics: Diagnostic[]} {
  const diagnostics: Diagnostic[] = []
  const report = (found: Diagnostic) => void (diagnostics.length < MOST.told && diagnostics.push(found))
  const column = asked.key?.text ?? table.columns[0] ?? ''
  const used = [...new Set(asked.columns.flatMap(({names}) => names.find((name) => table.columns.includes(name)) ?? []))].sort()
  const stem = path.basename(asked.template).replace(/\.(?:md|markdown)$/i, '')
  const [keys, outputs] = [new Map<string, Place>(), new Map<string, Place>()]
  const rows = kept.flatMap(({cells, place}): Row[] => {
    const key = cells[column] ?? ''
    if (key === '' || key.length > 100 || /\p{Cc}/u.test(key)) {
      report(error('rows/key', place, `This row has no \`${column}\`, which names it`, 'Fill in the cell, or say which column names the rows: `rows: {file: ..., key: ...}`'))
      return []
    }
    const twice = keys.get(sameName(key))
    if (twice) {
      report({...error('rows/key', place, `Two rows are called \`${key}\``, `Give each a \`${column}\` of its own`), related: [{message: 'The other stands here', place: twice}]})
      return []
    }
    keys.set(sameName(key), place)
    const values = Object.fromEntries(used.map((name) => [name, cells[name] ?? '']))
    const {value: output, diagnostics: found} = outputName(asked.output, stem, key, values, place)
    found.forEach(report)
    const rival = output === undefined ? undefined : outputs.get(sameName(output))
    if (rival) {
      const about = error('rows/same-output', place, `This row's paper would be called \`${output}\`, as that of another is`, 'Let `output` take a column that differs from row to row')
      report({...about, related: [{message: 'The other row stands here', place: rival}]})
    }
    if (output === undefined || rival) return []
    outputs.set(sameName(output), place)
    return [{key, values, output, place}]
  })
  return {rows, diagnostics}
}

/** Names that differ in capitals only are one file on many disks. */
const sameName = (name: string): string => name.normalize('NFC').toLowerCase()

const NAMES = ['iso2', 'iso3', 'iso', 'name', 'country']

const otherNames = (cells: Readonly<Record<string, string>>): string[] => NAMES.flatMap((name) => (cells[name] ? [cells[name]] : []))
