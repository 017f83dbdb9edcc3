import {totalmem} from 'node:os'
import {processorsHere} from './processors.js'

/**
 * How V8 compiles, by version of Node, where it was measured. Its thorough compiler takes a third of the time of a process that prints or checks
 * some dozens of papers, and seldom gives it back: what comes before it does, and on Node 20, where nothing does, it waits until it is surely worth it.
 */
const COMPILING: Record<string, string[]> = {20: ['--interrupt-budget=1540000'], 22: ['--max-opt=2'], 24: ['--max-opt=2']}

/**
 * Up to how many megabytes V8 lets the heap grow before it collects all of it, at the most and at the least. A process that prints keeps some 100 MB; V8 begins
 * with far less, and collects the whole every dozen papers, in threads that a machine with as many processes as processors has no room for.
 */
const [MOST, LEAST] = [400, 100]

/** As many for each of the processes as a quarter of the memory has for all; both in megabytes. */
export const roomFor = (processes: number, memory: number): number => Math.max(LEAST, Math.min(MOST, Math.floor(memory / 4 / processes)))

/** In megabytes; less than the machine has where a container is given less. */
const memoryHere = (): number => Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY) / 2 ** 20

/**
 * What Node is started with by who starts it for papers: as this one was, but not to be looked into, and compiling and collecting as above. `megabytes`: what
 * the heap may take at the most. The same on each run of a machine, however many processes it asks for: else V8 would refuse what it compiled before.
 */
export function nodeFlags(megabytes = Number.POSITIVE_INFINITY): string[] {
  const own = [...(COMPILING[process.versions.node.split('.')[0] ?? ''] ?? []), `--initial-heap-size=${Math.min(roomFor(processorsHere(), memoryHere()), Math.floor(megabytes / 2))}`]
  const replaced = new Set(own.map(nameOf))
  return [...process.execArgv.filter((flag) => !flag.startsWith('--inspect') && !replaced.has(nameOf(flag))), ...own]
}

const nameOf = (flag: string): string => flag.replace(/=.*/, '')
