import {error, type Outcome} from '../diagnostic.js'
import {VERSION} from '../version.js'
import type {Asked} from './asked.js'
import type {Job} from './job.js'

export interface Attempt<T> extends Outcome<T> {
  /** Where the program failed: a stack trace, for us and not for authors. */
  fault?: string
  /** The page engine is out of order: nothing more can be printed in this process. */
  poisoned?: boolean
  /** All that it depended on, beside its job; absent where that is not known. */
  asked?: Asked
  /** It was given up before its end: the command was told to stop. */
  stopped?: boolean
}

/** Does one deed on one paper; where the program itself fails, that is told of this paper and its neighbours go on. */
export async function attempt<T>(job: Job, deed: (job: Job) => Promise<Attempt<T>>): Promise<Attempt<T>> {
  try {
    return await deed(job)
  } catch (failure) {
    const what = failure instanceof Error ? failure.message : String(failure)
    const fault = failure instanceof Error && failure.stack ? failure.stack : what
    const told = error(
      'press/bug',
      {path: job.source.path},
      `demarche ${VERSION} failed on this paper: \`${what.split('\n')[0]?.slice(0, 200)}\``,
      'This is a fault of the program and not of the paper. Please report it, with what `DEMARCHE_TRACE=1` adds',
    )
    return {diagnostics: [told], fault, poisoned: isPoison(failure)}
  }
}

/** A trap in yoga's WebAssembly leaves its memory as it stood: every later layout in the process fails. */
const isPoison = (failure: unknown): boolean =>
  failure instanceof Error && (failure.name === 'RuntimeError' || /yoga|wasm/i.test(`${failure.message}\n${failure.stack}`))
