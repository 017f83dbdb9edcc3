import type {Picture} from '../content.js'

/** Format and size of a picture, read off its first bytes; nothing where it is no PNG, JPEG or SVG. SVG sizes are user units. */
export function pictureSize(bytes: Uint8Array): Omit<Picture, 'sha256'> | undefined {
  return pngSize(bytes) ?? jpegSize(bytes) ?? svgSize(bytes)
}

const sized = (format: Picture['format'], width: number, height: number) =>
  width > 0 && height > 0 ? {format, width, height} : undefined

function pngSize(bytes: Uint8Array) {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  if (bytes.length < 24 || signature.some((byte, i) => bytes[i] !== byte)) return undefined
  const view = viewOf(bytes)
  return sized('png', view.getUint32(16), view.getUint32(20))
}

function jpegSize(bytes: Uint8Array) {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const view = viewOf(bytes)
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return undefined
    // Start of frame: all of C0 to CF but the tables and the reserved one.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return sized('jpeg', view.getUint16(at + 7), view.getUint16(at + 5))
    }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return undefined
}

function svgSize(bytes: Uint8Array) {
  const [tag] = /<svg\b[^>]*>/i.exec(new TextDecoder().decode(bytes.subarray(0, 4096))) ?? []
  if (!tag) return undefined
  const attribute = (name: string) => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`, 'i').exec(tag)?.[1]
  const [, , wide, high] = (attribute('viewBox') ?? '').trim().split(/[\s,]+/).map(Number)
  if (wide && high) return sized('svg', wide, high)
  return sized('svg', Number.parseFloat(attribute('width') ?? ''), Number.parseFloat(attribute('height') ?? ''))
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
