import {setImmediate} from 'node:timers/promises'
import {error} from '../diagnostic.js'
import {sha256Of} from '../inputs.js'
import {type Attempt, attempt} from './attempt.js'
import type {Composed, Finished, Job, Printed} from './job.js'
import type {Memory} from './memory.js'
import {longestFirst} from './longest-first.js'
import type {Pool} from './pool.js'

export interface FinishOptions extends Pick<Pool, 'print' | 'ahead'> {
  memory?: Memory
  /** Whether the bytes of a paper from an earlier build can still be had. */
  has(job: Job, paper: Finished): Promise<boolean>
  onStart?(job: Job): void
  signal?: AbortSignal
}

/** What is known of a job before it is begun: its paper from an earlier build, or how it is to be made. */
type Plan = {made: Attempt<Finished>; how?: never} | {made?: never; how: 'compose' | 'print'; ms?: number | undefined}

/**
 * Papers in the order of their jobs, however they are finished: from an earlier build where nothing has changed, else printed,
 * the longest first. Without a memory they are printed in their order, so many ahead of the one waited for: their bytes are held
 * until then, while a memory keeps them aside.
 */
export async function* finishPapers(jobs: readonly Job[], options: FinishOptions): AsyncGenerator<[Job, Attempt<Finished>]> {
  const {memory, ahead, signal, onStart} = options
  const plans: Plan[] = []
  for (const job of jobs) plans.push(await planOf(job, options))
  const maker = makerOf(options)
  const order = memory && ahead > 1 ? longestFirst(plans.map((plan, at) => ({ms: plan.made ? 0 : plan.ms, size: jobs[at]?.source.text.length ?? 0}))) : [...jobs.keys()]
  const window = memory && ahead > 1 ? jobs.length : ahead
  const begun = new Map<number, Promise<Attempt<Finished>>>()
  let next = 0
  for (const [index, job] of jobs.entries()) {
    for (; next < Math.min(jobs.length, index + window) && !signal?.aborted; next++) {
      const at = order[next] ?? next
      const [one, plan] = [jobs[at], plans[at]]
      if (one && plan && !plan.made) begun.set(at, maker(one, plan.how))
    }
    const plan = plans[index]
    if (plan?.made) onStart?.(job)
    const made = plan?.made ?? (await begun.get(index))
    begun.delete(index)
    if (made !== undefined && !made.stopped) yield [job, made]
    await setImmediate() // else what a paper leaves behind is never collected: 196 KB each
  }
}

async function planOf(job: Job, {memory, has}: FinishOptions): Promise<Plan> {
  const {record, reason} = (await memory?.recall(job)) ?? {reason: 'new' as const}
  const ms = record?.ms
  // What is all but sure to make another paper is printed at once: to find it out here would keep a process waiting.
  if (!memory || reason === 'new' || reason === 'words' || reason === 'brand') return {how: 'print', ms}
  if (reason !== undefined) return {how: 'compose', ms}
  const {made, asked} = record
  const {value, diagnostics} = made
  if (!value) return {made: {diagnostics, asked}}
  const paper = {...value, pdf: () => memory.pdf(value.sha256)}
  return (await has(job, paper)) ? {made: {value: paper, diagnostics, asked}} : {how: 'print', ms}
}

/** Who makes papers: composed here first where that may show that nothing of it changed, then printed. */
function makerOf({print, memory, has, onStart}: FinishOptions): (job: Job, how: 'compose' | 'print') => Promise<Attempt<Finished>> {
  let poisonedBy: string | undefined
  let composing: Promise<(job: Job) => Promise<Attempt<Composed>>> | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const printed = async (job: Job): Promise<Attempt<Finished>> => {
    if (poisonedBy !== undefined) return {diagnostics: [notPrinted(job, poisonedBy)]}
    let start = performance.now()
    const made = await attempt<Printed>(job, () =>
      print(job, () => {
        start = performance.now()
        onStart?.(job)
      }),
    )
    if (made.poisoned) poisonedBy = job.source.path
    return memory ? memory.keep(job, made, performance.now() - start) : withBytes(made)
  }
  /** As it was printed before, where its edition was; one paper at a time, for it is done in this process. */
  const recalled = async (job: Job): Promise<Attempt<Finished> | undefined> => {
    composing ??= import('./print-paper.js').then(({inThisProcess}) => inThisProcess().compose)
    const compose = await composing
    const made = memory?.recallEdition(job, await attempt(job, compose))
    return made && (!made.value || (await has(job, made.value))) ? made : undefined
  }
  return async (job, how) => {
    if (how === 'print') return printed(job)
    const mine = turn.then(() => recalled(job))
    turn = mine.then(() => setImmediate())
    const made = await mine
    if (!made) return printed(job)
    onStart?.(job)
    return made
  }
}

function withBytes({value, ...rest}: Attempt<Printed>): Attempt<Finished> {
  if (!value) return rest
  const {pdf, keys: _, found: __, ...checked} = value
  return {...rest, value: {...checked, sha256: sha256Of(pdf), bytes: pdf.length, pdf: () => pdf}}
}

function notPrinted(job: Job, culprit: string) {
  const message = `Not printed: the page engine stopped working on \`${culprit}\``
  return error('press/stopped', {path: job.source.path}, message, 'Build this paper without that one')
}
