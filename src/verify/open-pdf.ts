import {inflateSync} from 'node:zlib'
import {type Dictionary, isDictionary, isRef, isStream, nameOf, readValue, skipSpace, type Stream, unreadable, type Value} from './pdf-values.js'

/** A PDF file, read as far as it is asked about. */
export interface Pdf {
  trailer: Dictionary
  catalogue: Dictionary
  pages: Dictionary[]
  /** Every object that its tables list, whether or not anything leads to it. */
  objects(): Value[]
  /** What a value is, references followed; nothing where the file has no such object. */
  get(value: Value | undefined): Value | undefined
  /** The entry of a dictionary, references followed. */
  entry(within: Value | undefined, ...keys: string[]): Value | undefined
  /** The bytes of a stream, inflated. */
  content(stream: Stream): Uint8Array
}

/** Why a file is not read: it is none, it ends early, it is locked, or its inside is in disorder. */
export type Refusal = 'not-a-pdf' | 'cut-off' | 'encrypted' | 'damaged'

/** A page of ours is some kilobytes: no stream of a sound paper is larger. */
const LARGEST = 256 * 1024 * 1024
const MOST_PAGES = 20_000

/** Opens a PDF of any origin; never throws for what a file holds. */
export function openPdf(bytes: Uint8Array): Pdf | Refusal {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  if (!/%PDF-\d/.test(source.slice(0, 1024))) return 'not-a-pdf'
  const end = /startxref\s+(\d{1,12})\s+%%EOF\s*$/.exec(source.slice(-1200))
  if (!end) return 'cut-off'
  try {
    const pdf = read(source, bytes, Number(end[1]))
    return pdf ?? 'encrypted'
  } catch (failure) {
    if (failure instanceof Error && (failure.name === 'UnreadablePdf' || failure instanceof RangeError || 'errno' in failure)) return 'damaged'
    throw failure
  }
}

/** Where an object lies: at an offset, or as the n-th in a stream of objects. */
type Where = {at: number} | {within: number; nth: number}

