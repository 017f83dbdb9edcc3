import type {PictureTrouble} from './picture-trouble.js'

/** What keeps a JPEG from printing: its parts must be whole up to the picture, of eight bits, in grey or colour. */
export function troubleOfJpeg(bytes: Uint8Array, typed: string): PictureTrouble | undefined {
  const broken = {rule: 'image-broken', message: `\`${typed}\` is damaged: its picture ends early or cannot be read`, hint: 'Export it again as JPEG'}
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let framed = false
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return broken
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    const length = view.getUint16(at + 2)
    if (length < 2 || at + 2 + length > bytes.length) return broken
    if (marker === 0xda) return framed ? undefined : broken
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const [bits, channels] = [bytes[at + 4], bytes[at + 9] ?? 0]
      if (length < 8 || bits !== 8 || ![1, 3, 4].includes(channels) || marker > 0xc2) {
        const message = `\`${typed}\` is a JPEG of a sort that PDF readers do not show`
        return {rule: 'image-format', message, hint: 'Export it again as a plain JPEG or as PNG'}
      }
      // An archival PDF (ISO 19005-2, 6.2.4.3) has no place for inks that no profile describes.
      if (channels === 4) {
        const message = `\`${typed}\` is a JPEG in the four inks of a printing press (CMYK): expected colours of a screen`
        return {rule: 'image-format', message, hint: 'Save it in RGB'}
      }
      framed = true
    }
    at += 2 + length
  }
  return broken
}
