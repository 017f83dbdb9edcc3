import type {Diagnostic, Place} from '../diagnostic.js'

/** The rows of a file as they stand there. */
export interface Table {
  columns: readonly string[]
  rows: readonly TableRow[]
}

export interface TableRow {
  /** By column; what a row does not have is empty. */
  cells: Readonly<Record<string, string>>
  place: Place
}

/** More than there are States, and what is still read in a moment. */
export const MOST = {rows: 5000, columns: 200, bytes: 4 * 1024 * 1024, told: 20}

/** A table, and what is wrong with it; of one thing in many rows the first are told. */
export interface ReadTable {
  value?: Table
  diagnostics: Diagnostic[]
}
