import path from 'node:path'
import {hasErrors} from '../diagnostic.js'
import {factLedger, type LedgerEntry} from '../ledger.js'
import {checkPapers, withSeverities} from '../press/index.js'
import {findBriefings, openWorkspace} from '../workspace/index.js'
import {shown} from './code-frame.js'
import {type Day, dayAtHand} from './day-at-hand.js'
import type {Io} from './io.js'
import {jobsOf} from './papers.js'
import {rowJobs} from './row-jobs.js'
import {makeReporter} from './reporter.js'
import {widthOf} from './width-of.js'
import {some, tally} from './tally.js'

/** What `facts` may be asked for. */
export interface FactsOptions {
  on?: Day
  /** Only facts that are stale, or due for review, within so many days. */
  due?: number
  format: 'pretty' | 'json'
}

/** Lists the fact registers of briefings; returns the exit code: 0, or 1 where a register cannot be read. */
export async function factsCommand(paths: readonly string[], {on: asked, due, format}: FactsOptions, io: Io): Promise<number> {
  const opened = await openWorkspace(io.cwd)
  const workspace = opened.value
  const root = workspace?.root ?? io.cwd
  // Findings go where people read them: the list itself is for pipes.
  const reporter = makeReporter('pretty', {io: {...io, stdout: {write: () => true}}, root, papers: 0})
  const close = async (diagnostics: typeof opened.diagnostics) => {
    const report = {diagnostics: withSeverities(diagnostics, workspace?.settings.severity), papers: [], skipped: 0, printing: false}
    await reporter.finish(report)
    return tally(report).exitCode
  }
  if (!workspace) return close(opened.diagnostics)
  const on = asked ?? dayAtHand(io)
  const {found, diagnostics: about} = await findBriefings(workspace, paths, io.cwd)
  const own = found.filter((one) => one.workspace === workspace)
  // A warning that the project raises is no reason not to know what a paper prints.
  const jobs = (await rowJobs(await jobsOf(own, workspace, {on}))).jobs.map(({severity: _, ...job}) => job)
  const papers = await checkPapers(jobs)
  const {entries, diagnostics} = await factLedger(
    own.map(({source}) => source),
    {files: workspace.files, on, uses: papers.flatMap(({facts}) => facts)},
  )
  const listed = due === undefined ? entries : entries.filter((entry) => entry.due !== undefined && entry.due <= due)
  const unread = papers.filter((paper) => hasErrors(paper.diagnostics)).length
  if (format === 'json') io.stdout.write(`${JSON.stringify({on: dayText(on), facts: listed}, null, 2)}\n`)
  else writeTable(listed, io, root)
  if (unread > 0) io.stderr.write(`Where facts are used is not known of ${some(unread, 'paper')} with errors: \`demarche check\` tells them\n`)
  return close([...opened.diagnostics, ...about, ...diagnostics])
}

const dayText = ({year, month, day}: Day): string => [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-')

/** One line a fact: its id, value, of when, age, when it is due, and where it is used. */
function writeTable(entries: readonly LedgerEntry[], io: Io, root: string): void {
  const here = (file: string) => path.relative(io.cwd, path.resolve(root, file)).split(path.sep).join('/')
  const rows = entries.map(({id, value = 'no value', of = '', age, due, status, used}) => [
    id,
    value,
    of,
    age === undefined ? '' : some(age, 'day'),
    due === undefined ? '' : due < 0 ? `${some(-due, 'day')} overdue` : `due in ${some(due, 'day')}`,
    status ?? '',
    used.length === 0 ? 'not used' : [...new Set(used.map(({path: file, start}) => `${here(file)}${start ? `:${start.line}` : ''}`))].join(' '),
  ])
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))))
  for (const row of rows) {
    const line = row.map((cell, at) => (widths[at] === undefined ? cell : cell + ' '.repeat(widths[at] - widthOf(cell)))).filter((_, at) => widths[at] !== 0)
    io.stdout.write(`${shown(line.join('  ').trimEnd())}\n`)
  }
  io.stdout.write(`${some(entries.length, 'fact')}\n`)
}
