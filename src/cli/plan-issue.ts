import path from 'node:path'
import {type Diagnostic, error, hasErrors, type Outcome} from '../diagnostic.js'
import {workspaceFiles} from '../files.js'
import {type Finished, fromHere, type Job, type PaperReport, writeWhole} from '../press/index.js'
import {addIssues, type Issuing, readIssued, registerPath, releaseFindings} from '../release/index.js'
import {dayAtHand} from './day-at-hand.js'
import type {Io} from './io.js'
import {sourceDate} from './source-date.js'

/** A printed paper that is to be issued, and what was found in it. */
export interface ToIssue {
  job: Job
  printed: Finished
  report: PaperReport
  /** What its file is called. */
  file: string
}

export interface IssueOptions {
  /** The day of issue: `2026-11-24`. */
  on: string
  /** Milliseconds since 1970: embargoes are held against it. */
  now: number
  recipients: readonly string[]
}

/** What is to be written once the papers are: registers and snapshots, by absolute path, each within its workspace. */
export type Registered = {file: string; within: string; text: string}[]

/** All reasons at once why papers may not be issued; else what their registers will say. Nothing is written. */
export async function planIssue(papers: readonly ToIssue[], {on, now, recipients}: IssueOptions): Promise<Outcome<Registered>> {
  const diagnostics: Diagnostic[] = releaseFindings(
    papers.flatMap(({job, printed: {release}, report}) => {
      if (!release) return []
      const {place, embargo} = release
      return [{release: {...release, place: fromHere(job, place), ...(embargo ? {embargo: {...embargo, place: fromHere(job, embargo.place)}} : {})}, diagnostics: report.diagnostics}]
    }),
    {now},
  )
  const registers = new Map<string, ToIssue[]>()
  for (const one of papers) {
    const file = path.join(one.job.root, registerPath(one.job.source.path))
    registers.set(file, [...(registers.get(file) ?? []), one])
  }
  const written: Registered = []
  for (const [file, own] of registers) {
    const {job: {root}} = own[0] ?? {job: {root: ''}}
    const relative = path.relative(root, file).split(path.sep).join('/')
    const {bytes} = await workspaceFiles(root).read(relative)
    const {value: issued, diagnostics: broken} = readIssued(relative, bytes)
    diagnostics.push(...broken)
    if (!issued) continue
    const {value: added, diagnostics: refused} = addIssues(issued, own.flatMap(issuing), {on, recipients})
    diagnostics.push(...refused)
    for (const [snapshot, text] of added?.snapshots ?? []) written.push({file: path.join(root, snapshot), within: root, text})
    if (added && added.issues.length > 0) written.push({file, within: root, text: added.text})
  }
  return hasErrors(diagnostics) ? {diagnostics} : {value: written, diagnostics}
}

function issuing({job, printed, file}: ToIssue): Issuing[] {
  const {release, said, title, language, audience, brand, paper, sha256} = printed
  if (!release || !said) return []
  const {symbol, rev, add, corr, supersedes} = release
  const common = {title, language, audience, brand, paper, sha256, file, snapshot: said, place: fromHere(job, release.symbolPlace ?? release.place), briefing: job.source.path, rev, add, corr}
  return [{...common, ...(symbol === undefined ? {} : {symbol}), ...(supersedes === undefined ? {} : {supersedes}), ...(job.row ? {row: job.row.key} : {})}]
}

/** The day and the moment of an issue. */
export function momentAtHand(io: Io): Pick<IssueOptions, 'on' | 'now'> {
  const {year, month, day} = dayAtHand(io)
  return {on: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, now: (sourceDate(io) ?? new Date()).getTime()}
}

/** Writes registers and snapshots, each whole or not at all; tells which could not be. */
export async function writeRegisters(registered: Registered): Promise<Diagnostic[]> {
  const failed: Diagnostic[] = []
  for (const {file, within, text} of registered) {
    const trouble = await writeWhole(file, new TextEncoder().encode(text), within)
    if (trouble !== undefined) failed.push(error('release/not-registered', {path: path.relative(within, file)}, `The register of issues cannot be written: ${trouble}`, 'Change the permissions of its folder, and issue the papers again'))
  }
  return failed
}
