import type {loadBrand} from '../src/brand/index.js'
import {type CheckedPaper, check} from '../src/check.js'
import type {Assets} from '../src/content.js'
import type {Outcome} from '../src/diagnostic.js'
import {type Files, readPackageFile} from '../src/files.js'
import {layoutEditions, type Page} from '../src/print/index.js'

/** A square of four grey pixels: whatever picture a test names. */
export const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGNoaGBoaAAABgYCASzBUNcAAAAASUVORK5CYII=', 'base64')

/** No files but pictures: whichever is asked for is there, a fact register excepted. The program's own brands come with it. */
export const pictureFiles: Files = {
  read: async (path) => (path.startsWith('styles/') || path.startsWith('..') || path.endsWith('facts.yml') ? {trouble: 'missing'} : {bytes: new Uint8Array(PICTURE)}),
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
