/**
 * Reads the files that we write, strictly and by nothing of the program's own: every offset of the table must hold, every
 * object must parse. Names come with their slash, texts as `{text}`, references as `{ref}`.
 */
import {inflateSync} from 'node:zlib'

export interface Ref {
  ref: number
}
export interface Text {
  text: string
}
export interface Dictionary {
  [key: string]: Value
}
export interface Stream {
  dictionary: Dictionary
  bytes: Buffer
}
export type Value = number | boolean | null | string | Text | Ref | Value[] | Stream | Dictionary

export interface ReadPdf {
  trailer: Dictionary
  catalogue: Dictionary
  /** Pages in order. */
  pages: {ref: number; page: Dictionary}[]
  objects: Map<number, Value>
  /** What a value is, references followed. */
  get(value: Value | undefined): Value | undefined
  dictionary(value: Value | undefined): Dictionary
  array(value: Value | undefined): Value[]
}

export const isRef = (value: unknown): value is Ref => typeof value === 'object' && value !== null && 'ref' in value
export const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'text' in value
export const isStream = (value: unknown): value is Stream => typeof value === 'object' && value !== null && 'bytes' in value && 'dictionary' in value
export const textOf = (value: unknown): string => (isText(value) ? value.text : '')

export function readPdf(pdf: Uint8Array): ReadPdf {
  const bytes = Buffer.from(pdf)
  const source = bytes.toString('latin1')
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(source)?.[1])
  const table = objectAt(source, bytes, start)
  if (!isStream(table.value)) throw new Error('The table of objects is no stream')
  const {dictionary: trailer, bytes: entries} = table.value
  const objects = new Map<number, Value>()
  const size = Number(trailer.Size)
  if (entries.length !== size * 7) throw new Error(`The table has ${entries.length} bytes for ${size} objects`)
  const packed = new Map<number, number[]>()
  for (let id = 1; id < size; id += 1) {
    const [sort, where, which] = [entries.readUInt8(id * 7), entries.readUInt32BE(id * 7 + 1), entries.readUInt16BE(id * 7 + 5)]
    if (sort === 1) {
      const {id: found, value} = objectAt(source, bytes, where)
      if (found !== id) throw new Error(`Object ${id} is said to lie where ${found} does`)
      objects.set(id, value)
    } else if (sort === 2) {
      const ids = packed.get(where) ?? []
      ids[which] = id
      packed.set(where, ids)
    } else throw new Error(`Object ${id} is free`)
  }
  for (const [holder, ids] of packed) {
    const stream = objects.get(holder)
    if (!isStream(stream)) throw new Error(`Object ${holder} holds no others`)
    const text = stream.bytes.toString('latin1')
    const numbers = text.slice(0, Number(stream.dictionary.First)).trim().split(/\s+/).map(Number)
    ids.forEach((id, at) => {
      if (numbers[at * 2] !== id) throw new Error(`Object ${id} is not where stream ${holder} has it`)
      objects.set(id, parse(text, Number(stream.dictionary.First) + (numbers[at * 2 + 1] ?? 0)).value)
    })
  }
  const get = (value: Value | undefined): Value | undefined => (isRef(value) ? get(objects.get(value.ref)) : value)
  const dictionary = (value: Value | undefined): Dictionary => {
    const found = get(value)
    if (typeof found !== 'object' || found === null || Array.isArray(found) || isStream(found)) throw new Error(`Not a dictionary: ${JSON.stringify(value)}`)
    return found as Dictionary
  }
  const array = (value: Value | undefined): Value[] => {
    const found = get(value)
    if (!Array.isArray(found)) throw new Error(`Not an array: ${JSON.stringify(value)}`)
    return found
  }
  const catalogue = dictionary(trailer.Root)
  const pagesBelow = (value: Value): {ref: number; page: Dictionary}[] => {
    const node = dictionary(value)
    if (node.Type === '/Pages') return array(node.Kids).flatMap(pagesBelow)
    if (!isRef(value)) throw new Error('A page is no object of its own')
    return [{ref: value.ref, page: node}]
  }
  return {trailer, catalogue, pages: pagesBelow(catalogue.Pages ?? null), objects, get, dictionary, array}
}

