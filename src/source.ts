import type {Place, Point} from './diagnostic.js'

/** A text file as it was read: UTF-8 without its byte order mark, line ends as typed. */
export interface Source {
  /** Relative to the workspace, with `/`. */
  path: string
  text: string
}

const starts = new WeakMap<Source, number[]>()

/** Offsets at which the lines of a source begin; `\r\n`, `\n` and `\r` each end a line. */
function lineStarts(source: Source): number[] {
  const known = starts.get(source)
  if (known) return known
  const found = [0]
  for (const end of source.text.matchAll(/\r\n|\n|\r/g)) found.push(end.index + end[0].length)
  starts.set(source, found)
  return found
}

/** The point at an offset; an offset past either end is brought back to it. */
export function pointAt(source: Source, offset: number): Point {
  const at = Math.max(0, Math.min(offset, source.text.length))
  const lines = lineStarts(source)
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return {line: low + 1, column: at - (lines[low] ?? 0) + 1, offset: at}
}

/** The place from one offset up to, and not with, another. */
export function placeAt(source: Source, start: number, end: number = start): Place {
  return {path: source.path, start: pointAt(source, start), end: pointAt(source, end)}
}

/** Offset of the first character of a 1-based line; the text's length past the last. */
export function offsetOfLine(source: Source, line: number): number {
  return lineStarts(source)[line - 1] ?? source.text.length
}
