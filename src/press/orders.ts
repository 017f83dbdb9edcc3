import type {ChildProcess} from 'node:child_process'
import type {Attempt} from './attempt.js'
import type {Job, OtherPaper} from './job.js'

/** What the command sends to a process that prints or checks. A list of papers is shared by many jobs: it crosses once, under a number. */
export type Order = {list: number; papers: readonly OtherPaper[]} | {job: Omit<Job, 'papers'>; list: number}

/** Who sends jobs to a process, in the order of asking. What cannot be sent is no fault here: that process is about to end, and its end is told. */
export function ordersTo(child: ChildProcess): (job: Job) => void {
  const lists = new Map<Job['papers'], number>()
  const send = (order: Order) => child.send(order, () => undefined)
  return ({papers, ...job}) => {
    const known = lists.get(papers)
    const list = known ?? lists.size
    lists.set(papers, list)
    if (known === undefined) send({list, papers})
    send({job, list})
  }
}

/** What that process answers: that it can begin, and whether V8 had to compile for it; then how each paper went, and the milliseconds it took. */
export type Answer<T> = {ready: true; wanting: boolean} | {made: Attempt<T>; ms: number}
