import {hashOf, type Store} from '../cache/index.js'
import type {Diagnostic} from '../diagnostic.js'
import {type Reading, sha256Of} from '../inputs.js'
import {type Asked, changedSince} from './asked.js'
import type {Attempt} from './attempt.js'
import type {Job} from './job.js'

/** What became of a paper in an earlier run, and all that it depended on. */
export interface PaperRecord<T> {
  /** What tells the program that made it, and its version for people. */
  program: string
  version: string
  /** All of its job but where it lies, its text, its row and its neighbours. */
  options: Partial<Job>
  row?: Job['row']
  /** SHA-256 of its briefing; and of its words, without comments and blank lines. */
  source: string
  words: string
  asked: Asked
  made: {value?: T; diagnostics: Diagnostic[]}
  /** How long it took, in milliseconds. */
  ms: number
}

/**
 * A paper as it was, or the first reason why it may not be. `words`: of its text, or in its row; `own`: its text in all else,
 * or a template's, of which a row may print little; `brand`: files of a brand; `around`: anything else it asked for.
 */
export type Recalled<T> = {record: PaperRecord<T>; reason?: never} | {record?: PaperRecord<T>; reason: 'new' | 'words' | 'own' | 'brand' | 'around'}

export interface PaperRecords<T> {
  recall(job: Job): Promise<Recalled<T>>
  /** Keeps what a next run would find again; what a disk, a clock or a fault of ours brought about is not kept. */
  keep(job: Job, made: Attempt<T>, ms: number): void
  /** The newest of a briefing, or of its row, whatever the options were. */
  last(job: Job): PaperRecord<T> | undefined
  /** How long it took, in milliseconds. */
  msOf(job: Job): number | undefined
}

export interface RecordOptions {
  store: Store
  program: string
  version: string
  /** What a paper's reading finds now. */
  look(job: Job): (reading: Reading) => Promise<string>
}

/** What runs of one command remember of papers. */
export function openRecords<T>(deed: 'build' | 'check', {store, program, version, look}: RecordOptions): PaperRecords<T> {
  const textHash = hashingOnce()
  // By what a paper is made from first: folders of several machines can be laid over each other.
  const nameOf = (job: Job) => hashOf(JSON.stringify([deed, program, job.source.path, textHash(job), rowOf(job.row), optionsOf(job)]))
  const lastNameOf = ({prefix, source, row}: Job) => hashOf(JSON.stringify([deed, prefix, source.path, row?.key]))
  // An entry holds what was written under its name: this is what we write.
  const read = (name: string) => parsed(store.get('papers', name)) as PaperRecord<T> | undefined
  const last = (job: Job) => {
    const name = store.get('last', lastNameOf(job))?.toString()
    return name === undefined ? undefined : read(name)
  }
  // Asked for all papers at the end of a build, when most have been recalled: none is read twice for it.
  const times = new WeakMap<Job, number>()
  const recall: PaperRecords<T>['recall'] = async (job) => {
    const record = read(nameOf(job))
    if (!record) {
      const before = last(job)
      if (before?.program !== program) return {...(before ? {record: before} : {}), reason: 'new'}
      const isTemplate = job.row !== undefined && before.source !== textHash(job)
      const isMoreThanLooks = job.row !== undefined || before.words !== wordsHash(job.source.text)
      return {record: before, reason: isMoreThanLooks && !isTemplate ? 'words' : 'own'}
    }
    if (isMoved(record, job)) return {record, reason: 'own'}
    const changed = await changedSince(record.asked, job, look(job))
    if (changed.length === 0) return {record}
    return {record, reason: changed.some(({path}) => /^(?:demarche\/)?styles\//.test(path)) ? 'brand' : 'around'}
  }
  return {
    async recall(job) {
      const recalled = await recall(job)
      if (recalled.record) times.set(job, recalled.record.ms)
      return recalled
    },
    keep(job, {asked, value, diagnostics, ...how}, ms) {
      if (!asked || how.fault !== undefined || how.stopped || how.poisoned || diagnostics.some(({rule}) => rule.startsWith('press/'))) return
      const made = {...(value === undefined ? {} : {value}), diagnostics}
      const own = {options: optionsOf(job), ...(job.row ? {row: job.row} : {}), source: textHash(job), words: wordsHash(job.source.text)}
      const record: PaperRecord<T> = {program, version, ...own, asked, made, ms: Math.round(ms)}
      times.set(job, record.ms)
      const name = nameOf(job)
      store.put('papers', name, JSON.stringify(record))
      store.put('last', lastNameOf(job), name)
    },
    msOf: (job) => times.get(job) ?? (read(nameOf(job)) ?? last(job))?.ms,
    last,
  }
}

/** Papers of one template follow each other, and have one text. */
function hashingOnce(): (job: Job) => string {
  let last = {text: '', hash: sha256Of('')}
  return ({source: {text}}) => {
    if (text !== last.text) last = {text, hash: sha256Of(text)}
    return last.hash
  }
}

/** Of what a reader may come to see. It need not be exact: it decides how a change is looked into, and never whether. */
const wordsHash = (text: string): string => sha256Of(text.replace(/<!--[\s\S]*?-->/g, '').replace(/\s*\n\s*/g, '\n'))

/** Where a row stands decides where its findings are told, and nothing else. */
const isMoved = ({row, made}: PaperRecord<unknown>, job: Job): boolean => made.diagnostics.length > 0 && JSON.stringify(row?.place) !== JSON.stringify(job.row?.place)

const rowOf = (row: Job['row']) => row && [row.key, row.output, Object.entries(row.values).sort()]

/** What a paper is made with, beside what it is made from. */
export function optionsOf({root: _, brandsFrom: __, source: ___, papers: ____, row: _____, ...options}: Job): Partial<Job> {
  return options
}

/** What an entry says; nothing where there is none. */
export function parsed(entry: Uint8Array | undefined): unknown {
  return entry === undefined ? undefined : JSON.parse(new TextDecoder().decode(entry))
}
