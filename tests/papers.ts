import {fileURLToPath} from 'node:url'
import {deflateSync} from 'node:zlib'
import type {loadBrand} from '../src/brand/index.js'
import {type CheckedPaper, check} from '../src/check.js'
import type {Assets} from '../src/content.js'
import type {Outcome} from '../src/diagnostic.js'
import {diskFiles, type Files, readPackageFile} from '../src/files.js'
import {layoutEditions, type Page} from '../src/print/index.js'

/** A PNG of white pixels, one bit each. */
export function whitePng(width: number, height: number): Buffer {
  const chunk = (name: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(name), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(Math.ceil(width / 8), 0xff)])
  const rows = deflateSync(Buffer.concat(Array.from({length: height}, () => row)))
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

/** The sum that a PNG keeps of each of its parts (RFC 2083, section 15). */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}

/** A white square: whatever picture a test names. It has pixels enough for the full width of a page. */
export const PICTURE = whitePng(1320, 1320)

const own = diskFiles(fileURLToPath(new URL('..', import.meta.url)))

/** No files but pictures: whichever is asked for is there. The program's own brands come with it, and the facts of its own briefings. */
export const pictureFiles: Files = {
  read: async (path) => {
    if (/(?:^|\/)facts\.yml$|^briefings\/.*\.csv$/.test(path)) return own.read(path)
    return path.startsWith('styles/') || path.startsWith('..') ? {trouble: 'missing'} : {bytes: new Uint8Array(PICTURE)}
  },
  readPackage: readPackageFile,
}

/** Front matter of a fact sheet that may be of any length; more of it in `lines`. */
export const front = (...lines: string[]): string =>
  ['---', 'kind: fact-sheet', 'title: A paper', 'date: 2026-11-24', 'budget: none', ...lines, '---', '', ''].join('\n')

const brands = new Map<string, ReturnType<typeof loadBrand>>()

/** A briefing as the program itself reads, composes and checks it. */
export const checked = (text: string, path = 'paper.md'): Promise<Outcome<CheckedPaper>> => check({path, text}, {files: pictureFiles, brands})

/** A briefing that has no error, checked. */
export async function sound(text: string, path?: string): Promise<CheckedPaper> {
  const {value, diagnostics} = await checked(text, path)
  if (!value) throw new Error(diagnostics.map(({message}) => message).join('\n'))
  return value
}

/** The pages of a briefing about which there is nothing to tell. */
export async function pagesOf(text: string): Promise<Page[]> {
  const {edition, assets} = await sound(text)
  const {value, diagnostics} = await layoutEditions([edition], assets)
  if (!value || diagnostics.length > 0) throw new Error(diagnostics.map(({message}) => message).join('\n'))
  return value.pages
}

/** The bytes that some papers need, together. */
export const assetsOf = (papers: readonly {assets: Assets}[]): Assets => new Map(papers.flatMap(({assets}) => [...assets]))
