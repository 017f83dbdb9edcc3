import {setImmediate} from 'node:timers/promises'
import {error} from '../diagnostic.js'
import {sha256Of} from '../inputs.js'
import {type Attempt, attempt} from './attempt.js'
import type {Composed, Finished, Job, Printed} from './job.js'
import type {Memory} from './memory.js'
import {longestFirst} from './longest-first.js'
import type {Pool} from './pool.js'
import {stopwatch} from './stopwatch.js'

export interface FinishOptions extends Pick<Pool, 'print' | 'ahead'> {
  memory?: Memory
  /** Whether the bytes of a paper from an earlier build can still be had. */
  has(job: Job, paper: Finished): Promise<boolean>
  onStart?(job: Job): void
  signal?: AbortSignal
}

/** What is known of a job before it is begun: its paper from an earlier build, as long as its bytes can be had, or how it is to be made. */
type Plan = {how: 'recall'; made: Attempt<Finished>; ms: 0} | {how: 'compose' | 'print'; ms?: number | undefined}

/**
 * Papers in the order of their jobs, however they are finished: from an earlier build where nothing has changed, else printed,
 * the longest first. Without a memory they are printed in their order, so many ahead of the one waited for: their bytes are held
 * until then, while a memory keeps them aside.
 */
export async function* finishPapers(jobs: readonly Job[], options: FinishOptions): AsyncGenerator<[Job, Attempt<Finished>]> {
  const {memory, ahead, signal, onStart} = options
  const started = new Set<Job>()
  const start = (job: Job) => {
    if (!started.has(job)) onStart?.(job)
    started.add(job)
  }
  const plans: Plan[] = []
  for (const job of jobs) plans.push(await planOf(job, options))
  const maker = makerOf({...options, onStart: start})
  const order = memory && ahead > 1 ? longestFirst(plans.map(({ms}, at) => ({ms, size: jobs[at]?.source.text.length ?? 0}))) : [...jobs.keys()]
  const window = memory && ahead > 1 ? jobs.length : ahead
  const begun = new Map<number, Promise<Attempt<Finished>>>()
  let next = 0
  for (const [index, job] of jobs.entries()) {
    for (; next < Math.min(jobs.length, index + window) && !signal?.aborted; next++) {
      const at = order[next] ?? next
      const [one, plan] = [jobs[at], plans[at]]
      if (one && plan) begun.set(at, maker(one, plan))
    }
    const made = await begun.get(index)
    begun.delete(index)
    if (made !== undefined && !made.stopped) {
      start(job)
      yield [job, made]
    }
    await setImmediate() // else what a paper leaves behind is never collected: 196 KB each
  }
}

async function planOf(job: Job, {memory}: FinishOptions): Promise<Plan> {
  const {record, reason} = (await memory?.recall(job)) ?? {reason: 'new' as const}
  const ms = record?.ms
  // What is all but sure to make another paper is printed at once: to find it out here would keep a process waiting.
  if (!memory || reason === 'new' || reason === 'words' || reason === 'brand') return {how: 'print', ms}
  if (reason !== undefined) return {how: 'compose', ms}
  const {value, diagnostics} = record.made
  const paper = value && {...value, pdf: () => memory.pdf(value.sha256)}
  return {how: 'recall', made: {...(paper ? {value: paper} : {}), diagnostics, asked: record.asked}, ms: 0}
}

/** Who makes papers: looked for, or composed here, where that may show that nothing of it changed; else printed. */
function makerOf({print, memory, has, onStart, signal}: FinishOptions): (job: Job, plan: Plan) => Promise<Attempt<Finished>> {
  let poisonedBy: string | undefined
  let composing: Promise<(job: Job) => Promise<Attempt<Composed>>> | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const printed = async (job: Job): Promise<Attempt<Finished>> => {
    if (poisonedBy !== undefined) return {diagnostics: [notPrinted(job, poisonedBy)]}
    let elapsed = stopwatch()
    const made = await attempt<Printed>(job, () =>
      print(job, () => {
        elapsed = stopwatch()
        onStart?.(job)
      }),
    )
    if (made.poisoned) poisonedBy = job.source.path
    return memory ? memory.keep(job, made, elapsed()) : withBytes(made)
  }
  /** What an earlier build has left, where its bytes can be had. */
  const kept = async (job: Job, made: Attempt<Finished> | undefined) => (made && (!made.value || (await has(job, made.value))) ? made : undefined)
  /** As it was printed before, where its edition was. */
  const composed = async (job: Job): Promise<Attempt<Finished> | undefined> => {
    composing ??= import('./print-paper.js').then(({inThisProcess}) => inThisProcess().compose)
    const compose = await composing
    return kept(job, memory?.recallEdition(job, await attempt(job, compose)))
  }
  return async (job, plan) => {
    if (plan.how === 'print') return printed(job)
    // One paper at a time, for it is done in this process: in between it hears of those that print.
    const mine = turn.then(() => (signal?.aborted ? STOPPED : plan.how === 'recall' ? kept(job, plan.made) : composed(job)))
    turn = mine.then(() => setImmediate())
    return (await mine) ?? printed(job)
  }
}

/** The command was told to stop before it came to this one. */
const STOPPED: Attempt<Finished> = {diagnostics: [], stopped: true}

function withBytes({value, ...rest}: Attempt<Printed>): Attempt<Finished> {
  if (!value) return rest
  const {pdf, keys: _, found: __, ...checked} = value
  return {...rest, value: {...checked, sha256: sha256Of(pdf), bytes: pdf.length, pdf: () => pdf}}
}

function notPrinted(job: Job, culprit: string) {
  const message = `Not printed: the page engine stopped working on \`${culprit}\``
  return error('press/stopped', {path: job.source.path}, message, 'Build this paper without that one')
}
