import {hashOf, programHash, type Store} from '../cache/index.js'
import type {Diagnostic} from '../diagnostic.js'
import {workspaceFiles} from '../files.js'
import {type Reading, readAgain, sha256Of} from '../inputs.js'
import type {Source} from '../source.js'
import {VERSION} from '../version.js'
import type {Attempt} from './attempt.js'
import type {Checked, Composed, Finished, Job, Printed} from './job.js'
import {openRecords, type PaperRecord, type PaperRecords, parsed, type Recalled} from './paper-records.js'
import type {PrintKeys} from './print-keys.js'

/** A paper without its bytes, which are kept under their hash. */
export type KeptPaper = Omit<Finished, 'pdf'>

/** How an edition was printed, whichever its briefing. */
interface PrintedEdition extends Pick<KeptPaper, 'sha256' | 'bytes' | 'pages' | 'conformance'> {
  /** Findings on its pages, and the key of an edition in which they are told at the same places. */
  found: Diagnostic[]
  placed: string
  ms: number
}

/** What is remembered from one run to the next: papers by what they asked for, editions by their hash, PDFs by theirs. */
export interface Memory {
  checked: PaperRecords<Checked>
  /** A finished paper, where nothing that it asked for has changed. */
  recall(job: Job): Promise<Recalled<KeptPaper>>
  /** A paper whose edition was printed before, or that is not to be printed: it has an error. */
  recallEdition(job: Job, composed: Attempt<Composed>): Attempt<Finished> | undefined
  /** Keeps a paper, and its bytes aside: they need not be held. */
  keep(job: Job, made: Attempt<Printed>, ms: number): Attempt<Finished>
  /** The bytes of a paper; nothing where they are gone, or broken. */
  pdf(sha256: string): Uint8Array | undefined
  last(job: Job): PaperRecord<KeptPaper> | undefined
  /** How long papers took, in milliseconds, by their names: in the last build that was not divided, or was put together again. */
  times(): Times
  keepTimes(times: Times): void
  /** How long a paper took, in milliseconds. */
  msOf(job: Job): number | undefined
  /** Whether an edition was printed before. */
  knows(keys: PrintKeys): boolean
  /** What a template asks of its rows, as an earlier run of this program read it, or as it is read now; nothing of what is none. */
  templateAsks<T>(source: Source, read: (source: Source) => T | undefined): T | undefined
  /** What tells the program from others. */
  program: string
}

/** Remembers in a store. */
export function openMemory(store: Store): Memory {
  const program = programHash()
  const shared = {store, program, version: VERSION, look: lookingOnce()}
  const records = openRecords<KeptPaper>('build', shared)
  const editionName = ({key}: PrintKeys) => hashOf(`${program} ${key}`)
  const edition = (keys: PrintKeys): PrintedEdition | undefined => {
    const printed = parsed(store.get('editions', editionName(keys))) as PrintedEdition | undefined // as it was put there
    return printed && (printed.found.length === 0 || printed.placed === keys.placed) ? printed : undefined
  }
  const pdf = (sha256: string) => store.get('prints', sha256)
  return {
    checked: openRecords<Checked>('check', shared),
    recall: records.recall,
    recallEdition(job, {value, ...rest}) {
      if (!value) {
        records.keep(job, rest, 0)
        return rest
      }
      const printed = edition(value.keys)
      if (!printed) return undefined
      const {keys, withFound, ...checked} = value
      const {found, placed, ms, ...print} = printed
      const made = {...rest, value: {...checked, ...print}, diagnostics: withFound(found)}
      records.keep(job, made, ms)
      return {...made, value: {...made.value, pdf: () => pdf(print.sha256)}}
    },
    keep(job, {value, ...rest}, ms) {
      if (!value) {
        records.keep(job, rest, ms)
        return rest
      }
      const {keys, found = [], pdf: bytes, ...checked} = value
      const print = {sha256: sha256Of(bytes), bytes: bytes.length, pages: checked.pages, conformance: checked.conformance}
      const kept: KeptPaper = {...checked, ...print}
      const isAside = store.put('prints', print.sha256, bytes)
      if (keys) store.put('editions', editionName(keys), JSON.stringify({...print, found, placed: keys.placed, ms: Math.round(ms)} satisfies PrintedEdition))
      records.keep(job, {...rest, value: kept}, ms)
      return {...rest, value: {...kept, pdf: isAside ? () => pdf(print.sha256) : () => bytes}}
    },
    pdf,
    last: records.last,
    msOf: records.msOf,
    times: () => timesIn(store),
    keepTimes: (times) => keepTimes(store, times),
    knows: (keys) => edition(keys) !== undefined,
    templateAsks<T>(source: Source, read: (source: Source) => T | undefined) {
      const name = hashOf(JSON.stringify([program, source.path, source.text]))
      const known = parsed(store.get('templates', name)) as T | undefined // as it was put there
      const asks = known ?? read(source)
      if (!known && asks) store.put('templates', name, JSON.stringify(asks))
      return asks
    },
    program,
  }
}

/** Milliseconds by the names of papers. */
export type Times = Readonly<Record<string, number>>

const timesIn = (store: Store): Times => (parsed(store.get('times', 'all')) as Times | undefined) ?? {} // as they were put there

/** Adds times to those that are known. Shards leave them alone: as long as one build goes on, all divide it by the same times. */
export function keepTimes(store: Store, times: Times): void {
  store.put('times', 'all', JSON.stringify({...timesIn(store), ...times}))
}

/** What many papers ask for is read once a run. */
function lookingOnce(): (job: Job) => (reading: Reading) => Promise<string> {
  const known = new Map<string, Promise<string>>()
  return ({root, brandsFrom}) => {
    const files = workspaceFiles(root, brandsFrom)
    return (reading) => {
      const key = JSON.stringify([root, brandsFrom, reading.package, reading.path, reading.folder])
      const looking = known.get(key) ?? readAgain(reading, files)
      known.set(key, looking)
      return looking
    }
  }
}
