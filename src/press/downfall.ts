import {error} from '../diagnostic.js'
import {VERSION} from '../version.js'
import type {Attempt} from './attempt.js'
import type {Job, Printed} from './job.js'

/** How a process that printed came to its end. */
export interface Downfall {
  code: number | null
  signal: NodeJS.Signals | null
  /** It took longer than it may, and was ended for it. */
  overdue: boolean
  /** The end of what it said on stderr. */
  lastWords: string
}

/** What one paper may take. */
export interface Limits {
  seconds: number
  /** Of heap. */
  megabytes: number
}

/** What is to be said of a paper that brought down the process it was printed in. */
export function toldOf({source}: Job, {code, signal, overdue, lastWords}: Downfall, {seconds, megabytes}: Limits): Attempt<Printed> {
  const place = {path: source.path}
  const divide = 'Divide the paper, its longest table or list first'
  if (overdue) return {diagnostics: [error('press/too-slow', place, `Not finished after ${seconds} seconds, and stopped`, divide)]}
  // V8 ends the process where its heap is full: exit code 134, as shells count it.
  if (/heap out of memory|Allocation failed/i.test(lastWords)) {
    return {diagnostics: [error('press/out-of-memory', place, `Printing takes more than ${megabytes} MB of memory`, divide)], fault: lastWords}
  }
  if (signal === 'SIGKILL' || code === 137) {
    const message = 'The process that printed this paper was killed from outside (`SIGKILL`), as a system short of memory does'
    return {diagnostics: [error('press/killed', place, message, 'Build it again with `--jobs 1`')]}
  }
  const end = signal ? `by \`${signal}\`` : `with exit code ${code}`
  const told = error(
    'press/bug',
    place,
    `demarche ${VERSION} failed on this paper: its process ended ${end}`,
    'This is a fault of the program and not of the paper. Please report it, with what `DEMARCHE_TRACE=1` adds',
  )
  return {diagnostics: [told], fault: lastWords || `the process ended ${end}`}
}
