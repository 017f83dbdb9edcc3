import path from 'node:path'
import {type Diagnostic, error} from '../diagnostic.js'
import {type Attempt, attempt} from './attempt.js'
import {fromHere} from './from-here.js'
import type {Checked, Checker, Job} from './job.js'
import {outputPath} from './output-path.js'

/**
 * Papers that would be written to one file, and what is told of each, before anything is printed: none of them is, for which one
 * was meant nobody knows. Language, brand and paper are part of a file's name, so papers of one name are checked; all others are not.
 */
export async function findClashes(jobs: readonly Job[], checker: () => Promise<Checker>): Promise<Map<Job, Diagnostic>> {
  const clashes = new Map<Job, Diagnostic>()
  for (const alike of groupedBy(jobs, nameOf).filter(({length}) => length > 1)) {
    const check = await checker()
    const files = new Map<Job, string>()
    for (const job of alike) {
      const {value} = await attempt(job, check)
      // What has an error is not written at all.
      if (value) files.set(job, outputPath(job, value))
    }
    for (const rivals of groupedBy([...files.keys()], (job) => sameOnDisk(files.get(job) ?? ''))) {
      for (const job of rivals) {
        const rival = rivals.find((one) => one !== job)
        if (rival) clashes.set(job, sameOutput(job, rival, files.get(job) ?? ''))
      }
    }
  }
  return clashes
}

/** Papers as they are finished, and among them, in the order of the jobs, those that are not printed for want of a file of their own. */
export async function* withClashes<T extends Checked>(
  jobs: readonly Job[],
  clashes: ReadonlyMap<Job, Diagnostic>,
  finished: AsyncIterable<[Job, Attempt<T>]>,
): AsyncGenerator<[Job, Attempt<T>]> {
  const order = new Map(jobs.map((job, at) => [job, at]))
  const waiting = [...clashes]
  for await (const [job, made] of finished) {
    while (waiting[0] && (order.get(waiting[0][0]) ?? 0) < (order.get(job) ?? 0)) yield* refused(waiting.shift())
    yield [job, made]
  }
  for (const clash of waiting) yield* refused(clash)
}

function* refused(clash: [Job, Diagnostic] | undefined): Generator<[Job, {diagnostics: Diagnostic[]}]> {
  if (clash) yield [clash[0], {diagnostics: [clash[1]]}]
}

/** Names that differ in capitals, or in how an accent is typed, are one file on many disks. */
export const sameOnDisk = (file: string): string => file.normalize('NFC').toLowerCase()

function sameOutput(job: Job, rival: Job, file: string): Diagnostic {
  const other = fromHere(rival, {path: rival.source.path}).path
  return error('press/same-output', {path: job.source.path}, `\`${other}\` would be written to \`${file}\` too: neither is printed`, 'Rename one of the two')
}

/** The folder and the name of a paper's file, up to its language: papers that differ in it never share a file. */
export function nameOf(job: Job): string {
  // A title is not known before the paper is read: any two of a folder may have the same.
  if (job.names === 'delivery') return sameOnDisk(`${job.prefix} ${path.posix.dirname(job.source.path)}`)
  const usual = {brand: '', paper: 'A4'} as const
  const file = outputPath(job, {title: '', date: '', language: '', brand: '', paper: 'A4', usual, audience: 'external', inputs: []})
  const [name = '', ...folders] = file.split('/').toReversed()
  return sameOnDisk([...folders.toReversed(), name.split('.')[0]].join('/'))
}

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}
