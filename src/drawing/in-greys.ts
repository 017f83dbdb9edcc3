/** A colour that a drawing gives to something, in an attribute or a style; the ids of its parts begin with the same sign and are none. */
const COLOUR = /\b(fill|stroke|stop-color|color)(\s*[=:]\s*["']?\s*)(#[0-9a-f]{6}\b|#[0-9a-f]{3}\b|rgb\(\s*\d{1,3}\s*[, ]\s*\d{1,3}\s*[, ]\s*\d{1,3}\s*\))/gi

/** A drawing in SVG with each colour as the grey that is as light. */
export function inGreys(svg: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(svg)
  return new TextEncoder().encode(text.replace(COLOUR, (_, what: string, between: string, colour: string) => `${what}${between}${greyOf(colour)}`))
}

function greyOf(colour: string): string {
  const short = /^#(.)(.)(.)$/.exec(colour)
  const hex = short ? `#${short.slice(1).map((digit) => digit + digit).join('')}` : colour
  const channels = hex.startsWith('#') ? [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) : (hex.match(/\d+/g) ?? []).map(Number)
  const [red = 0, green = 0, blue = 0] = channels
  // Luma as television weighs it (ITU-R BT.709), which is near enough to how light a printed grey is.
  const grey = Math.min(255, Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue))
  return `#${grey.toString(16).padStart(2, '0').repeat(3)}`
}
