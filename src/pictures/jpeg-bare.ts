import {orientationOf} from './jpeg-turned.js'

/** What a picture is shown by: JFIF's header, and Adobe's, which tells how its inks are to be read (APP0, APP14). */
const KEPT = [0xe0, 0xee]

/**
 * A JPEG without what its camera and programs wrote into it: where and when it was taken, by whom, previews, comments. All that
 * stays is how it is turned.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const orientation = orientationOf(bytes)
  const parts = [bytes.subarray(0, 2), ...(orientation > 1 && orientation <= 8 ? [exifWith(orientation)] : [])]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at + 1] !== 0xda) {
    const marker = bytes[at + 1] ?? 0
    const end = marker === 0xff ? at + 1 : at + 2 + view.getUint16(at + 2)
    const isSaid = (marker >= 0xe0 && marker <= 0xef && !KEPT.includes(marker)) || marker === 0xfe
    if (!isSaid) parts.push(bytes.subarray(at, end))
    at = end
  }
  parts.push(bytes.subarray(at, endOfPicture(bytes, at)))
  return new Uint8Array(Buffer.concat(parts))
}

/**
 * Where the picture ends; phones append films and maps of depth behind it. A progressive picture has several scans, and parts
 * of known length between them, which may hold any byte.
 */
function endOfPicture(bytes: Uint8Array, from: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = from; at + 4 <= bytes.length; ) {
    const marker = bytes[at] === 0xff ? (bytes[at + 1] ?? 0) : 0
    if (marker === 0xd9) return at + 2
    // Within a scan 0xff stands before 0 (itself), a restart (0xd0 to 0xd7) or more of its kind.
    const isPart = marker > 0 && marker < 0xff && !(marker >= 0xd0 && marker <= 0xd7)
    at += isPart ? 2 + view.getUint16(at + 2) : 1
  }
  return bytes.length
}

/** Exif data of one entry (CIPA DC-008): tag 0x0112, one SHORT. */
const exifWith = (orientation: number): Uint8Array =>
  Uint8Array.of(
    0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, // `Exif`
    0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1,
    0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
    0, 0, 0, 0,
  )
