// How the benchmark measures: deeds in turn, A B A B, so that what else the machine does falls on all of them; medians of their ratios.
import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {performance} from 'node:perf_hooks'

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Runs a command to its end. Its time on the clock, and on all processors together, in milliseconds. */
export function runProcess([command, ...args], {cwd} = {}) {
  const before = childTime()
  const start = performance.now()
  const {status, stdout, stderr, error} = spawnSync(command, args, {cwd, encoding: 'utf8', maxBuffer: 1 << 28, env: {...process.env, NODE_ENV: 'production', NO_COLOR: '1'}})
  const wall = performance.now() - start
  if (status !== 0) throw new Error(`${command} ${args.slice(0, 4).join(' ')}: ${error ?? stderr.slice(0, 2000)}${stdout.slice(0, 500)}`)
  return {wall, cpu: childTime() - before, stdout}
}

/** What the children of this process, and theirs, have had of the processors. 0 where the system does not tell. */
function childTime() {
  try {
    const [, after] = readFileSync('/proc/self/stat', 'utf8').split(') ')
    const fields = after.split(' ')
    return (Number(fields[13]) + Number(fields[14])) * 10
  } catch {
    return 0
  }
}

/** Takes the deeds in turn, so many times. A deed returns what `runProcess` does, or is `{before, run}`; what it does before is not timed. */
export async function inTurn(deeds, times) {
  const runs = Object.fromEntries(Object.keys(deeds).map((name) => [name, []]))
  for (let turn = 0; turn < times; turn++) {
    for (const [name, deed] of Object.entries(deeds)) {
      await deed.before?.(turn)
      runs[name].push(deed.run ? await deed.run(turn) : await deed(turn))
    }
  }
  return runs
}

/** How many times one deed takes of another: the median over the turns, on the clock and of the processors. */
export const ratio = (ours, theirs) => ({
  wall: median(ours.map(({wall}, turn) => wall / theirs[turn].wall)),
  cpu: median(ours.map(({cpu}, turn) => cpu / (theirs[turn].cpu || Number.NaN))),
})
export const wallOf = (runs) => median(runs.map(({wall}) => wall))
export const cpuOf = (runs) => median(runs.map(({cpu}) => cpu))
