import type {Attempt} from './attempt.js'
import type {Job, OtherPaper} from './job.js'

/** What the command sends to a process that prints or checks. A list of papers is shared by many jobs: it crosses once, under a number. */
export type Order = {list: number; papers: readonly OtherPaper[]} | {job: Omit<Job, 'papers'>; list: number}

/** What that process answers: that it can begin, and whether V8 had to compile for it; then how each paper went, and the milliseconds it took. */
export type Answer<T> = {ready: true; wanting: boolean} | {made: Attempt<T>; ms: number}
