import {setImmediate} from 'node:timers/promises'
import {attempt} from './attempt.js'
import type {Job, Printer} from './job.js'
import type {Answer, Order} from './orders.js'

/** Prints what the command asks for over the channel of this process, a paper at a time, until the channel closes. `wanting`: V8 had to compile for it. */
export function servePress(print: Printer, wanting = false): void {
  const lists = new Map<number, Job['papers']>()
  const answer = (what: Answer) => process.send?.(what)
  // A terminal sends Ctrl-C to every process of the command; the command alone says what is to be finished.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  process.on('disconnect', () => process.exit())
  process.on('message', async (order: Order) => {
    if ('papers' in order) {
      lists.set(order.list, order.papers)
      return
    }
    answer({made: await attempt({...order.job, papers: lists.get(order.list) ?? []}, print)})
    await setImmediate() // else what a paper leaves behind is never collected: 196 KB each
  })
  answer({ready: true, wanting})
}
