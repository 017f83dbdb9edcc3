/** The values that a PDF file is made of (ISO 32000-1, 7.3), and how they are read. */

export interface Name {
  name: string
}
export interface Text {
  text: string
}
export interface Ref {
  ref: number
}
export interface Dictionary {
  entries: Map<string, Value>
}
export interface Stream extends Dictionary {
  /** As they stand in the file, compressed. */
  raw: Uint8Array
}
export type Value = number | boolean | null | Name | Text | Ref | Value[] | Dictionary | Stream

const has = (value: unknown, key: string): boolean => typeof value === 'object' && value !== null && key in value
export const isRef = (value: Value | undefined): value is Ref => has(value, 'ref')
export const isDictionary = (value: Value | undefined): value is Dictionary => has(value, 'entries') && !Array.isArray(value) // lists have a method of that name
export const isStream = (value: Value | undefined): value is Stream => has(value, 'raw')
export const isText = (value: Value | undefined): value is Text => has(value, 'text')
export const nameOf = (value: Value | undefined): string | undefined => (has(value, 'name') ? (value as Name).name : undefined) // has a name: is one

/** What cannot be read as a PDF. */
export const unreadable = (what: string): Error => Object.assign(new Error(what), {name: 'UnreadablePdf'})

const SPACE = /[\0\t\n\f\r ]/
const DELIMITER = /[\0\t\n\f\r ()<>[\]{}/%]/
/** No honest file nests deeper. */
const DEEPEST = 60

/** One value from an offset on, and where it ends. `source` has one character a byte. */
export function readValue(source: string, from: number): {value: Value; end: number} {
  let at = from
  const value = next(0)
  return {value, end: at}

  function next(depth: number): Value {
    if (depth > DEEPEST) throw unreadable('values nested without end')
    at = skipSpace(source, at)
    const sign = source[at]
    if (sign === undefined) throw unreadable('a value is missing')
    if (source.startsWith('<<', at)) return dictionary(depth)
    if (sign === '[') return array(depth)
    if (sign === '(') return literal()
    if (sign === '<') return hexadecimal()
    if (sign === '/') return {name: word(at + 1).replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))}
    const reference = /^(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![A-Za-z])/.exec(source.slice(at, at + 24))
    if (reference) {
      at += reference[0].length
      return {ref: Number(reference[1])}
    }
    const typed = word(at)
    if (typed === 'true' || typed === 'false') return typed === 'true'
    if (typed === 'null') return null
    const number = Number(typed)
    if (typed === '' || Number.isNaN(number)) throw unreadable('a value that is none')
    return number
  }

  function word(start: number): string {
    let end = start
    while (end < source.length && !DELIMITER.test(source[end] ?? '')) end++
    at = end
    return source.slice(start, end)
  }

  function dictionary(depth: number): Dictionary {
    at += 2
    const entries = new Map<string, Value>()
    for (;;) {
      at = skipSpace(source, at)
      if (source.startsWith('>>', at)) break
      const key = nameOf(next(depth + 1))
      if (key === undefined) throw unreadable('a key that is no name')
      entries.set(key, next(depth + 1))
    }
    at += 2
    return {entries}
  }

  function array(depth: number): Value[] {
    at += 1
    const items: Value[] = []
    for (;;) {
      at = skipSpace(source, at)
      if (source[at] === ']') break
      items.push(next(depth + 1))
    }
    at += 1
    return items
  }

  function hexadecimal(): Text {
    const end = source.indexOf('>', at)
    if (end < 0) throw unreadable('a text without an end')
    const digits = source.slice(at + 1, end).replace(/[^0-9a-f]/gi, '')
    at = end + 1
    return {text: decoded(Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1'))}
  }

  function literal(): Text {
    let depth = 0
    let text = ''
    for (; ; at++) {
      const sign = source[at]
      if (sign === undefined) throw unreadable('a text without an end')
      if (sign === '\\') {
        const octal = /^[0-7]{1,3}/.exec(source.slice(at + 1, at + 4))?.[0]
        const escaped = source[at + 1] ?? ''
        text += octal ? String.fromCharCode(Number.parseInt(octal, 8) & 255) : ({n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '', '\r': ''}[escaped] ?? escaped)
        at += octal ? octal.length : 1
        continue
      }
      if (sign === '(' && depth++ === 0) continue
      if (sign === ')' && --depth === 0) break
      text += sign
    }
    at += 1
    return {text: decoded(text)}
  }
}

/** Past white space and comments. */
export function skipSpace(source: string, from: number): number {
  let at = from
  for (;;) {
    while (SPACE.test(source[at] ?? '')) at++
    if (source[at] !== '%') return at
    while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at++
  }
}

/** Texts are Latin, or UTF-16 after a mark. */
function decoded(text: string): string {
  if (!text.startsWith('\u00fe\u00ff')) return text
  const bytes = Buffer.from(text.slice(2, 2 + 2 * Math.floor((text.length - 2) / 2)), 'latin1')
  return bytes.swap16().toString('utf16le')
}
