import {fileURLToPath} from 'node:url'
import type {loadBrand} from '../src/brand/index.js'
import {type CheckedPaper, check} from '../src/check.js'
import type {Assets} from '../src/content.js'
import type {Outcome} from '../src/diagnostic.js'
import {diskFiles, type Files, readPackageFile} from '../src/files.js'
import {layoutEditions, type Page} from '../src/print/index.js'

/** A square of four grey pixels: whatever picture a test names. */
export const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGNoaGBoaAAABgYCASzBUNcAAAAASUVORK5CYII=', 'base64')

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
