import path from 'node:path/posix'
import {workspaceFiles} from '../files.js'
import {fromHere, inThisProcess} from '../press/index.js'
import {changesNote, fullSymbol, latestOf, readIssued, readSnapshot, registerPath} from '../release/index.js'
import {findBriefings, openWorkspace} from '../workspace/index.js'
import type {Io} from './io.js'
import {jobsOf, type PaperOptions} from './papers.js'
import {makeReporter} from './reporter.js'
import {rowJobs} from './row-jobs.js'
import {refuse} from './usage.js'

export type ChangesOptions = Pick<PaperOptions, 'audience' | 'row'>

/** Writes what a paper says that its last issue did not say, as a note in Markdown; returns the exit code. */
export async function changesCommand(typed: string, options: ChangesOptions, io: Io): Promise<number> {
  const {value: workspace, diagnostics: opened} = await openWorkspace(io.cwd)
  const fail = async (diagnostics: typeof opened) => {
    await makeReporter('pretty', {io, root: workspace?.root ?? io.cwd, papers: 0}).finish({papers: [], diagnostics, skipped: 0, printing: false})
    return 1
  }
  if (!workspace) return fail(opened)
  const {found, diagnostics} = await findBriefings(workspace, [typed], io.cwd)
  if (diagnostics.length > 0) return fail(diagnostics)
  const {jobs, unknown} = await rowJobs(await jobsOf(found, workspace, options), options.row ? {rows: options.row} : {})
  if (unknown) refuse(unknown, io)
  const room = inThisProcess()
  let code = 0
  for (const job of jobs) {
    const {value, diagnostics: wrong} = await room.check(job)
    if (!value?.said) {
      code = await fail(wrong)
      continue
    }
    const files = workspaceFiles(job.root)
    const register = registerPath(job.source.path)
    const {value: issued, diagnostics: broken} = readIssued(register, (await files.read(register)).bytes)
    if (!issued) {
      code = await fail(broken)
      continue
    }
    const last = latestOf(issued.issues.filter((one) => one.briefing === job.source.path && one.row === job.row?.key && one.language === value.language && one.audience === value.audience))
    const shown = fromHere(job, {path: job.source.path}).path
    if (!last) {
      io.stdout.write(`${shown} was never issued\n`)
      continue
    }
    const {bytes} = await files.read(path.join(path.dirname(register), last.snapshot))
    const before = bytes && readSnapshot(bytes)
    if (before?.hash !== last.said) refuse({message: `\`${last.snapshot}\` is not what \`${fullSymbol(last)}\` said when it was issued`, hint: 'Bring back the file as it was committed with the register'}, io)
    else io.stdout.write(changesNote(before, value.said, {since: fullSymbol(last), date: last.issued}))
  }
  return code
}
