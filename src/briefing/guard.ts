import {type Diagnostic, error} from '../diagnostic.js'
import {placeAt, type Source} from '../source.js'

const LARGEST = 256 * 1024
/** Far beyond what anyone types, far below what costs the Markdown reader seconds. */
const MOST = {containers: 32, indent: 100, run: 64, runs: 4000, brackets: 800, openings: 200, ticks: 32, underlines: 600, definitions: 4000}

/** Finds, in one pass over the lines, what would keep the Markdown reader busy for seconds: it is refused unread. */
export function guardMarkdown(source: Source, from: number): Diagnostic | undefined {
  const {text} = source
  if (text.length > LARGEST) {
    const place = placeAt(source, 0, 0)
    return error('briefing/too-large', place, 'Expected at most 256 KB of Markdown', 'Split the paper in two')
  }
  const spent: Spent = {runs: 0, brackets: 0, openings: 0, ticks: new Set(), underlines: 0, definitions: 0}
  let at = from
  let [before, above, inTable] = ['', '', false]
  for (const line of text.slice(from).split(/(?<=\n|\r(?!\n))/)) {
    inTable = (inTable && ROW.test(line)) || (before.trim() === '' && beginsTable(above, line))
    // Each row of a table is read by itself.
    if (inTable) beginParagraph(spent)
    ;[before, above] = [above, line]
    const trouble = troubleIn(line, spent)
    if (trouble) {
      const place = placeAt(source, at, at + line.trimEnd().length)
      return error('briefing/tangled', place, `${trouble}: more than a page can hold`, 'Put it in a fence of code, or take it apart')
    }
    at += line.length
  }
  return undefined
}

const ROW = /^ {0,3}\|/

/** Whether two lines, below an empty one, are certainly the head of a table and the dashes under it. */
function beginsTable(head: string, dashes: string): boolean {
  const columns = (row: string) => row.trim().slice(1, -1).split('|').length
  const isHead = ROW.test(head) && /\|\s*$/.test(head) && !head.includes('\\')
  return isHead && /^ {0,3}\|(?:\s*:?-+:?\s*\|)+\s*$/.test(dashes) && columns(head) === columns(dashes)
}

/** `ticks`: the lengths of the rows of backticks. The reader looks for the end of each length up to the end of the paragraph, and finds none for as many. */
type Spent = Record<Exclude<keyof typeof MOST, 'containers' | 'indent' | 'run' | 'ticks'>, number> & {ticks: Set<number>}

function beginParagraph(spent: Spent): void {
  ;[spent.brackets, spent.openings] = [0, 0]
  spent.ticks.clear()
}

function troubleIn(line: string, spent: Spent): string | undefined {
  if (line.trim() === '') beginParagraph(spent)
  // A mark of a list is one before a space: `+-----+` is the edge of another program's table.
  const lead = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=\s|$)))+/.exec(line)?.[0] ?? ''
  const containers = lead.match(/>|[*+-]|\d+[.)]/g)?.length ?? 0
  const rule = /^[ \t>]*([-*_=])(?:[ \t]*\1)*\s*$/.test(line)
  if (!rule && containers > MOST.containers) return `${containers} quotations and lists open in one line`
  if (!rule && containers > 0 && lead.search(/\S/) > MOST.indent) return `A list that begins ${lead.search(/\S/)} columns in`
  if (!rule) {
    for (const {0: run} of line.matchAll(/\*+|_+/g)) {
      if (run.length > MOST.run) return `${run.length} times \`${run[0]}\` in a row`
      spent.runs += run.length > 3 ? run.length : 0
    }
  }
  spent.brackets += line.match(/\[/g)?.length ?? 0
  spent.openings += line.match(/<[!?]/g)?.length ?? 0
  for (const {0: row} of line.matchAll(/`+/g)) spent.ticks.add(row.length)
  if (/^[ >]*(?:=+|-+)\s*$/.test(line)) spent.underlines++
  if (/^[ >]*\[[^\]]*\]:/.test(line)) spent.definitions++
  if (spent.brackets > MOST.brackets) return `${spent.brackets} opening brackets in one paragraph`
  if (spent.openings > MOST.openings) return `${spent.openings} openings of comments in one paragraph`
  if (spent.ticks.size > MOST.ticks) return `Backticks in rows of ${spent.ticks.size} lengths in one paragraph`
  if (spent.runs > MOST.runs) return `${spent.runs} times \`*\` or \`_\` in long rows`
  if (spent.underlines > MOST.underlines) return `${spent.underlines} lines of \`---\` or \`===\``
  if (spent.definitions > MOST.definitions) return `${spent.definitions} definitions of notes and links`
  return undefined
}
