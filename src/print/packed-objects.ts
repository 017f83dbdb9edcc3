import {deflateSync} from 'node:zlib'

/** One object of a file without a stream, as it is written. */
interface Packed {
  id: number
  text: string
}

/** The trailer of a file. */
export interface Trailer {
  root: number
  info: number
  /** Hexadecimal. */
  identifier: string
}

/** Objects to a stream: enough for them to compress well, few enough to be read one stream at a time. */
const TOGETHER = 200

/**
 * The end of a file in PDF 1.5's compact form: small objects packed in compressed streams, and a compressed table of where
 * all lie (ISO 32000-1, 7.5.7 and 7.5.8). A tagged paper has hundreds of small objects; one by one they would be half of
 * its bytes. `offsets` are those of the objects already written, by their number less one.
 */
export function writePacked(packed: readonly Packed[], offsets: readonly (number | null)[], start: number, {root, info, identifier}: Trailer): Uint8Array {
  const chunks: Buffer[] = []
  let offset = start
  const write = (bytes: Buffer) => {
    chunks.push(bytes)
    offset += bytes.length
  }
  /** The sort of each entry, then the two numbers that say where it lies. */
  const entries: [sort: number, where: number, which: number][] = [[0, 0, 65535]]
  offsets.forEach((at, index) => {
    entries[index + 1] = [1, at ?? 0, 0]
  })
  for (let from = 0; from < packed.length; from += TOGETHER) {
    const some = packed.slice(from, from + TOGETHER)
    const id = entries.length
    let length = 0
    const places = some.map(({id: inner, text}) => {
      const place = `${inner} ${length}`
      length += text.length + 1
      return place
    })
    const first = `${places.join(' ')}\n`
    some.forEach(({id: inner}, at) => {
      entries[inner] = [2, id, at]
    })
    entries[id] = [1, offset, 0]
    write(stream(id, `/Type /ObjStm /N ${some.length} /First ${first.length}`, Buffer.from(first + some.map(({text}) => `${text}\n`).join(''), 'latin1')))
  }
  const id = entries.length
  entries[id] = [1, offset, 0]
  const table = Buffer.alloc(entries.length * 7)
  entries.forEach(([sort, where, which], at) => {
    table.writeUInt8(sort, at * 7)
    table.writeUInt32BE(where, at * 7 + 1)
    table.writeUInt16BE(which, at * 7 + 5)
  })
  const at = offset
  write(stream(id, `/Type /XRef /Size ${entries.length} /W [1 4 2] /Root ${root} 0 R /Info ${info} 0 R /ID [<${identifier}> <${identifier}>]`, table))
  write(Buffer.from(`startxref\n${at}\n%%EOF\n`, 'latin1'))
  return Buffer.concat(chunks)
}

function stream(id: number, entries: string, content: Buffer): Buffer {
  const bytes = deflateSync(content)
  return Buffer.concat([
    Buffer.from(`${id} 0 obj\n<<${entries} /Filter /FlateDecode /Length ${bytes.length}>>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ])
}
