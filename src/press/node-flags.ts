/**
 * How V8 compiles, by version of Node, where it was measured. Its thorough compiler takes a third of the time of a process that prints or checks
 * some dozens of papers, and seldom gives it back: what comes before it does, and on Node 20, where nothing does, it waits until it is surely worth it.
 */
const COMPILING: Record<string, string[]> = {20: ['--interrupt-budget=1540000'], 22: ['--max-opt=2'], 24: ['--max-opt=2']}


/**
 * Up to how many megabytes V8 lets the heap grow before it collects all of it. A process that prints keeps some 100 MB at most; V8 begins with far less, and
 * collects the whole every dozen papers, in threads that a machine with as many processes as processors has no room for, and forgets what it compiled.
 */
const ROOM = 400

/**
 * What Node is started with by who starts it for papers: as this one was, but not to be looked into, and compiling and collecting as above. `megabytes`: what
 * the heap may take at the most.
 */
export const nodeFlags = (megabytes = Number.POSITIVE_INFINITY): string[] => [
  ...process.execArgv.filter((flag) => !flag.startsWith('--inspect')),
  ...(COMPILING[process.versions.node.split('.')[0] ?? ''] ?? []),
  `--initial-heap-size=${Math.min(ROOM, Math.floor(megabytes / 2))}`,
]
