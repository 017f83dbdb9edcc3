import type {RowMatrix} from './row-matrix.js'

/** Keys of rows that are written out; of more, so many are counted. */
const SHOWN = 6

/** As wide as a terminal shows without a break; names of columns that are wider together stand above each other. */
const WIDEST = 100

/** The matrix for people: rows that lack the same columns share a line, `·` where it does no harm and `!` where it is needed. */
export function matrixLines({briefing, file, rows, columns, missing}: RowMatrix, shownPath: (path: string) => string): string[] {
  const lacking = columns.filter((column) => missing.some((row) => column in row.columns))
  const head = `${shownPath(briefing)}: ${rows} ${rows === 1 ? 'row' : 'rows'} of ${shownPath(file)}, ${columns.length} ${columns.length === 1 ? 'column' : 'columns'} used`
  if (lacking.length === 0) return [`${head}; no value is missing`]
  const groups = new Map<string, string[]>()
  for (const row of missing) {
    const marks = lacking.map((column) => ({guarded: '·', needed: '!', none: ' '})[row.columns[column] ?? 'none']).join('')
    groups.set(marks, [...(groups.get(marks) ?? []), row.row])
  }
  const named = [...groups].map(([marks, keys]) => [marks, `${keys.slice(0, SHOWN).join(' ')}${keys.length > SHOWN ? ` and ${keys.length - SHOWN} more` : ''}`] as const)
  const width = Math.max(0, ...named.map(([, name]) => name.length))
  const isWide = width + lacking.join('  ').length > WIDEST
  const marked = (marks: string): string =>
    [...marks].map((mark, at) => (isWide ? mark : mark.padStart(Math.ceil((lacking[at]?.length ?? 0) / 2)).padEnd(lacking[at]?.length ?? 0))).join('  ')
  return [
    `${head}; missing values, \`!\` where a paper needs one and \`·\` where none does:`,
    ...(isWide ? stairs(lacking) : [lacking.join('  ')]).map((line) => `  ${' '.repeat(width)}  ${line}`),
    ...named.map(([marks, name]) => `  ${name.padEnd(width)}  ${marked(marks)}`.trimEnd()),
  ]
}

/** Each name above its column, a line for each: lines lead down from those that stand higher. */
const stairs = (names: readonly string[]): string[] => names.map((name, at) => '│  '.repeat(at) + name)
