import type {Job, Printed} from '../press/index.js'
import type {Pack} from './pack.js'

/** A pack to print, as it crosses to the process that prints it: `source` is its file, `papers` has the keys of its members. */
export interface PackJob extends Job {
  pack: Omit<Pack, 'papers'>
  members: Omit<Job, 'papers'>[]
}

/** A pack as it was printed. */
export interface PrintedPack extends Printed {
  /** Of each paper: the pages of the pack that it takes. */
  leaves: {key: string; first: number; pages: number}[]
  /** Of each annex: the page of the pack that its tab is. */
  tabs: number[]
}

export const isPackJob = (job: Job): job is PackJob => 'members' in job
