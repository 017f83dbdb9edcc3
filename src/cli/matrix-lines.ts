import type {RowMatrix} from './row-matrix.js'

/** Keys of rows that are written out; of more, so many are counted. */
const SHOWN = 6

/** The matrix for people: rows that lack the same columns share a line, `·` where it does no harm and `!` where it is needed. */
export function matrixLines({briefing, file, rows, columns, missing}: RowMatrix, shownPath: (path: string) => string): string[] {
  const lacking = columns.filter((column) => missing.some((row) => column in row.columns))
  const head = `${shownPath(briefing)}: ${rows} ${rows === 1 ? 'row' : 'rows'} of ${shownPath(file)}, ${columns.length} ${columns.length === 1 ? 'column' : 'columns'} used`
  if (lacking.length === 0) return [`${head}; no value is missing`]
  const groups = new Map<string, string[]>()
  for (const row of missing) {
    const marks = lacking.map((column) => ({guarded: '·', needed: '!', none: ' '})[row.columns[column] ?? 'none'])
    const line = marks.map((mark, at) => mark.padStart(Math.ceil((lacking[at]?.length ?? 0) / 2)).padEnd(lacking[at]?.length ?? 0)).join('  ')
    groups.set(line, [...(groups.get(line) ?? []), row.row])
  }
  const named = [...groups].map(([line, keys]) => [line, `${keys.slice(0, SHOWN).join(' ')}${keys.length > SHOWN ? ` and ${keys.length - SHOWN} more` : ''}`] as const)
  const width = Math.max(0, ...named.map(([, name]) => name.length))
  return [
    `${head}; missing values, \`!\` where a paper needs one and \`·\` where none does:`,
    `  ${' '.repeat(width)}  ${lacking.join('  ')}`,
    ...named.map(([line, name]) => `  ${name.padEnd(width)}  ${line}`.trimEnd()),
  ]
}
