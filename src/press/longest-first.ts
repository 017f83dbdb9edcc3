/** Of a paper that was not printed before: milliseconds for each character of its briefing. */
const A_CHARACTER = 0.01

/** What is known of how long a paper takes: milliseconds of an earlier build; else characters. */
export interface Weight {
  ms?: number | undefined
  size: number
}

/** How long a paper takes, about, in milliseconds. */
export const weightOf = ({ms, size}: Weight): number => ms ?? size * A_CHARACTER

/**
 * The order in which papers are begun, as indices: the longest first, so that no process is still busy with one when all others
 * have nothing left to do. Of about the same length, in steps of 1.4 times, they keep their order, and can be told of as they are done.
 */
export function longestFirst(weights: readonly Weight[]): number[] {
  const step = (weight: Weight) => Math.round(2 * Math.log2(Math.max(1, weightOf(weight))))
  return [...weights.keys()].sort((a, b) => step(weights[b] ?? {size: 0}) - step(weights[a] ?? {size: 0}) || a - b)
}
