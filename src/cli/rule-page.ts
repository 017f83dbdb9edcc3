import {readPackageFile} from '../files.js'

/** What the reference page says of a rule. */
export interface RuleHelp {
  /** What was found. */
  found: string
  /** The deed that mends it. */
  deed: string
}

/** The row of the page on diagnostics for a rule: `chart/unknown-key` shares that of `<name>/unknown-key`. */
export async function rulePage(): Promise<(rule: string) => RuleHelp | undefined> {
  const {bytes} = await readPackageFile('demarche', 'docs/diagnostics.md')
  const rows = rowsOf(new TextDecoder().decode(bytes ?? new Uint8Array()))
  return (rule) => {
    const [, what = ''] = rule.split('/')
    return rows.get(rule) ?? rows.get(`<kind>/${what}`) ?? rows.get(`<name>/${what}`) ?? rows.get('<name>/<key>')
  }
}

/** Rows such as `` | `chart/no-rows` | a table without a row | add one | ``, some with the severity between; a row may name several rules. */
export function rowsOf(markdown: string): Map<string, RuleHelp> {
  const rows = new Map<string, RuleHelp>()
  for (const line of markdown.split('\n')) {
    if (!/^\| `[a-z<]/.test(line)) continue
    // A bar within a cell is typed `\|`.
    const cells = line.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim().replaceAll('\\|', '|'))
    const [found, deed] = cells.slice(-2)
    if (cells.length < 3 || found === undefined || deed === undefined) continue
    for (const [, rule = ''] of (cells[0] ?? '').matchAll(/`([^`/]+\/[^`/]+)`/g)) rows.set(rule, {found, deed})
  }
  return rows
}
