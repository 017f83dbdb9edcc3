import type {FileTrouble} from '../files.js'

/** What is wrong with a picture, and the deed that mends it. */
export interface PictureTrouble {
  rule: string
  message: string
  hint: string
}

/** Addresses that are no path in the workspace: nothing is fetched. */
export function refusedAddress(typed: string): PictureTrouble | undefined {
  if (/^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(typed)) {
    const message = `\`${short(typed)}\` is not a file of this workspace`
    return {rule: 'image-remote', message, hint: 'Save the picture beside the briefing and write its file name'}
  }
  if (typed.includes('\\') || /^[a-z]:/i.test(typed)) {
    const message = `\`${typed}\` is not a path from this briefing`
    return {rule: 'image-path', message, hint: 'Write it from the folder of the briefing, with `/`: `images/map.png`'}
  }
  return undefined
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

/** Why the file of a picture could not be had. */
export function troubleOfFile(typed: string, trouble: FileTrouble): PictureTrouble {
  const name = `\`${typed}\``
  switch (trouble) {
    case 'missing': {
      const own = 'The path counts from the folder of this briefing, capitals included'
      const hint = typed.startsWith('/') ? 'A path that begins with `/` counts from the folder of the workspace' : own
      return {rule: 'image-missing', message: typed === '' ? 'This picture names no file' : `There is no file ${name}`, hint}
    }
    case 'outside':
      return {rule: 'image-outside', message: `${name} lies outside the workspace`, hint: 'Copy the picture beside the briefing'}
    case 'not-a-file':
      return {rule: 'image-missing', message: `${name} is a folder, not a picture`, hint: 'Write the name of a file in it'}
    case 'too-large':
      return {rule: 'image-too-large', message: `${name} is larger than 20 MB`, hint: 'Save it smaller, or as JPEG'}
    case 'unreadable':
      return {rule: 'image-unreadable', message: `${name} may not be read`, hint: 'Change the permissions of the file'}
  }
}

/** Pictures of other programs, by their first bytes. */
const STRANGERS: [name: string, sign: RegExp][] = [
  ['WebP', /^RIFF....WEBP/s],
  ['GIF', /^GIF8/],
  ['AVIF or HEIC', /^....ftyp(?:avif|avis|heic|heix|mif1|msf1)/s],
  ['TIFF', /^(?:II\*\0|MM\0\*)/],
  ['BMP', /^BM/],
  ['PDF', /^%PDF/],
]

/** A file that is there and is no picture that prints. */
export function notAPicture(typed: string, bytes: Uint8Array): PictureTrouble {
  const head = String.fromCharCode(...bytes.subarray(0, 12))
  const [stranger] = STRANGERS.find(([, sign]) => sign.test(head)) ?? []
  if (stranger) return {rule: 'image-format', message: `\`${typed}\` is ${stranger}: expected PNG, JPEG or SVG`, hint: 'Convert it to PNG'}
  const message = `\`${typed}\` is not a picture that prints: expected PNG, JPEG or SVG with its size`
  return {rule: 'image-format', message, hint: 'Export it again as PNG'}
}
