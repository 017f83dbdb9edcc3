import type {Assets} from '../content.js'
import {type Diagnostic, error, type Place, warning} from '../diagnostic.js'
import type {FileRead, Files} from '../files.js'
import {sha256OfFile} from '../inputs.js'
import type {Face} from './brand.js'
import type {BrandFile} from './brand-file.js'

export type FontEntry = NonNullable<NonNullable<BrandFile['typography']>['fonts']>[number]
type Style = Face['style']

/** What papers are set in; the first is indispensable. */
const CUTS: readonly {weight: number; style: Style}[] = [
  {weight: 400, style: 'normal'},
  {weight: 400, style: 'italic'},
  {weight: 600, style: 'normal'},
  {weight: 600, style: 'italic'},
  {weight: 700, style: 'normal'},
]

/** By hundreds: the names Google Fonts gives its weights. */
const WEIGHTS = ['Thin', 'ExtraLight', 'Light', 'Regular', 'Medium', 'SemiBold', 'Bold', 'ExtraBold', 'Black']

/** Where a family's faces come from. */
export interface FontOrigin {
  folder: string
  files: Files
  /** Receives the bytes. */
  assets: Assets
}

interface Loaded {
  faces: Face[]
  diagnostics: Diagnostic[]
}

/** The faces of a family of Google Fonts, from its installed package; never from the network. */
export async function googleFaces(family: string, place: Place, {files, assets}: FontOrigin): Promise<Loaded> {
  const name = `@expo-google-fonts/${family.toLowerCase().replace(/\s+/g, '-')}`
  const stem = family.replace(/\s+/g, '')
  const package_ = await files.readPackage(name, 'package.json')
  if (!package_.bytes) {
    const message = `The font \`${family}\` is not installed: expected the package \`${name}\``
    return {faces: [], diagnostics: [error('brand/font-missing', place, message, `Run \`npm install ${name}\`, or mend the family's name`)]}
  }
  const found = await Promise.all(
    CUTS.map(async ({weight, style}) => {
      const cut = `${weight}${WEIGHTS[weight / 100 - 1]}${style === 'italic' ? '_Italic' : ''}`
      return {family, weight, style, read: await files.readPackage(name, `${cut}/${stem}_${cut}.ttf`)}
    }),
  )
  const faces = found.flatMap(({read, ...face}) => (read.bytes ? [keep(face, read.bytes, assets)] : []))
  return {faces, diagnostics: lacking(family, faces, place)}
}

/** The faces of a family whose files lie in the brand's folder. */
export async function fileFaces(entry: FontEntry, {folder, files, assets}: FontOrigin): Promise<Loaded> {
  const {family: {text: family, place}} = entry
  if (!entry.files) {
    const hint = 'Add `files:` with a `path`, a `weight` and a `style` each, or write `source: google`'
    return {faces: [], diagnostics: [error('brand/font-missing', place, `The font \`${family}\` has no files`, hint)]}
  }
  const faces: Face[] = []
  const diagnostics: Diagnostic[] = []
  for (const file of entry.files) {
    const read = await files.read(`${folder}/${file.path.text}`)
    const trouble = troubleOf(read)
    if (trouble || !read.bytes) {
      diagnostics.push(error('brand/font-missing', file.path.place, `\`${file.path.text}\` ${trouble}`, 'Expected a TrueType or OpenType font in the brand’s folder'))
      continue
    }
    const named = fromFileName(file.path.text)
    const weight = ('weight' in file && readWeight(file.weight)) || named.weight
    const style = ('style' in file && file.style) || named.style
    faces.push(keep({family, weight, style}, read.bytes, assets))
  }
  return {faces, diagnostics: diagnostics.length > 0 ? diagnostics : lacking(family, faces, place)}
}

function keep(face: Omit<Face, 'sha256'>, bytes: Uint8Array, assets: Assets): Face {
  const sha256 = sha256OfFile(bytes)
  assets.set(sha256, bytes)
  return {...face, sha256}
}

/** A missing italic or bold is drawn in another face: that is told, since emphasis would vanish in silence. */
function lacking(family: string, faces: readonly Face[], place: Place): Diagnostic[] {
  const has = (style: Style, least: number, most: number) =>
    faces.some((face) => face.style === style && face.weight >= least && face.weight <= most)
  if (!has('normal', 300, 500)) return [error('brand/font-missing', place, `The font \`${family}\` has no regular face`)]
  const missing = [has('normal', 600, 700) ? '' : 'semibold', has('italic', 300, 500) ? '' : 'italic'].filter(Boolean)
  return missing.length === 0 || isMonospaced(family)
    ? []
    : [warning('brand/font-face', place, `The font \`${family}\` has no ${missing.join(' and no ')} face: the nearest is used`)]
}

/** Code is never emphasised. */
const isMonospaced = (family: string): boolean => /\b(mono|code)\b/i.test(family)

function troubleOf(read: FileRead): string | undefined {
  if (!read.bytes) return {missing: 'is missing', outside: 'lies outside the workspace', 'not-a-file': 'is no file', 'too-large': 'is larger than 20 MB', unreadable: 'cannot be read'}[read.trouble]
  const magic = String.fromCharCode(...read.bytes.subarray(0, 4))
  if (magic === '\0\x01\0\0' || magic === 'true' || magic === 'OTTO') return undefined
  if (magic.startsWith('wOF')) return 'is a web font'
  return magic === 'ttcf' ? 'holds several fonts' : 'is no font'
}

function readWeight(typed: string | undefined): number | undefined {
  const text = typed?.trim().toLowerCase().replace('-', '') ?? ''
  if (text === 'normal') return 400
  const index = WEIGHTS.findIndex((name) => name.toLowerCase() === text)
  return index >= 0 ? (index + 1) * 100 : /^[1-9]00$/.test(text) ? Number(text) : undefined
}

/** `Plex-SemiBoldItalic.ttf` says what it holds. */
function fromFileName(path: string): {weight: number; style: Style} {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  const longest = [...WEIGHTS].sort((a, b) => b.length - a.length).find((weight) => name.includes(weight.toLowerCase()))
  return {weight: (longest ? WEIGHTS.indexOf(longest) : 3) * 100 + 100, style: /italic|oblique/.test(name) ? 'italic' : 'normal'}
}
