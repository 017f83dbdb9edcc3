import path from 'node:path'
import {type Diagnostic, hasErrors} from '../diagnostic.js'
import {finishPapers, openPool, openShelf, type PaperReport, reportOf} from '../press/index.js'
import {findBriefings, openWorkspace} from '../workspace/index.js'
import {dayAtHand} from './day-at-hand.js'
import type {Io} from './io.js'
import {jobsOf, type PaperOptions} from './papers.js'
import {momentAtHand, planIssue, type ToIssue, writeRegisters} from './plan-issue.js'
import {makeReporter} from './reporter.js'
import {rowJobs} from './row-jobs.js'
import {tally} from './tally.js'

export interface IssueCommandOptions extends Pick<PaperOptions, 'out' | 'brand' | 'paper' | 'audience' | 'row' | 'format'> {
  to?: string[]
}

/** Prints papers, and registers that they leave the house; or says all at once why they may not. Returns the exit code. */
export async function issueCommand(paths: readonly string[], options: IssueCommandOptions, io: Io): Promise<number> {
  const {value: workspace, diagnostics: opened} = await openWorkspace(io.cwd)
  const {found, diagnostics: about} = workspace ? await findBriefings(workspace, paths, io.cwd) : {found: [], diagnostics: []}
  const day = dayAtHand(io)
  const {jobs, diagnostics: ofRows} = workspace ? await rowJobs(await jobsOf(found, workspace, {...options, on: day}), options.row ? {rows: options.row} : {}) : {jobs: [], diagnostics: []}
  const out = path.resolve(io.cwd, options.out ?? path.join(workspace?.root ?? io.cwd, workspace?.settings.out ?? 'output'))
  const reporter = makeReporter(options.format, {io, root: workspace?.root ?? io.cwd, papers: jobs.length, out})
  const papers: PaperReport[] = []
  const ready: ToIssue[] = []
  const diagnostics: Diagnostic[] = [...opened, ...about, ...ofRows]
  const shelf = await openShelf(out)
  const pool = io.printer ? {print: io.printer, ahead: 1, close() {}} : openPool({})
  try {
    for await (const [job, made] of finishPapers(hasErrors(diagnostics) ? [] : jobs, {...pool, has: async () => false})) {
      const report = reportOf(job, made, {})
      papers.push(report)
      if (made.value) ready.push({job, printed: made.value, report, file: ''})
    }
  } finally {
    pool.close()
  }
  const {value: registered, diagnostics: reasons} = await planIssue(ready.map((one) => ({...one, file: shelf.nameOf(one.job, one.printed)})), {...momentAtHand(io), recipients: options.to ?? []})
  // What a paper fails by stands in its report already.
  const told = new Set(papers.flatMap((paper) => paper.diagnostics))
  for (const paper of papers) paper.diagnostics = paper.diagnostics.map((one) => reasons.find((reason) => reason.severity === 'error' && sameFinding(reason, one)) ?? one)
  diagnostics.push(...reasons.filter((reason) => ![...told].some((one) => sameFinding(reason, one))))
  if (registered && !hasErrors([...diagnostics, ...papers.flatMap((paper) => paper.diagnostics)])) {
    for (const {job, printed, report} of ready) await shelf.put(job, printed, report)
    diagnostics.push(...(await shelf.list(papers)))
    const unwritten = papers.some((paper) => hasErrors(paper.diagnostics))
    if (!unwritten) diagnostics.push(...(await writeRegisters(registered)))
  }
  for (const paper of papers) await reporter.paper(paper)
  const whole = {papers, diagnostics, skipped: 0, printing: true}
  await reporter.finish(whole)
  return tally(whole).exitCode
}

const sameFinding = (one: Diagnostic, other: Diagnostic): boolean => one.rule === other.rule && one.message === other.message && JSON.stringify(one.place) === JSON.stringify(other.place)
