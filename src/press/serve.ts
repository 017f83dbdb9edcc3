import {setImmediate} from 'node:timers/promises'
import {type Attempt, attempt} from './attempt.js'
import type {Job} from './job.js'
import type {Answer, Order} from './orders.js'
import {stopwatch} from './stopwatch.js'

/**
 * Does what the command asks for over the channel of this process, a paper at a time and in the order of asking, until the channel closes. `wanting`: V8
 * had to compile for it.
 */
export function servePress<T>(deed: (job: Job) => Promise<Attempt<T>>, wanting = false): void {
  const lists = new Map<number, Job['papers']>()
  const answer = (what: Answer<T>) => process.send?.(what, undefined, undefined, () => undefined) // where it cannot be sent, this process is about to end
  let turn: Promise<unknown> = Promise.resolve()
  const work = async ({job, list}: {job: Omit<Job, 'papers'>; list: number}) => {
    const elapsed = stopwatch()
    const made = await attempt({...job, papers: lists.get(list) ?? []}, deed)
    answer({made, ms: elapsed()})
    await setImmediate() // else what a paper leaves behind is never collected: 196 KB each
  }
  // A terminal sends Ctrl-C to every process of the command; the command alone says what is to be finished.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  process.on('disconnect', () => process.exit())
  process.on('message', (order: Order) => {
    if ('papers' in order) lists.set(order.list, order.papers)
    else turn = turn.then(() => work(order))
  })
  answer({ready: true, wanting})
}
