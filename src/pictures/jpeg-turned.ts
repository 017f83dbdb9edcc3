/**
 * Whether a JPEG is to be shown turned by a quarter: orientation 5 to 8 of its Exif data (CIPA DC-008, tag 0x0112). Width and
 * height then change places.
 */
export const isTurned = (bytes: Uint8Array): boolean => orientationOf(bytes) > 4

/** How a JPEG is to be shown, from 1 (as it is) to 8, by its Exif data. */
export function orientationOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 18 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda; ) {
    const isExif = bytes[at + 1] === 0xe1 && String.fromCharCode(...bytes.subarray(at + 4, at + 10)) === 'Exif\0\0'
    if (isExif) return orientationIn(view, at + 10, at + 2 + view.getUint16(at + 2))
    at += bytes[at + 1] === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return 1
}

/** The first directory of a TIFF that stands in the range. */
function orientationIn(view: DataView, start: number, end: number): number {
  const little = view.getUint16(start) === 0x4949
  const directory = start + view.getUint32(start + 4, little)
  if (directory + 2 > Math.min(end, view.byteLength)) return 1
  const entries = view.getUint16(directory, little)
  for (let entry = directory + 2; entry < directory + 2 + 12 * entries && entry + 12 <= Math.min(end, view.byteLength); entry += 12) {
    if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little)
  }
  return 1
}
