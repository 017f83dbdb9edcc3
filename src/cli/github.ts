import type {Diagnostic, Place} from '../diagnostic.js'
import {inRows} from './in-rows.js'

/** A diagnostic as a GitHub workflow command, which shows it at its line of a pull request. */
export function githubDiagnostic(diagnostic: Diagnostic, shownPath: (path: string) => string): string {
  const {rule, severity, message, hint, place} = diagnostic
  const lines = [message, inRows(diagnostic), hint].filter((line) => line !== undefined)
  return command(severity, place, rule, lines.join('\n'), shownPath)
}

/** A passage left out for external readers. */
export const githubLeftOut = ({place, words}: {place: Place; words: string}, shownPath: (path: string) => string): string =>
  command('notice', place, 'left out', `Not printed for external readers: "${words}"`, shownPath)

function command(name: string, {path, start, end}: Place, title: string, text: string, shownPath: (path: string) => string): string {
  const properties: [string, string | number | undefined][] = [
    ['file', path === '.' ? undefined : shownPath(path)],
    ['line', start?.line],
    ['endLine', end?.line],
    ['col', start?.column],
    // GitHub takes an end column only within one line.
    ['endColumn', end && end.line === start?.line && end.column > start.column ? end.column : undefined],
    ['title', title],
  ]
  const given = properties.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`]))
  return `::${name} ${given.join(',')}::${escapeData(text)}`
}

/** As `@actions/core` writes them: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
