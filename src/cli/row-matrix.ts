import {fromHere, type Job, type PaperReport} from '../press/index.js'
import {columnWithoutValue} from '../rows/index.js'

/** A template's rows, and what they lack of the columns that it uses. */
export interface RowMatrix {
  briefing: string
  /** The file of its rows. */
  file: string
  /** How many rows are printed. */
  rows: number
  /** Columns that it uses, in alphabetical order. */
  columns: string[]
  /** Rows that lack some: `guarded` where nothing that prints of them asks for the value, else `needed`. */
  missing: {row: string; columns: Record<string, 'guarded' | 'needed'>}[]
}

/** What the rows of each template lack. */
export function rowMatrices(jobs: readonly Job[], papers: readonly PaperReport[]): RowMatrix[] {
  const found = new Map<string, RowMatrix>()
  const needed = new Set(papers.flatMap(({briefing, row, diagnostics, known = []}) => [...diagnostics, ...known].flatMap((one) => keyOf(briefing, row, columnWithoutValue(one)) ?? [])))
  for (const job of jobs) {
    const {row} = job
    if (!row) continue
    const briefing = fromHere(job, {path: job.source.path}).path
    const columns = Object.keys(row.values).sort()
    const matrix = found.get(briefing) ?? {briefing, file: fromHere(job, row.place).path, rows: 0, columns, missing: []}
    found.set(briefing, matrix)
    matrix.rows++
    const lacking = columns.filter((column) => row.values[column] === '')
    const states = lacking.map((column) => [column, needed.has(keyOf(briefing, row.key, column) ?? '') ? 'needed' : 'guarded'] as const)
    if (states.length > 0) matrix.missing.push({row: row.key, columns: Object.fromEntries(states)})
  }
  return [...found.values()]
}

const keyOf = (...parts: (string | undefined)[]): string | undefined => (parts.includes(undefined) ? undefined : JSON.stringify(parts))
