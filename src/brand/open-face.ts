import {create, type Font} from 'fontkit'

/** Opened once for the bytes they come from, and let go with them. */
const opened = new WeakMap<Uint8Array, Font>()

/** Bytes a reader may look at past the end: fontkit reads the outline of an empty glyph where the next one would begin. */
const BEYOND = 64

/** A face opened from its bytes. */
export function openFace(bytes: Uint8Array): Font {
  const known = opened.get(bytes)
  if (known) return known
  const padded = Buffer.alloc(bytes.length + BEYOND)
  padded.set(bytes)
  // A collection was refused when the brand was loaded.
  const font = create(padded) as Font
  opened.set(bytes, font)
  return font
}
