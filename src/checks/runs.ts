import type {Passage, Run} from './passages.js'

/** The piece of a passage that a letter is of. */
export const runAt = (runs: readonly Run[], at: number): Run | undefined => runsOver(runs, at, at + 1)[0]

/** The pieces of a passage that words are of. They stand in order, so the first is found by halves: a long paragraph may have thousands. */
export function runsOver(runs: readonly Run[], start: number, end: number): Run[] {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const found: Run[] = []
  for (let run = runs[low]; run && run.start < end; run = runs[++low]) if (run.end > run.start) found.push(run)
  return found
}

/** What is set apart is the title of a source, and keeps its names. */
export const isTitle = ({runs}: Passage, at: number): boolean => runAt(runs, at)?.slanted === true
