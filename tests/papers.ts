import {readFileSync} from 'node:fs'
import type {loadBrand} from '../src/brand/index.js'
import {type CheckedPaper, check} from '../src/check.js'
import type {Assets} from '../src/content.js'
import type {Diagnostic} from '../src/diagnostic.js'
import type {Edition} from '../src/edition/index.js'
import {type Files, readPackageFile} from '../src/files.js'
import {layoutEditions, type Page} from '../src/print/index.js'

/** A square of four grey pixels: whatever picture a test names. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGNoaGBoaAAABgYCASzBUNcAAAAASUVORK5CYII=', 'base64')

/** Files in memory: every picture that is asked for is there, and beside the program's own brands those given. */
export function filesWith(contents: Record<string, string> = {}): Files {
  return {
    async read(path) {
      if (contents[path] !== undefined) return {bytes: new TextEncoder().encode(contents[path])}
      return path.startsWith('styles/') || path.startsWith('..') ? {trouble: 'missing'} : {bytes: new Uint8Array(PICTURE)}
    },
    readPackage: readPackageFile,
  }
}

/** Front matter of a fact sheet that may be of any length; more of it in `lines`. */
export const front = (...lines: string[]): string =>
  ['---', 'kind: fact-sheet', 'title: A paper', 'date: 2026-11-24', 'budget: none', ...lines, '---', '', ''].join('\n')

const brands = new Map<string, ReturnType<typeof loadBrand>>()

/** A briefing as the program itself reads, composes and checks it. */
export async function checked(text: string, {path = 'paper.md', files = filesWith()}: {path?: string; files?: Files} = {}): Promise<{value?: CheckedPaper; diagnostics: Diagnostic[]}> {
  return check({path, text}, {files, brands})
}

/** A briefing that has no error, checked. */
export async function sound(text: string, path?: string): Promise<CheckedPaper> {
  const {value, diagnostics} = await checked(text, path === undefined ? {} : {path})
  if (!value) throw new Error(diagnostics.map(({message}) => message).join('\n'))
  return value
}

/** A briefing's pages; no file is written. */
export async function pagesOf(text: string): Promise<Page[]> {
  const {edition, assets} = await sound(text)
  const {value, diagnostics} = await layoutEditions([edition], assets)
  if (!value || diagnostics.length > 0) throw new Error(diagnostics.map(({message}) => message).join('\n'))
  return value.pages
}

/** The bytes that some papers need, together. */
export const assetsOf = (papers: readonly {assets: Assets}[]): Assets => new Map(papers.flatMap(({assets}) => [...assets]))

/** The program's own briefings by name, such as `mine-ban/poland`. */
export const ownBriefing = (name: string): string => readFileSync(new URL(`../briefings/${name}.md`, import.meta.url), 'utf8')

export type {Edition}