function read(source: string, bytes: Uint8Array, start: number): Pdf | undefined {
  const places = new Map<number, Where>()
  const objects = new Map<number, Value | undefined>()
  const packed = new Map<number, Value[]>()
  const open = new Set<number>()
  const trailer = readTables()
  if (trailer.entries.has('Encrypt')) return undefined
  const catalogue = get(trailer.entries.get('Root'))
  if (!isDictionary(catalogue)) throw unreadable('no catalogue')
  return {trailer, catalogue, pages: pagesBelow(catalogue.entries.get('Pages')), objects: allObjects, get, entry, content}

  /** Newest first: what a later table says of an object counts. */
  function readTables(): Dictionary {
    const seen = new Set<number>()
    const queue = [start]
    let newest: Dictionary | undefined
    for (const at of queue) {
      if (seen.has(at)) continue
      seen.add(at)
      const table = source.startsWith('xref', at) ? plainTable(at) : streamTable(at)
      newest ??= table
      for (const key of ['XRefStm', 'Prev']) {
        const other = table.entries.get(key)
        if (typeof other === 'number') queue.push(other)
      }
    }
    if (!newest) throw unreadable('no table of objects')
    return newest
  }

  function plainTable(from: number): Dictionary {
    let at = from + 4
    for (;;) {
      at = skipSpace(source, at)
      const head = /^(\d+)\s+(\d+)\s*/.exec(source.slice(at, at + 40))
      if (!head) break
      at += head[0].length
      const [first, count] = [Number(head[1]), Number(head[2])]
      if (count > source.length / 18) throw unreadable('a table longer than its file')
      for (let index = 0; index < count; index++, at += 20) {
        const entry = /^(\d{10}) \d{5} ([nf])/.exec(source.slice(at, at + 20))
        if (!entry) throw unreadable('a broken table of objects')
        if (entry[2] === 'n' && !places.has(first + index)) places.set(first + index, {at: Number(entry[1])})
      }
    }
    if (!source.startsWith('trailer', at)) throw unreadable('no trailer')
    const {value} = readValue(source, at + 7)
    if (!isDictionary(value)) throw unreadable('no trailer')
    return value
  }

  function streamTable(at: number): Dictionary {
    const table = objectAt(at)
    if (!isStream(table)) throw unreadable('no table of objects')
    const widths = table.entries.get('W')
    const [a = 0, b = 0, c = 0] = Array.isArray(widths) ? widths.map(Number) : []
    const size = Number(table.entries.get('Size'))
    const index = table.entries.get('Index')
    const ranges = Array.isArray(index) ? index.map(Number) : [0, size]
    const rows = content(table)
    const width = a + b + c
    if (!(width > 0 && width < 32)) throw unreadable('a broken table of objects')
    const number = (from: number, length: number) => rows.subarray(from, from + length).reduce((sum, byte) => sum * 256 + byte, 0)
    let row = 0
    for (let at = 0; at + 1 < ranges.length; at += 2) {
      for (let id = ranges[at] ?? 0; id < (ranges[at] ?? 0) + (ranges[at + 1] ?? 0) && row + width <= rows.length; id++, row += width) {
        const sort = a === 0 ? 1 : number(row, a)
        if (places.has(id) || sort === 0) continue
        if (sort === 1) places.set(id, {at: number(row + a, b)})
        if (sort === 2) places.set(id, {within: number(row + a, b), nth: number(row + a + b, c)})
      }
    }
    return table
  }

  function objectAt(at: number): Value {
    const head = /^\s*\d+\s+\d+\s+obj/.exec(source.slice(at, at + 40))
    if (!head) throw unreadable('an object is not where its table has it')
    const {value, end} = readValue(source, at + head[0].length)
    const opening = /^\s*stream(?:\r\n|\n|\r)/.exec(source.slice(end, end + 20))
    if (!opening || !isDictionary(value)) return value
    const from = end + opening[0].length
    const length = get(value.entries.get('Length'))
    const exact = typeof length === 'number' && /^\s*endstream/.test(source.slice(from + length, from + length + 14)) ? from + length : source.indexOf('endstream', from)
    if (exact < 0) throw unreadable('a stream without an end')
    return {entries: value.entries, raw: bytes.subarray(from, exact)}
  }

  function get(value: Value | undefined): Value | undefined {
    if (!isRef(value)) return value
    const {ref} = value
    if (objects.has(ref)) return objects.get(ref)
    if (open.has(ref)) throw unreadable('objects that refer to each other without end')
    open.add(ref)
    const where = places.get(ref)
    const found = where === undefined ? undefined : 'at' in where ? objectAt(where.at) : packedIn(where.within)[where.nth]
    open.delete(ref)
    const followed = isRef(found) ? get(found) : found
    objects.set(ref, followed)
    return followed
  }

  function allObjects(): Value[] {
    return [...places.keys()].sort((a, b) => a - b).flatMap((ref) => get({ref}) ?? [])
  }

  function packedIn(id: number): Value[] {
    const known = packed.get(id)
    if (known) return known
    const holder = get({ref: id})
    if (!isStream(holder)) throw unreadable('objects in a stream that is none')
    const text = Buffer.from(content(holder)).toString('latin1')
    const first = Number(holder.entries.get('First'))
    const numbers = text.slice(0, first).trim().split(/\s+/).map(Number)
    const values = numbers.flatMap((offset, index) => (index % 2 === 0 ? [] : [readValue(text, first + offset).value]))
    packed.set(id, values)
    return values
  }

  function entry(within: Value | undefined, ...keys: string[]): Value | undefined {
    return keys.reduce<Value | undefined>((value, key) => {
      const found = get(value)
      return isDictionary(found) ? get(found.entries.get(key)) : undefined
    }, get(within))
  }

  function content(stream: Stream): Uint8Array {
    const filter = get(stream.entries.get('Filter'))
    const name = nameOf(Array.isArray(filter) && filter.length === 1 ? get(filter[0]) : filter)
    if (filter === undefined || (Array.isArray(filter) && filter.length === 0)) return stream.raw
    if (name !== 'FlateDecode') return stream.raw // a picture: compared as it stands
    const inflated = inflateSync(stream.raw, {maxOutputLength: LARGEST})
    const given = get(stream.entries.get('DecodeParms'))
    const options = Array.isArray(given) ? get(given[0]) : given
    const predictor = Number(entry(options, 'Predictor') ?? 1)
    return predictor >= 10 ? unpredicted(inflated, Number(entry(options, 'Columns') ?? 1)) : inflated
  }

  function pagesBelow(root: Value | undefined): Dictionary[] {
    const found: Dictionary[] = []
    const seen = new Set<Value>()
    const visit = (value: Value | undefined) => {
      const node = get(value)
      if (!isDictionary(node) || seen.has(node) || found.length > MOST_PAGES) return
      seen.add(node)
      const kids = get(node.entries.get('Kids'))
      if (Array.isArray(kids)) for (const kid of kids) visit(kid)
      else found.push(node)
    }
    visit(root)
    return found
  }
}

/** The rows of a table as PNG's filters left them, of one byte a column (ISO 32000-1, 7.4.4.4). */
function unpredicted(rows: Uint8Array, columns: number): Uint8Array {
  const count = Math.floor(rows.length / (columns + 1))
  const plain = new Uint8Array(count * columns)
  for (let row = 0; row < count; row++) {
    const sort = rows[row * (columns + 1)]
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column
      const left = column > 0 ? (plain[at - 1] ?? 0) : 0
      const above = row > 0 ? (plain[at - columns] ?? 0) : 0
      const corner = column > 0 && row > 0 ? (plain[at - columns - 1] ?? 0) : 0
      plain[at] = (rows[row * (columns + 1) + 1 + column] ?? 0) + predicted(sort, left, above, corner)
    }
  }
  return plain
}

function predicted(sort: number | undefined, left: number, above: number, corner: number): number {
  if (sort === 1) return left
  if (sort === 2) return above
  if (sort === 3) return (left + above) >> 1
  if (sort !== 4) return 0
  const near = [left, above, corner].map((value) => Math.abs(left + above - corner - value))
  const [toLeft = 0, toAbove = 0, toCorner = 0] = near
  return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner
}
