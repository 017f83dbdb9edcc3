const HEX = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i
const RGB = /^rgb\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*\)$/i

/** A hex triplet of `#a36`, `#AA3366`, `rgb(170, 51, 102)`, `black` or `white`; nothing for any other text. */
export function readColour(typed: string): string | undefined {
  const text = typed.trim()
  if (HEX.test(text)) return (text.length === 4 ? text.replace(/[^#]/g, '$&$&') : text).toUpperCase()
  if (text === 'black') return '#000000'
  if (text === 'white') return '#FFFFFF'
  const channels = RGB.exec(text)?.slice(1).map(Number)
  return channels?.every((channel) => channel <= 255) ? toHex(channels) : undefined
}

/** A colour on the way from one to another, as a share from 0 to 1. */
export const mix = (from: string, to: string, share: number): string => {
  const end = channelsOf(to)
  return toHex(channelsOf(from).map((channel, i) => Math.round(channel + ((end[i] ?? 0) - channel) * share)))
}

/** Contrast of two colours after WCAG 2: from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const channelsOf = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
const toHex = (channels: readonly number[]): string =>
  `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`.toUpperCase()
