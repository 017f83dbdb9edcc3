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

/**
 * Begins a process that prints with the code of that name: `node worker.js <folder of what V8 has compiled> [rehearse]`. What it loads finds the
 * network closed. A process that prints papers may write nothing: one that rehearses keeps what V8 compiles, and sees no paper but the program's own.
 */
export async function beginPrinting(name: string): Promise<void> {
  const [, , folder, deed] = process.argv
  closeNetwork()
  if (deed !== REHEARSE) endWithParent()
  const code = openCode(name.replace('/', '-'), folder || undefined)
  const {serve, rehearse} = code.load(name) as Printing // a border: the bundler writes it
  if (deed !== REHEARSE) return serve(code.wanting)
  await rehearse()
  code.keep('forGood')
}
