import {setImmediate} from 'node:timers/promises'
import {withSeverities} from '../check.js'
import {type Diagnostic, error, hasErrors} from '../diagnostic.js'
import type {Asked} from './asked.js'
import {type Attempt, attempt} from './attempt.js'
import {type CheckersOptions, openCheckers} from './checkers.js'
import {fromHere} from './from-here.js'
import {finishPapers} from './finish-papers.js'
import type {Checked, Checker, FactUse, Job, Printer} from './job.js'
import type {ManifestEntry} from './manifest.js'
import type {Memory} from './memory.js'
import {openPool, type PoolOptions} from './pool.js'
import {findClashes, withClashes} from './same-output.js'
import {openShelf} from './shelf.js'
import {stopwatch} from './stopwatch.js'

/** What became of one paper. Places are told from the workspace at hand. */
export interface PaperReport {
  /** The briefing's path, from the workspace at hand. */
  briefing: string
  /** The key of the row that it is made for, where the briefing is a template. */
  row?: string
  diagnostics: Diagnostic[]
  /** Findings that were known before: neither told nor counted. */
  known?: Diagnostic[]
  leftOut: Checked['leftOut']
  /** The facts it prints; none where it has an error. */
  facts: FactUse[]
  /** Present where it was written. `path` from the output folder. */
  written?: ManifestEntry & {bytes: number}
  /** Where the program itself failed. */
  fault?: string
}

export interface PressOptions {
  /** A warning counts as an error: it stops its paper. */
  strict?: boolean
  /** Which findings are told, and which were known before; all are told where absent. */
  sift?(diagnostics: Diagnostic[]): {told: Diagnostic[]; known: Diagnostic[]}
  /** What earlier runs have left: what has not changed since is not made again. */
  memory?: Memory
  onStart?(job: Job): void
  /** Told of each paper what it depended on; nothing where that is not known. */
  onAsked?(job: Job, asked: Asked | undefined): void
  onPaper?(paper: PaperReport): void | Promise<void>
}

export interface BuildOptions extends PressOptions, PoolOptions {
  /** Absolute folder that papers are written to. */
  out: string
  /** Who prints; a pool of processes where absent. */
  printer?: Printer
  /** Who says where papers of one name would be written; this process where absent. */
  checker?: Checker
  /** Ends the build: what is finished is written, the rest is as it was. */
  signal?: AbortSignal
}

/** Checks papers, and tells them in their order; the renderer is never loaded. Where they are many, other processes check some of them. */
export async function checkPapers(jobs: readonly Job[], options: PressOptions & CheckersOptions & {checker?: Checker} = {}): Promise<PaperReport[]> {
  const {memory, checker} = options
  const recalled = new Map<Job, Attempt<Checked>>()
  for (const job of memory ? jobs : []) {
    const {record, reason} = (await memory?.checked.recall(job)) ?? {reason: 'new'}
    if (record && reason === undefined) recalled.set(job, {...record.made, asked: record.asked})
  }
  const checkers = checker ? undefined : openCheckers(jobs.filter((job) => !recalled.has(job)), options)
  let here = checker
  const checked = async (job: Job): Promise<Attempt<Checked>> => {
    here ??= (await import('./print-paper.js')).inThisProcess().check
    const elapsed = stopwatch()
    const {made, ms} = checkers?.take(job) ?? {made: await attempt(job, here), ms: elapsed()}
    memory?.checked.keep(job, made, ms)
    return made
  }
  const reports: PaperReport[] = []
  try {
    for (const job of jobs) {
      options.onStart?.(job)
      const made = recalled.get(job) ?? (await checked(job))
      options.onAsked?.(job, made.asked)
      const report = reportOf(job, made, options)
      reports.push(report)
      await options.onPaper?.(report)
      await setImmediate()
    }
  } finally {
    checkers?.end()
  }
  return reports
}

/**
 * Prints papers, several at a time, and writes each whole or not at all; then lists what the output folder holds. What is
 * written and told, and in which order, is the same for any number of processes.
 */
export async function buildPapers(
  jobs: readonly Job[],
  options: BuildOptions,
): Promise<{papers: PaperReport[]; diagnostics: Diagnostic[]}> {
  const {out, signal, memory, printer} = options
  const room = printer ? {print: printer, ahead: 1, close() {}} : openPool(options)
  signal?.addEventListener('abort', room.close)
  try {
    const shelf = await openShelf(out)
    const papers: PaperReport[] = []
    const clashes = await findClashes(jobs, async () => options.checker ?? (await import('./print-paper.js')).inThisProcess().check)
    const finished = finishPapers(jobs.filter((job) => !clashes.has(job)), {...room, ...(memory ? {memory} : {}), has: shelf.has, ...options})
    for await (const [job, made] of withClashes(jobs, clashes, finished)) {
      options.onAsked?.(job, made.asked)
      const report = reportOf(job, made, options)
      if (made.value && !hasErrors(report.diagnostics)) await shelf.put(job, made.value, report)
      papers.push(report)
      await options.onPaper?.(report)
    }
    const listed = await shelf.list(papers)
    return {papers, diagnostics: signal?.aborted ? [...listed, stoppedEarly(papers.length, jobs.length)] : listed}
  } finally {
    signal?.removeEventListener('abort', room.close)
    room.close()
  }
}

function stoppedEarly(finished: number, all: number): Diagnostic {
  const message = `Stopped before the end: ${finished} of ${all} papers were finished`
  return error('press/stopped-early', {path: '.'}, message, 'Build again: what was not finished is as it was before')
}

/** What is told of a paper, from the workspace at hand. */
export function reportOf(job: Job, {value, diagnostics, fault}: Attempt<Checked>, {strict, sift}: PressOptions): PaperReport {
  const found = diagnostics.map((diagnostic) => ({
    ...diagnostic,
    ...(job.row ? {rows: [job.row.key]} : {}),
    place: fromHere(job, diagnostic.place),
    ...(diagnostic.fix ? {fix: {...diagnostic.fix, place: fromHere(job, diagnostic.fix.place)}} : {}),
    ...(diagnostic.related ? {related: diagnostic.related.map(({message, place}) => ({message, place: fromHere(job, place)}))} : {}),
  }))
  // What is known stays so where the project raises it.
  const sifted = sift?.(found) ?? {told: found, known: []}
  const told = withSeverities(sifted.told, job.severity)
  const known = withSeverities(sifted.known, job.severity)
  return {
    briefing: fromHere(job, {path: job.source.path}).path,
    ...(job.row ? {row: job.row.key} : {}),
    diagnostics: strict ? told.map((diagnostic) => ({...diagnostic, severity: 'error' as const})) : told,
    ...(known.length > 0 ? {known} : {}),
    leftOut: value?.leftOut.map(({place, words}) => ({place: fromHere(job, place), words})) ?? [],
    facts: value?.facts?.map((use) => ({...use, ...(job.row ? {row: job.row.key} : {}), from: fromHere(job, use.from), place: fromHere(job, use.place)})) ?? [],
    ...(fault === undefined ? {} : {fault}),
  }
}
