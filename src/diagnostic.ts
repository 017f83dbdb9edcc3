/** What was found, where, and the deed that mends it. Plain data: it crosses processes. */

/** A point in a file: 1-based line and column, 0-based offset; columns and offsets in UTF-16 units. */
export interface Point {
  line: number
  column: number
  offset: number
}

/** Where in which file. Without `start` the whole file is meant. `path` is relative to the workspace, with `/`. */
export interface Place {
  path: string
  start?: Point
  end?: Point
}

export type Severity = 'error' | 'warning'

export interface Diagnostic {
  /** `<room, block or kind>/<what>`, permanent once released. */
  rule: string
  severity: Severity
  /** What is wrong and what was expected, in one sentence; code in backticks. */
  message: string
  /** The deed that mends it. */
  hint?: string
  place: Place
  related?: {message: string; place: Place}[]
  /** The keys of the rows in whose papers it was found, where the paper is made from a template. */
  rows?: string[]
  /** Words that, put in this place and nothing else changed, mend it; what stands there, else the words of a link. */
  fix?: {place: Place; text: string; was?: string}
}

/** What a stage returns: its product where there is one, and everything it has to say about it. */
export interface Outcome<T> {
  value?: T
  diagnostics: Diagnostic[]
}

/** An error at a place; a hint where there is a deed that mends it. */
export function error(rule: string, place: Place, message: string, hint?: string): Diagnostic {
  return hint === undefined ? {rule, severity: 'error', message, place} : {rule, severity: 'error', message, hint, place}
}

/** A warning at a place: it never changes the PDF. */
export function warning(rule: string, place: Place, message: string, hint?: string): Diagnostic {
  return hint === undefined
    ? {rule, severity: 'warning', message, place}
    : {rule, severity: 'warning', message, hint, place}
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error')

/** Diagnostics in the order of the file: by path, then by place; the same finding twice is told once, with all of its rows. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const key = JSON.stringify([diagnostic.rule, diagnostic.message, diagnostic.place])
    const same = seen.get(key)
    if (same) same.push(diagnostic)
    else seen.set(key, [diagnostic])
  }
  const once = [...seen.values()].flatMap(([first, ...others]) => {
    const rows = new Set([first, ...others].flatMap((one) => one?.rows ?? []))
    return first ? [others.length > 0 && rows.size > 0 ? {...first, rows: [...rows]} : first] : []
  })
  const offset = (diagnostic: Diagnostic) => diagnostic.place.start?.offset ?? -1
  return once.sort((a, b) =>
    a.place.path === b.place.path ? offset(a) - offset(b) : a.place.path < b.place.path ? -1 : 1,
  )
}
