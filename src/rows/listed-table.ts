import {type Diagnostic, error} from '../diagnostic.js'
import {readYaml, type Written, type WrittenMap} from '../shapes/index.js'
import type {Source} from '../source.js'
import {MOST, type ReadTable} from './table.js'

/** A list of maps, in YAML or JSON: one map, one row; every key that any of them has is a column. */
export function listedTable(source: Source): ReadTable {
  const json = /\.json$/i.test(source.path)
  const {value: written, diagnostics} = readYaml(source, 'rows', {largest: MOST.bytes, json})
  if (!written) return {diagnostics}
  if (written.type !== 'list' || written.items.some(({type}) => type !== 'map')) {
    const stranger = written.type === 'list' ? written.items.find(({type}) => type !== 'map') : written
    const message = 'Expected a list of rows, each with keys and values'
    return {diagnostics: [...diagnostics, error('rows/not-a-list', stranger?.place ?? written.place, message, 'Begin each row with `- `, and write `key: value`, one a line')]}
  }
  const maps = written.items.filter((item): item is WrittenMap => item.type === 'map')
  const columns = [...new Set(maps.flatMap(({entries}) => [...entries.keys()]))]
  if (columns.length > MOST.columns) diagnostics.push(error('rows/columns', written.place, `${columns.length} columns: expected at most ${MOST.columns}`))
  const rows = maps.map(({entries, place}) => {
    const cells = columns.map((column): [string, string] => [column, textOf(entries.get(column)?.value, column, json, diagnostics)])
    const [first] = entries.values()
    return {cells: Object.fromEntries(cells), place: first?.value.place ?? place}
  })
  return {value: {columns, rows}, diagnostics}
}

function textOf(value: Written | undefined, column: string, json: boolean, diagnostics: Diagnostic[]): string {
  if (!value) return ''
  if (value.type === 'text') return json && value.text === 'null' ? '' : value.text.trim()
  if (diagnostics.length < MOST.told) diagnostics.push(error('rows/cell', value.place, `Expected text as \`${column}\` of a row`, 'Put it in quotation marks: `"..."`'))
  return ''
}
