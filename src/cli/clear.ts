import path from 'node:path'
import {fromHere, inThisProcess, writeWhole} from '../press/index.js'
import type {Job} from '../press/index.js'
import {clearedPath, type Snapshot, snapshotText, writeClearance} from '../release/index.js'
import {findBriefings, openWorkspace} from '../workspace/index.js'
import {type Day, dayAtHand} from './day-at-hand.js'
import type {Io} from './io.js'
import {jobsOf} from './papers.js'
import {makeReporter} from './reporter.js'
import {rowJobs} from './row-jobs.js'
import {refuse, tellUsage} from './usage.js'

export interface ClearOptions {
  by: string
  on?: Day
}

/** Writes into briefings that somebody has cleared them, and keeps what they say beside them; returns the exit code. */
export async function clearCommand(paths: readonly string[], {by, on}: ClearOptions, io: Io): Promise<number> {
  if (by.trim() === '') refuse({message: '`--by` takes the name of who clears the paper', hint: 'Write `--by "Legal"`'}, io)
  const {value: workspace, diagnostics: opened} = await openWorkspace(io.cwd)
  const reporter = makeReporter('pretty', {io, root: workspace?.root ?? io.cwd, papers: 0})
  const fail = async (diagnostics: typeof opened) => {
    await reporter.finish({papers: [], diagnostics, skipped: 0, printing: false})
    return 1
  }
  if (!workspace) return fail(opened)
  const {found, diagnostics} = await findBriefings(workspace, paths, io.cwd)
  if (diagnostics.length > 0) return fail(diagnostics)
  const jobs = await jobsOf(found, workspace, {})
  const room = inThisProcess()
  let code = 0
  for (const job of jobs) {
    const {jobs: rows, diagnostics: ofRows} = await rowJobs([job])
    const said = await saidBy(rows, room)
    const troubles = [...ofRows, ...said.diagnostics].filter(({severity}) => severity === 'error')
    if (troubles.length > 0 || said.papers.length === 0) {
      code = await fail(troubles)
      continue
    }
    const shownPath = fromHere(job, {path: job.source.path}).path
    if (said.draft) {
      tellUsage({message: `\`${shownPath}\` says that it is a draft: it is not cleared`, hint: 'Write `status: for-clearance` into it first'}, io)
      code = 1
      continue
    }
    const of = job.source === rows[0]?.source && rows[0].row === undefined ? (said.papers[0]?.hash ?? '') : Object.fromEntries(said.papers.map(({row, hash}) => [row ?? '', hash]))
    const text = writeClearance(job.source.text, {by, on: written(on ?? dayAtHand(io)), of})
    if (text === undefined) throw new Error('A briefing without front matter was read')
    for (const {row, snapshot} of said.papers) await write(job, clearedPath(job.source.path, row), snapshotText(snapshot), io)
    await write(job, job.source.path, text, io)
    io.stdout.write(`${shownPath}: cleared by ${by}${said.papers.length > 1 ? `, ${said.papers.length} papers` : ''}\n`)
  }
  return code
}

interface Said {
  papers: {row?: string; hash: string; snapshot: Snapshot}[]
  draft: boolean
  diagnostics: Awaited<ReturnType<ReturnType<typeof inThisProcess>['check']>>['diagnostics']
}

/** What a briefing's papers say, to external readers and to our own people. */
async function saidBy(jobs: readonly Job[], {check}: ReturnType<typeof inThisProcess>): Promise<Said> {
  const said: Said = {papers: [], draft: false, diagnostics: []}
  for (const job of jobs) {
    const {value, diagnostics} = await check({...job, audience: 'external'})
    said.diagnostics.push(...diagnostics)
    if (!value?.said) continue
    said.draft ||= value.release?.standing === 'draft'
    const inside = value.leftOut.length > 0 ? await check({...job, audience: 'internal'}) : undefined
    if (inside && !inside.value) said.diagnostics.push(...inside.diagnostics)
    const [outside, own] = [value.said.hash, inside?.value?.said?.hash ?? value.said.hash]
    said.papers.push({...(job.row ? {row: job.row.key} : {}), hash: outside === own ? outside : `${outside}/${own}`, snapshot: value.said})
  }
  return said
}

async function write(job: Job, file: string, text: string, io: Io): Promise<void> {
  const trouble = await writeWhole(path.join(job.root, file), new TextEncoder().encode(text), job.root)
  if (trouble !== undefined) refuse({message: `\`${file}\` cannot be written: ${trouble}`, hint: 'Change the permissions of its folder'}, io)
}

const written = ({year, month, day}: Day): string => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
