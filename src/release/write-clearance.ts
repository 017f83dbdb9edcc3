/** What is written into a briefing when it is cleared. */
export interface Clearance {
  by: string
  /** `2026-11-24`. */
  on: string
  /** The hash of what was cleared; of a template, that of each row. */
  of: string | Record<string, string>
}

/** A briefing's text with its clearance in the front matter, in the place of an older one or as its last key. Every other byte stays as it is; nothing where it has no front matter. */
export function writeClearance(text: string, {by, on, of}: Clearance): string | undefined {
  const opening = /^\uFEFF?---[ \t]*(\r\n|\n|\r)/.exec(text)
  if (!opening) return undefined
  const eol = opening[1] ?? '\n'
  const start = opening[0].length
  const closing = /^---[ \t]*$/m.exec(text.slice(start).replace(/\r(?!\n)/g, '\n'))
  if (!closing) return undefined
  const end = start + closing.index
  const hashes = typeof of === 'string' ? [`  of: ${of}`] : ['  of:', ...Object.entries(of).map(([row, hash]) => `    ${quoted(row)}: ${hash}`)]
  const written = ['clearance:', `  by: ${quoted(by)}`, `  on: ${on}`, ...hashes].map((line) => line + eol).join('')
  // A key ends where the next one begins: at a line that is neither indented, empty nor a comment.
  const old = /^["']?clearance["']?[ \t]*:.*(?:\r\n|\n|\r)(?:[ \t]+\S.*(?:\r\n|\n|\r))*/m.exec(text.slice(start, end))
  const [from, to] = old ? [start + old.index, start + old.index + old[0].length] : [end, end]
  return text.slice(0, from) + written + text.slice(to)
}

/** In quotation marks where it could be read as anything but a word. */
const quoted = (words: string): string => (/^[A-Za-z][A-Za-z0-9 ._-]*$/.test(words) && words.trim() === words && !/^(?:yes|no|true|false|null|on|off)$/i.test(words) ? words : JSON.stringify(words))
