import {oncePer} from '../once.js'

/** How a language divides its words, as the package `hyphen` has it. */
export interface Patterns {
  /** `.con5gr`: letters, between them how good (odd) or bad (even) a place is to divide, and a full stop for an edge of the word. */
  patterns: readonly string[]
  /** Words that the patterns would divide badly, divided by hyphens. */
  exceptions: readonly string[]
}

const LEVELS = /\d+/g

/**
 * Divides words of small letters by Liang's method: of all patterns whose letters a word has, the highest level decides for each place
 * between two letters, and an odd one divides. Patterns are found by their letters: to make a tree of them takes ten times as long, and
 * a paper has a few hundred words.
 */
export function divideWords({patterns, exceptions}: Patterns): (word: string) => readonly string[] {
  const byLetters = new Map<string, string>()
  let longest = 0
  for (const pattern of patterns) {
    const letters = pattern.replace(LEVELS, '')
    byLetters.set(letters, pattern)
    longest = Math.max(longest, letters.length)
  }
  const known = new Map(exceptions.map((divided) => [divided.replaceAll('-', ''), divided.split('-')]))
  return oncePer((word) => known.get(word) ?? divide(word, byLetters, longest))
}

function divide(word: string, byLetters: ReadonlyMap<string, string>, longest: number): string[] {
  const edged = `.${word}.`
  const levels = new Uint8Array(edged.length + 1)
  for (let start = 0; start < edged.length; start++) {
    for (let end = Math.min(edged.length, start + longest); end > start; end--) {
      const pattern = byLetters.get(edged.slice(start, end))
      if (pattern !== undefined) raise(levels, start, pattern)
    }
  }
  const parts: string[] = []
  let from = 0
  for (let at = 1; at < word.length; at++) {
    if ((levels[at + 1] ?? 0) % 2 === 0) continue
    parts.push(word.slice(from, at))
    from = at
  }
  return [...parts, word.slice(from)]
}

function raise(levels: Uint8Array, start: number, pattern: string): void {
  let at = start
  for (const sign of pattern) {
    if (sign >= '0' && sign <= '9') levels[at] = Math.max(levels[at] ?? 0, Number(sign))
    else at += sign.length
  }
}
