import {editionKey} from '../edition/index.js'
import {type Attempt, formOf, openPool} from '../press/index.js'
import type {MakeOptions} from './make-pack.js'
import type {Pack} from './pack.js'
import type {PackJob, PrintedPack} from './pack-job.js'

/** The module that a process of the pack runs. */
const WORKER = new URL('worker.js', import.meta.url)

/** What a pack may take: so much, and so much more for each of its papers. */
const LIMITS = {seconds: 60, secondsEach: 10, megabytes: 1024, megabytesEach: 8}

/** All papers as one document, in each form of the pack: one after the other, in a process with room and time for all of them. */
export async function* printTogether(pack: Pack, options: MakeOptions): AsyncGenerator<{job: PackJob; printed: Attempt<PrintedPack>}> {
  const {printer, signal, onStart, lightToner, cropMarks} = options
  const count = pack.papers.length
  const {seconds, secondsEach, megabytes, megabytesEach} = LIMITS
  const pool = printer ? undefined : openPool({entry: WORKER, processes: 1, seconds: seconds + count * secondsEach, megabytes: megabytes + count * megabytesEach})
  const print = printer ?? pool?.print
  if (!print) throw new Error('Nobody prints')
  if (pool) signal?.addEventListener('abort', pool.close)
  try {
    for (const output of pack.outputs) {
      const form = formOf(output, {...(lightToner ? {lightToner} : {}), ...(cropMarks ? {cropMarks} : {})})
      const job = jobOf(pack, options, form)
      onStart?.(job)
      // What comes back of a pack is a pack.
      yield {job, printed: (await print(job)) as Attempt<PrintedPack>}
    }
  } finally {
    if (pool) signal?.removeEventListener('abort', pool.close)
    pool?.close()
  }
}

function jobOf(pack: Pack, {jobs}: MakeOptions, form: PackJob['form']): PackJob {
  const [first] = jobs
  if (!first) throw new Error('A pack without a paper')
  const {row: _, on: __, ...common} = first
  const keys = new Map(pack.papers.map(({source, row}) => [row ? `${source.path}#${row.key}` : source.path, editionKey(source.path, row?.key)]))
  const {papers: ___, ...own} = pack
  return {
    ...common,
    ...(form ? {form} : {}),
    source: {path: pack.path, text: ''},
    pack: own,
    members: jobs.map(({papers: _, ...member}) => ({...member, ...(form ? {form} : {})})),
    papers: first.papers.map((paper) => {
      const key = keys.get(paper.from ?? paper.path)
      return key === undefined ? paper : {...paper, key}
    }),
  }
}
