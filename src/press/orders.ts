import type {Attempt} from './attempt.js'
import type {Job, OtherPaper, Printed} from './job.js'

/** What the command sends to a process that prints. A list of papers is shared by many jobs: it crosses once, under a number. */
export type Order = {list: number; papers: readonly OtherPaper[]} | {job: Omit<Job, 'papers'>; list: number}

/** What that process answers: that it can begin, and whether V8 had to compile for it; then how each paper went. */
export type Answer = {ready: true; wanting: boolean} | {made: Attempt<Printed>}
