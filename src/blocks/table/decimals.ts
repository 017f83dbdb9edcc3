import {pt} from '../../brand/index.js'

/** What a cell of a column of figures takes at the right of its decimal mark, in points. */
export interface Tail {
  /** A number, and no words or dash. */
  number: boolean
  /** The decimal mark and the decimals. */
  decimals: number
  /** The calls of notes after it. */
  hang: number
}

/** Calls of notes up to this wide stand beside the column; wider ones take room in it. */
const MOST_OUTSIDE = 8

/**
 * How a column of figures is set: how far its box reaches over its right edge for the calls of notes, and the space at the
 * right of each cell that puts the decimal marks under each other. Words and dashes stand at the edge.
 */
export function onDecimalMark(tails: readonly Tail[]): {outside: number; right: number[]; inside: number} {
  const hang = Math.max(0, ...tails.map((tail) => tail.hang))
  const decimals = Math.max(0, ...tails.map((tail) => (tail.number ? tail.decimals : 0)))
  const outside = hang <= MOST_OUTSIDE ? pt(hang) : 0
  return {
    outside,
    inside: pt(hang - outside),
    right: tails.map((tail) => pt(hang - tail.hang + (tail.number ? decimals - tail.decimals : 0))),
  }
}

/** The decimal mark and what follows it, as typed. */
export const decimalsOf = (text: string): string => /[.]\d+$/.exec(text.trim())?.[0] ?? ''
