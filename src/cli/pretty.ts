import type {Colors} from 'picocolors/types.js'
import type {Diagnostic, Place} from '../diagnostic.js'
import {type CodeFrame, codeFrame, shown} from './code-frame.js'
import {inRows} from './in-rows.js'

export interface PrettyOptions {
  colours: Colors
  /** The text of a file that a place names, where it can be had. */
  textOf(path: string): string | undefined
  /** A place's path as the reader types it. */
  shownPath(path: string): string
}

/** A diagnostic for people: the sentence, the place, the line with marks under what is meant, the deed that mends it. */
export function prettyDiagnostic(diagnostic: Diagnostic, options: PrettyOptions): string {
  const {rule, severity, message, hint, place, related = []} = diagnostic
  const rows = inRows(diagnostic)
  const {colours} = options
  const paint = severity === 'error' ? colours.red : colours.yellow
  const frames = [place, ...related.map((other) => other.place)].map((at) => frameOf(at, options))
  const margin = ' '.repeat(Math.max(2, ...frames.map((frame) => String(frame?.number ?? '').length)) + 1)
  const quiet = (text: string) => colours.dim(text)
  const show = (at: Place, frame: CodeFrame | undefined, mark: (text: string) => string) => [
    `${margin}${quiet('-->')} ${where(at, options)}`,
    ...(frame
      ? [
          `${quiet(`${String(frame.number).padStart(margin.length - 1)} |`)} ${frame.line}`.trimEnd(),
          `${margin}${quiet('|')} ${frame.marks.replace(/\^+/, (marks) => mark(marks))}`,
        ]
      : []),
  ]
  return [
    `${paint(colours.bold(`${severity}[${rule}]`))}${colours.bold(`: ${shown(message)}`)}`,
    ...show(place, frames[0], paint),
    ...related.flatMap((other, index) => [
      `${margin}${quiet('=')} ${shown(other.message)}:`,
      ...show(other.place, frames[index + 1], colours.cyan),
    ]),
    ...(rows === undefined ? [] : [`${margin}${quiet('=')} ${shown(rows)}`]),
    ...(hint === undefined ? [] : [`${margin}${quiet('=')} hint: ${shown(hint)}`]),
    '',
  ].join('\n')
}

const frameOf = (place: Place, {textOf}: PrettyOptions): CodeFrame | undefined => {
  const text = place.start ? textOf(place.path) : undefined
  return text === undefined ? undefined : codeFrame(text, place)
}

/** `path:line:column`, as editors and terminals open it. */
const where = ({path, start}: Place, {shownPath}: PrettyOptions): string =>
  shown(start ? `${shownPath(path)}:${start.line}:${start.column}` : shownPath(path))
