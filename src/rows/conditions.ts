/** What decides whether a passage prints: one condition on a column. */
export interface Condition {
  column: string
  /** Values of which it must be one; none asks only whether there is a value. */
  values: readonly string[]
  /** The opposite is meant. */
  not: boolean
  /** Where it stands in the text, in UTF-16 units. */
  start: number
  end: number
}

const NAME = String.raw`"[^"]+"|[^\s"!=,]+`
const TERM = new RegExp(String.raw`(!)?(${NAME})(?:(!=|=)((?:${NAME})(?:,(?:${NAME}))*))?(?=\s|$)`, 'y')

/** Reads `status=party signed !note kind!=a,b`: all of them must hold. Where it cannot be read, the offset of what is wrong comes back. */
export function readConditions(text: string): {conditions: Condition[]; wrong?: number} {
  const conditions: Condition[] = []
  let at = text.search(/\S|$/)
  while (at < text.length) {
    TERM.lastIndex = at
    const [whole, not, name = '', sign, list] = TERM.exec(text) ?? []
    if (whole === undefined || (not && sign)) return {conditions, wrong: at}
    const values = [...(list ?? '').matchAll(new RegExp(NAME, 'g'))].map(([value]) => bare(value))
    conditions.push({column: bare(name), values, not: not === '!' || sign === '!=', start: at, end: at + whole.length})
    at += whole.length
    at += text.slice(at).search(/\S|$/)
  }
  return conditions.length === 0 ? {conditions, wrong: 0} : {conditions}
}

const bare = (word: string): string => word.replace(/^"|"$/g, '')

/** Whether a row fulfils all of them. */
export function holds(conditions: readonly Condition[], values: Readonly<Record<string, string>>): boolean {
  return conditions.every(({column, values: wanted, not}) => {
    const value = Object.hasOwn(values, column) ? (values[column] ?? '') : ''
    return (wanted.length === 0 ? value !== '' : wanted.includes(value)) !== not
  })
}