function objectAt(source: string, bytes: Buffer, at: number): {id: number; value: Value} {
  const head = /^(\d+) 0 obj\n/.exec(source.slice(at, at + 24))
  if (!head) throw new Error(`No object at ${at}`)
  const {value, end} = parse(source, at + head[0].length)
  const open = /^\s*stream\n/.exec(source.slice(end, end + 16))
  if (!open) return {id: Number(head[1]), value}
  const dictionary = value as Dictionary
  const from = end + open[0].length
  const raw = bytes.subarray(from, from + Number(dictionary.Length))
  if (!/^\s*endstream/.test(source.slice(from + raw.length, from + raw.length + 12))) throw new Error(`The stream of object ${head[1]} has another length`)
  return {id: Number(head[1]), value: {dictionary, bytes: dictionary.Filter === '/FlateDecode' ? inflateSync(raw) : raw}}
}

/** One value of a text in PDF's syntax, and where it ends. */
export function parse(source: string, from: number): {value: Value; end: number} {
  let at = from
  const value = next()
  return {value, end: at}

  function skip(): void {
    while (/\s/.test(source[at] ?? '')) at += 1
  }

  function next(): Value {
    skip()
    if (source.startsWith('<<', at)) return dictionary()
    const sign = source[at]
    if (sign === '<') return hexadecimal()
    if (sign === '(') return literal()
    if (sign === '[') return array()
    const word = /^\/?[^\s/[\]<>()]*/.exec(source.slice(at, at + 300))?.[0] ?? ''
    if (!word) throw new Error(`Nothing to read at ${at}: ${source.slice(at, at + 20)}`)
    const reference = /^(\d+) 0 R\b/.exec(source.slice(at, at + 24))
    at += reference ? reference[0].length : word.length
    if (reference) return {ref: Number(reference[1])}
    if (word.startsWith('/')) return word
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    if (!/^[+-]?\d*\.?\d+$/.test(word)) throw new Error(`\`${word}\` is no value`)
    return Number(word)
  }

  function dictionary(): Dictionary {
    at += 2
    const entries: Dictionary = {}
    for (;;) {
      skip()
      if (source.startsWith('>>', at)) break
      const key = next()
      if (typeof key !== 'string') throw new Error(`A key at ${at} is no name`)
      if (key.slice(1) in entries) throw new Error(`Two entries ${key}`)
      entries[key.slice(1)] = next()
    }
    at += 2
    return entries
  }

  function array(): Value[] {
    at += 1
    const items: Value[] = []
    for (;;) {
      skip()
      if (source[at] === ']') break
      items.push(next())
    }
    at += 1
    return items
  }

  function hexadecimal(): Text {
    const end = source.indexOf('>', at)
    const digits = source.slice(at + 1, end).replace(/\s/g, '')
    at = end + 1
    return {text: decoded(Buffer.from(digits, 'hex').toString('latin1'))}
  }

  function literal(): Text {
    let depth = 0
    let text = ''
    for (; ; at += 1) {
      const sign = source[at]
      if (sign === undefined) throw new Error('A text has no end')
      if (sign === '\\') {
        const octal = /^[0-7]{1,3}/.exec(source.slice(at + 1, at + 4))?.[0]
        const escaped = source[at + 1] ?? ''
        text += octal ? String.fromCharCode(Number.parseInt(octal, 8)) : ({n: '\n', r: '\r', t: '\t', b: '\b', f: '\f'}[escaped] ?? escaped)
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

/** Texts are Latin, or UTF-16 after a mark. */
function decoded(text: string): string {
  if (!text.startsWith('\u00fe\u00ff')) return text
  return Buffer.from(text.slice(2), 'latin1').swap16().toString('utf16le')
}
