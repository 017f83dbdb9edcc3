import {openCode} from '../start/index.js'
import {closeNetwork} from './close-network.js'
import {endWithParent} from './end-with-parent.js'

/** What the code of a process that prints exports. */
export interface Printing {
  /** Prints what the command asks for. `wanting`: V8 had not compiled all of it before. */
  serve(wanting: boolean): Promise<void>
  /** Prints a paper of the program's own, so that V8 compiles what a paper needs. */
  rehearse(): Promise<void>
}

/** How a process is told to compile for others, and to print for nobody. */
export const REHEARSE = 'rehearse'

/** How a process is told to check papers for the command, and to print none. */
export const CHECKS = 'check'

/**
 * Begins a process that prints with the code of that name: `node worker.js <folder of what V8 has compiled> [rehearse | check]`. What it loads finds the
 * network closed. A process that prints papers may write nothing: one that rehearses keeps what V8 compiles, and sees no paper but the program's own.
 */
export async function beginPrinting(name: string): Promise<void> {
  const [, , folder, deed] = process.argv
  const parent = process.ppid
  closeNetwork()
  if (deed === CHECKS) return beginChecking(folder)
  const code = openCode(name.replace('/', '-'), folder || undefined)
  const {serve, rehearse} = code.load(name) as Printing // a border: the bundler writes it
  if (deed !== REHEARSE) {
    // Nothing of a paper has run yet; and the command, which has begun at the same time, is about to wait: a thread costs it nothing now.
    await endWithParent(parent)
    return serve(code.wanting)
  }
  await rehearse()
  code.keep('forGood')
}

/** A check ends by itself, and may write: it keeps what V8 compiled once the command wants no more of it. */
async function beginChecking(folder: string | undefined): Promise<void> {
  const code = openCode('press-checking', folder || undefined)
  process.on('disconnect', () => {
    if (code.wanting) code.keep()
  })
  const {serve} = code.load('press/checking') as Pick<Printing, 'serve'> // a border: the bundler writes it
  await serve(code.wanting)
}
