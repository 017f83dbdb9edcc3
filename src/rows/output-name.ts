import {error, type Outcome, type Place} from '../diagnostic.js'
import type {ColumnUse} from './column-use.js'

/** What `output:` says of a file's name: columns stand in braces. */
export interface OutputPattern {
  text: string
  place: Place
}

const BRACES = /\{([^{}]*)\}/g

/** The columns that a name asks for; `at` knows the place of some characters of it. */
export const usesInOutput = ({text}: OutputPattern, at: (start: number, end: number) => Place): ColumnUse[] =>
  [...text.matchAll(BRACES)].map(({0: whole, 1: name = '', index}) => ({names: [name.trim()], place: at(index, index + whole.length)}))

/** The name of a row's paper; signs that a disk keeps for itself become hyphens. */
export function outputName(pattern: OutputPattern | undefined, template: string, key: string, values: Readonly<Record<string, string>>, row: Place): Outcome<string> {
  if (!pattern) return {value: harmless(`${template}-${key}`), diagnostics: []}
  const missing: string[] = []
  const text = pattern.text.replace(BRACES, (_, name: string) => {
    const value = Object.hasOwn(values, name.trim()) ? (values[name.trim()] ?? '') : ''
    if (value === '') missing.push(name.trim())
    return value
  })
  const related = [{message: `The row \`${key}\` stands here`, place: row}]
  const name = harmless(text)
  if (missing.length > 0) {
    const told = error('rows/no-value', pattern.place, `\`${missing[0]}\` has no value in this row`, 'A name needs one in every row: fill in the cell, or name the file by another column')
    return {diagnostics: [{...told, related}]}
  }
  if (name === '' || name.length > 150) {
    const told = error('rows/output', pattern.place, `\`${text.slice(0, 60)}\` can be no file's name`, 'Write letters, digits and hyphens, and columns in braces: `"{iso3}-position-paper"`')
    return {diagnostics: [{...told, related}]}
  }
  return {value: name, diagnostics: []}
}

/** No sign leads into another folder, hides the file or is refused by a disk. */
const harmless = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|\s]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .replace(/^(con|prn|aux|nul|com\d|lpt\d)$/i, '$1-')
