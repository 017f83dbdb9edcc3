import {sha256Of} from '../inputs.js'
import {VERSION} from '../version.js'
import {type Carried, carriedRecipe} from './embedded.js'
import {differenceOf} from './differences.js'
import {openPdf, type Pdf, type Refusal} from './open-pdf.js'
import {isText} from './pdf-values.js'

/** A paper that a manifest lists. */
export interface Listed {
  /** From the folder of the manifest. */
  path: string
  sha256: string
}

export interface VerifyOptions<L extends Listed> {
  /** The list nearest to the file, as the reader names it, and the file's own path from its folder; absent where there is none. */
  manifest?: {shown: string; papers: readonly L[]; path: string}
  /** Makes the paper again from its sources; absent where that is not asked for. */
  rebuild?(from: {listed?: L; carried?: Carried}): Promise<Rebuilt>
}

/** A paper made again: its bytes, and what of its inputs is no longer what it was; or why it cannot be made. */
export type Rebuilt = {pdf: Uint8Array; changed?: string; because?: never} | {pdf?: never; because: string}

/** What is to be said of a file: sentences without a full stop, and whether all is well. */
export interface Verdict {
  sentences: string[]
  sound: boolean
  /** The hash of the bytes as they were printed, where the file is one of ours. */
  sha256?: string
}

const REFUSALS: Record<Refusal, string> = {
  'not-a-pdf': 'this is not a PDF',
  'cut-off': 'the file is cut off: a PDF ends with `%%EOF`, and this one does not',
  encrypted: 'the file is encrypted: Démarche encrypts none',
  damaged: 'the file is damaged: its table of objects does not hold',
}

/**
 * Says of a file whether Démarche built it, by which version, whether it is the one that a manifest lists, and, where asked,
 * whether its sources print the same bytes. What the file says of itself is never proof: that is the manifest or the sources.
 */
export async function verify<L extends Listed>(bytes: Uint8Array, {manifest, rebuild}: VerifyOptions<L>): Promise<Verdict> {
  const pdf = openPdf(bytes)
  if (typeof pdf === 'string') return {sentences: [REFUSALS[pdf]], sound: false}
  const version = versionOf(pdf)
  if (version === undefined) return {sentences: ['not built by Démarche'], sound: false}
  const built = `built by demarche ${version}`
  const printed = asPrinted(bytes, pdf)
  if (typeof printed === 'string') return {sentences: [built, printed], sound: false}
  const signed = printed.length < bytes.length ? ['signed after it was printed'] : []

  const hash = sha256Of(printed)
  const listed = manifest?.papers.find(({sha256}) => sha256 === hash)
  const named = listed ?? manifest?.papers.find(({path}) => path === manifest.path)
  const listing = listingOf(manifest, listed, named)
  if (!rebuild) return {sentences: [built, ...signed, listing], sound: listed !== undefined, sha256: hash}

  const [found, sound] = await againstSources(printed, pdf, version, named, rebuild)
  return {sentences: [built, ...signed, listing, found], sound, sha256: hash}
}

function listingOf(manifest: VerifyOptions<Listed>['manifest'], listed: Listed | undefined, named: Listed | undefined): string {
  if (!manifest) return 'no `manifest.json` lies beside or above it'
  if (listed) return `listed in \`${manifest.shown}\`${listed.path === manifest.path ? '' : `, as \`${listed.path}\``}`
  return named ? `\`${manifest.shown}\` lists another file of this name` : `\`${manifest.shown}\` does not list it`
}

async function againstSources<L extends Listed>(
  printed: Uint8Array,
  pdf: Pdf,
  version: string,
  listed: L | undefined,
  rebuild: NonNullable<VerifyOptions<L>['rebuild']>,
): Promise<[sentence: string, sound: boolean]> {
  const cannot = (because: string): [string, boolean] => [`cannot be verified because ${because}`, false]
  if (version !== VERSION) return cannot(`it was built by demarche ${version}, and this is ${VERSION}`)
  const carried = carriedRecipe(pdf)
  if (!listed && !carried) return cannot('no manifest says which briefing it was made from, and it carries none')
  const again = await rebuild({...(listed ? {listed} : {}), ...(carried ? {carried} : {})})
  if (again.because !== undefined) return cannot(again.because)
  if (Buffer.compare(again.pdf, printed) === 0) return ['verified: its sources print the same bytes', true]
  const other = openPdf(again.pdf)
  if (typeof other === 'string') throw new Error(`A paper of ours cannot be read: ${other}`)
  const before = openPdf(printed)
  const where = typeof before === 'string' ? 'from the first byte' : (differenceOf(before, other) ?? 'in its bytes, and in nothing that is seen')
  return [`differs ${where}${again.changed === undefined ? '' : `: ${again.changed}`}`, false]
}

/** The version that a file names as its maker. */
function versionOf(pdf: Pdf): string | undefined {
  const producer = pdf.entry(pdf.trailer.entries.get('Info'), 'Producer')
  return isText(producer) ? /^demarche (\d+\.\d+\.\d+\S*)$/.exec(producer.text)?.[1] : undefined
}

const END = Buffer.from('%%EOF\n')

/**
 * The bytes as they were printed: a signature is written after them. Whatever else was added makes the file another: a
 * sentence says so.
 */
function asPrinted(bytes: Uint8Array, pdf: Pdf): Uint8Array | string {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = whole.indexOf(END) + END.length
  if (end >= bytes.length || end < END.length) return bytes
  const printed = bytes.subarray(0, end)
  const before = openPdf(printed)
  if (typeof before === 'string') return bytes // the sign stands within a stream
  const where = differenceOf(before, pdf)
  if (where !== undefined && where !== 'in its tags') return `changed after it was printed, ${where}`
  return printed
}
