import {type ChildProcess, fork} from 'node:child_process'
import {compiledFolder} from '../start/index.js'
import type {Attempt} from './attempt.js'
import {CHECKS} from './begin-printing.js'
import type {Checked, Job} from './job.js'
import {nodeFlags} from './node-flags.js'
import {type Answer, ordersTo} from './orders.js'
import {processorsHere} from './processors.js'

const WORKER = new URL('worker.js', import.meta.url)

/** A process takes as long to begin as checking some thirty papers: each is worth it for so many. */
const WORTH = 40

/** A paper that was checked in another process, and the milliseconds it took there. */
export interface CheckedElsewhere {
  made: Attempt<Checked>
  ms: number
}

/** Processes that check papers beside this one. */
export interface Checkers {
  /** A paper, where it is there already; whoever cannot wait checks it himself, and gets the same. */
  take(job: Job): CheckedElsewhere | undefined
  end(): void
}

export interface CheckersOptions {
  /** How many processes check at a time, this one included; as many as the machine has processors where absent. */
  processes?: number
  /** The module that a process runs: `worker.js` where absent. */
  entry?: URL
}

/**
 * Has papers checked by other processes, the last ones first, where they are many: who goes through them from the first meets what is done. A process that
 * fails, or does not begin, is no loss: what it has not answered is not there.
 */
export function openCheckers(jobs: readonly Job[], {processes = processorsHere(), entry = WORKER}: CheckersOptions = {}): Checkers {
  const helpers = Math.min(processes - 1, Math.floor(jobs.length / WORTH))
  const done = new Map<Job, CheckedElsewhere>()
  const backwards = jobs.toReversed()
  const children = Array.from({length: Math.max(0, helpers)}, (_, at) => begin(entry, backwards.filter((_, index) => index % helpers === at), (job, made) => done.set(job, made)))
  return {
    take: (job) => done.get(job),
    end() {
      for (const child of children) if (child.connected) child.disconnect()
    },
  }
}

function begin(entry: URL, jobs: readonly Job[], answered: (job: Job, made: CheckedElsewhere) => void): ChildProcess {
  const child = fork(entry, [compiledFolder(process.env) ?? '', CHECKS], {execArgv: nodeFlags(), serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc']})
  const send = ordersTo(child)
  let next = 0
  child.on('error', () => undefined) // it never began, or is gone
  child.on('message', (answer: Answer<Checked>) => {
    if ('made' in answer) {
      const job = jobs[next++]
      if (job && answer.made.fault === undefined) answered(job, answer) // a fault may be that of its process
      return
    }
    for (const job of jobs) send(job)
  })
  child.unref() // what it keeps for the next one it writes when the command has ended
  return child
}
