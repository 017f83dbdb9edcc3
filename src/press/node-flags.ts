/**
 * How V8 compiles, by version of Node, where it was measured. Its thorough compiler takes a third of the time of a process that prints or checks
 * some dozens of papers, and seldom gives it back: what comes before it does, and on Node 20, where nothing does, it waits until it is surely worth it.
 */
const COMPILING: Record<string, string[]> = {20: ['--interrupt-budget=1540000'], 22: ['--max-opt=2'], 24: ['--max-opt=2']}

/** What Node is started with by who starts it for papers: as this one was, but not to be looked into, and compiling as above. */
export const nodeFlags = (): string[] => [...process.execArgv.filter((flag) => !flag.startsWith('--inspect')), ...(COMPILING[process.versions.node.split('.')[0] ?? ''] ?? [])]
