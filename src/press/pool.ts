import type {Attempt} from './attempt.js'
import {type Limits, toldOf} from './downfall.js'
import {type Hand, hire} from './hand.js'
import type {Job, Printed, Printer} from './job.js'
import {processorsHere} from './processors.js'

/** Far beyond what a paper takes: the longest table that is read prints in a quarter of it. */
const LIMITS: Limits = {seconds: 60, megabytes: 1024}

const WORKER = new URL('worker.js', import.meta.url)

/** A process for a pool, started before there is one: it loads what prints while the command itself is being loaded. */
export const hireFirst = (): Hand => hire(WORKER, LIMITS)

/** A process costs as much as printing some papers: another one is worth it where so many wait for each. */
const WORTH = 3

export interface PoolOptions extends Partial<Limits> {
  /** How many processes print at a time; as many as the machine has processors where absent. */
  processes?: number
  /** The module that a process runs: `worker.js` where absent. */
  entry?: URL
  /** A process that is there already, of `hireFirst`. */
  first?: Hand
}

export interface Pool {
  print: Printer
  /** How many papers may be handed over before one is waited for. */
  ahead: number
  /** Ends every process; papers that are not finished come back as stopped. */
  close(): void
}

interface Task {
  job: Job
  begins?: (() => void) | undefined
  done(made: Attempt<Printed>): void
  /** It has failed in a process that had printed others: that one may have been to blame. */
  again?: true
}

/**
 * Prints papers in processes of their own, each with a limit of memory and of time a paper. Where a paper brings its process
 * down, the process is replaced. A paper is blamed only for the fall of a process that printed nothing before it; else it is
 * tried once more in a fresh one.
 */
export function openPool(options: PoolOptions = {}): Pool {
  const {processes = processorsHere(), entry = WORKER, first} = options
  const limits = {seconds: options.seconds ?? LIMITS.seconds, megabytes: options.megabytes ?? LIMITS.megabytes}
  const waiting: Task[] = []
  const hands = new Set<Hand>()
  let closed = false

  const put = (task: Task): void => {
    const idle = [...hands].find((hand) => !hand.busy)
    if (idle) return void work(idle, task)
    waiting.push(task)
    if (hands.size === 0 || (hands.size < processes && waiting.length >= WORTH)) for (const next of waiting.splice(0, 1)) void work(add(), next)
  }

  const add = (): Hand => {
    const hand = hire(entry, limits)
    hands.add(hand)
    return hand
  }

  const work = async (hand: Hand, task: Task): Promise<void> => {
    const {made, downfall} = await hand.print(task.job, task.begins)
    const isSound = made !== undefined && made.fault === undefined
    if (!isSound) {
      hands.delete(hand)
      hand.end()
    }
    if (closed) return task.done(made ?? {diagnostics: [], stopped: true})
    const isTriedAgain = !isSound && !hand.fresh && !downfall?.overdue && !task.again
    if (isTriedAgain) void work(add(), {...task, begins: undefined, again: true})
    else task.done(made ? withoutPoison(made) : toldOf(task.job, downfall, limits))
    if (!isTriedAgain) for (const next of waiting.splice(0, 1)) void work(isSound ? hand : add(), next)
  }

  // It has loaded what it needs while the briefings were read. Else the first paper brings it: who has none to print needs none.
  if (first) hands.add(first)
  return {
    print: (job, begins) =>
      new Promise((done) => {
        if (closed) done({diagnostics: [], stopped: true})
        else put({job, begins, done})
      }),
    ahead: 16 * processes,
    close() {
      closed = true
      for (const task of waiting.splice(0)) task.done({diagnostics: [], stopped: true})
      for (const hand of hands) hand.end()
      hands.clear()
    },
  }
}

/** The page engine is out of order in its process only, and that is gone. */
const withoutPoison = ({poisoned: _, ...made}: Attempt<Printed>): Attempt<Printed> => made
