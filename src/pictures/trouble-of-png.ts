import {Readable} from 'node:stream'
import {createInflate} from 'node:zlib'
import type {PictureTrouble} from './picture-trouble.js'

/** Channels by the colour type of the header. */
const CHANNELS: Record<number, number> = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
const DEPTHS: Record<number, number[]> = {0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16]}

/**
 * Reads a PNG through to its last row: the decoder that prints it throws where nobody can catch it, and takes every paper
 * of the run along.
 */
export async function troubleOfPng(bytes: Uint8Array, typed: string): Promise<PictureTrouble | undefined> {
  const broken = {rule: 'image-broken', message: `\`${typed}\` is damaged: its picture ends early or cannot be read`, hint: 'Export it again as PNG'}
  const chunks = chunksOf(bytes)
  const header = chunks?.[0]
  if (!chunks || header?.name !== 'IHDR' || header.data.length !== 13) return broken
  const view = new DataView(header.data.buffer, header.data.byteOffset)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const [depth, colour, compression, filter, interlace] = header.data.subarray(8)
  const channels = CHANNELS[colour ?? -1]
  if (channels === undefined || !DEPTHS[colour ?? -1]?.includes(depth ?? 0) || compression || filter || (interlace ?? 2) > 1) return broken
  const palette = chunks.find(({name}) => name === 'PLTE')?.data.length
  if (colour === 3 && (!palette || palette % 3 > 0 || palette > 768)) return broken
  const packed = chunks.filter(({name}) => name === 'IDAT').map(({data}) => data)
  const rows = rowLengths(width, height, channels * (depth ?? 8), interlace === 1)
  return (await unpacksTo(rows, packed)) ? undefined : broken
}

function chunksOf(bytes: Uint8Array): {name: string; data: Uint8Array}[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: {name: string; data: Uint8Array}[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 8 + view.getUint32(at)
    if (end + 4 > bytes.length) return undefined
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (name === 'IEND') return chunks
    chunks.push({name, data: bytes.subarray(at + 8, end)})
    at = end + 4
  }
  return undefined
}

/** First column and row of each of the seven passes of an interlaced picture, and their steps. */
const PASSES = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]] as const

/** Bytes of each row, without the one that names its filter. */
function* rowLengths(width: number, height: number, bits: number, interlaced: boolean): Generator<number> {
  for (const [x, y, right, down] of interlaced ? PASSES : [[0, 0, 1, 1]]) {
    const columns = Math.ceil((width - (x ?? 0)) / (right ?? 1))
    const rows = Math.ceil((height - (y ?? 0)) / (down ?? 1))
    if (columns > 0) for (let row = 0; row < rows; row++) yield Math.ceil((columns * bits) / 8)
  }
}

/** Whether the data unpacks to just these rows, each with a filter that exists; piece by piece, for a small file may hold gigabytes. */
async function unpacksTo(rows: Generator<number>, packed: Uint8Array[]): Promise<boolean> {
  let left = 0
  let done = false
  const inflate = Readable.from(packed).pipe(createInflate())
  try {
    for await (const piece of inflate as AsyncIterable<Uint8Array>) { // without an encoding a stream gives bytes
      for (let at = 0; at < piece.length; ) {
        if (left === 0) {
          const next = rows.next()
          if (next.done || (piece[at] ?? 5) > 4) return false
          left = next.value
          at++
        } else {
          const step = Math.min(left, piece.length - at)
          left -= step
          at += step
        }
      }
    }
    done = left === 0 && rows.next().done === true
  } catch {
    return false // zlib's own errors say the data is damaged
  } finally {
    inflate.destroy()
  }
  return done
}
