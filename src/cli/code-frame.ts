import {widthOf} from './width-of.js'
import type {Place} from '../diagnostic.js'

/** The line a place is in, and the marks that stand under what is meant. */
export interface CodeFrame {
  number: number
  line: string
  marks: string
}

/** No terminal is asked to show more of a paragraph that was typed in one line. */
const WIDEST = 110
const BEFORE = 40

/** The first line of a place, as a terminal shows it; nothing where the text has no such line. */
export function codeFrame(text: string, {start, end}: Place): CodeFrame | undefined {
  if (!start) return undefined
  const typed = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)[start.line - 1]
  if (typed === undefined) return undefined
  const from = Math.min(start.column - 1, typed.length)
  const to = end === undefined ? from + 1 : end.line === start.line ? end.column - 1 : typed.length
  const cut = window(typed, from)
  const before = shown(typed.slice(cut.from, from))
  const meant = shown(typed.slice(from, Math.max(from, Math.min(to, cut.to))))
  const lead = cut.from > 0 ? '…' : ''
  const line = `${lead}${before}${meant}${shown(typed.slice(Math.max(from, Math.min(to, cut.to)), cut.to))}${cut.to < typed.length ? '…' : ''}`
  const marks = ' '.repeat(widthOf(lead + before)) + '^'.repeat(Math.max(1, widthOf(meant)))
  return {number: start.line, line: line.trimEnd(), marks}
}

/** The stretch of a long line that is shown: around where the place begins, never through the middle of a character. */
function window(line: string, at: number): {from: number; to: number} {
  if (line.length <= WIDEST) return {from: 0, to: line.length}
  const from = Math.max(0, Math.min(at - BEFORE, line.length - WIDEST))
  return {from: whole(line, from), to: whole(line, Math.min(line.length, from + WIDEST))}
}

const whole = (line: string, at: number): number => (/[\uDC00-\uDFFF]/.test(line[at] ?? '') ? at - 1 : at)

/** Text of others on a terminal: tabs have a width, and nothing in it steers the screen or turns its direction. */
export const shown = (text: string): string =>
  text
    .replaceAll('\t', '    ')
    .replace(/[\0-\x1f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/[\x7f-\x9f\u202A-\u202E\u2066-\u2069]/g, '\uFFFD')
