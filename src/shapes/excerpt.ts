import type {Place} from '../diagnostic.js'
import {offsetOfLine, placeAt, pointAt, type Source} from '../source.js'

/**
 * Text cut out of a file, and the way back to it. The text of a fence inside a list or a quotation is not one stretch of
 * the file: each of its lines begins behind its own indentation or `>`.
 */
export interface Excerpt {
  source: Source
  text: string
  /** Stretches that stand in the file as they stand in the text, in order: `length` characters from `at` on are those from `offset` on. */
  stretches: readonly {at: number; offset: number; length: number}[]
}

/** The part of a file from one offset up to another; its line ends become `\n`. */
export function excerptOf(source: Source, start = 0, end = source.text.length): Excerpt {
  const stretches: {at: number; offset: number; length: number}[] = []
  let at = 0
  let offset = start
  const lines = source.text.slice(start, end).split(/(\r\n|\r)/)
  for (const [index, line] of lines.entries()) {
    if (index % 2 === 0) stretches.push({at, offset, length: line.length})
    at += index % 2 === 0 ? line.length : 1
    offset += line.length
  }
  return {source, text: lines.map((line, index) => (index % 2 === 0 ? line : '\n')).join(''), stretches}
}

/**
 * Text that begins on a given line of a file and whose every line is the end of its line there, as the text of a fence is.
 */
export function excerptOfLines(source: Source, text: string, firstLine: number): Excerpt {
  const stretches: {at: number; offset: number; length: number}[] = []
  const lines = text.split(/\r\n|\n|\r/)
  let at = 0
  for (const [index, line] of lines.entries()) {
    const end = endOfLine(source, firstLine + index)
    // A tab that belongs half to the container comes out as spaces: only what follows it is found in the file.
    const found = source.text.endsWith(line, end) ? line : line.trimStart()
    const indent = line.length - found.length
    stretches.push({at: at + indent, offset: Math.max(0, end - found.length), length: found.length})
    at += line.length + 1
  }
  return {source, text: lines.join('\n'), stretches}
}

/** Where the words of a line end, without its line end. */
export function endOfLine(source: Source, line: number): number {
  const next = offsetOfLine(source, line + 1)
  const ending = /(\r\n|\n|\r)$/.exec(source.text.slice(Math.max(0, next - 2), next))
  return ending && next > offsetOfLine(source, line) ? next - ending[0].length : next
}

/** The offset in the file of a character of the excerpt; what was added to it counts to what stands before. */
export function fileOffset({stretches}: Excerpt, at: number): number {
  let low = 0
  let high = stretches.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((stretches[middle]?.at ?? 0) <= at) low = middle
    else high = middle - 1
  }
  const stretch = stretches[low]
  return stretch ? stretch.offset + Math.max(0, Math.min(at - stretch.at, stretch.length)) : 0
}

/** The place in the file of a range of the excerpt, without the white space at its end. */
export function placeIn(excerpt: Excerpt, start: number, end: number): Place {
  const typed = excerpt.text.slice(start, end).trimEnd().length || end - start
  const from = fileOffset(excerpt, start)
  return placeAt(excerpt.source, from, Math.max(from, fileOffset(excerpt, start + typed)))
}

/** The point in the file of a character of the excerpt. */
export const pointIn = (excerpt: Excerpt, at: number) => pointAt(excerpt.source, fileOffset(excerpt, at))

/**
 * A text that was made from a range of an excerpt by taking away indentation and joining lines, with its own way back;
 * nothing where an escape makes the two differ.
 */
export function excerptOfText(excerpt: Excerpt, start: number, end: number, text: string): Excerpt | undefined {
  const stretches: {at: number; offset: number; length: number}[] = []
  let at = 0
  let from = start
  for (const line of excerpt.text.slice(start, end).split('\n')) {
    const words = line.trim()
    if (words !== '') {
      at += text.slice(at).search(/\S|$/)
      if (!text.startsWith(words, at)) return undefined
      stretches.push({at, offset: fileOffset(excerpt, from + line.indexOf(words)), length: words.length})
      at += words.length
    }
    from += line.length + 1
  }
  return text.slice(at).trim() === '' && stretches.length > 0 ? {source: excerpt.source, text, stretches} : undefined
}
