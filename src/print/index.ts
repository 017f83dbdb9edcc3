import type {Assets} from '../content.js'
import {error, hasErrors, inReadingOrder, type Outcome} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import {layOut} from './lay-out.js'
import {conformanceOf, paint} from './paint.js'
import {preflight} from './preflight.js'
import {openPartMemo, type PartMemo} from './part-memo.js'
import type {Page, Print} from './print.js'
import {trace} from './trace.js'

export {openPartMemo, type PartMemo}
export type {Page, Print, TraceFigure, TraceLine} from './print.js'

export interface PrintOptions {
  /** Parts that papers of this process have in common: handed from paper to paper, each is laid out once. */
  memo?: PartMemo
}

/**
 * Prints editions as one document, a part each; one paper is a list of one. No bytes come back where anything would be
 * lost on paper. Throws only for a bug of ours.
 */
export async function printEditions(editions: readonly Edition[], assets: Assets, options: PrintOptions = {}): Promise<Outcome<Print>> {
  const {root, papers, pages, diagnostics} = await laidOut(editions, assets, options)
  if (hasErrors(diagnostics)) return {diagnostics}
  return {value: {pdf: await paint(root, papers, {assets, stamps: options.memo?.stamps}), conformance: conformanceOf(editions), pages}, diagnostics}
}

/** The same pages without a file: what tests and `check --pages` read. */
export async function layoutEditions(editions: readonly Edition[], assets: Assets): Promise<Outcome<{pages: Page[]}>> {
  const {pages, diagnostics} = await laidOut(editions, assets)
  return {value: {pages}, diagnostics}
}

async function laidOut(editions: readonly Edition[], assets: Assets, options: PrintOptions = {}) {
  const papers = withOwnNames(editions)
  const {root, settled} = await layOut(papers, assets, options)
  const restless = settled ? [] : editions.map(({path}) => error('print/restless', {path}, RESTLESS, 'Move or shorten what stands around a page break'))
  const keys = new Map(papers.map(({key}, at) => [key, editions[at]?.key ?? key]))
  const pages = trace(root).map((page) => ({...page, edition: keys.get(page.edition) ?? page.edition}))
  return {root, papers, pages, diagnostics: inReadingOrder([...restless, ...preflight(root, papers)])}
}

/**
 * Names within a document begin with its paper's key, so that those of several papers do not meet. A paper alone has a
 * document of its own: whatever it is called, its parts have the same names, and other papers of the process may have them as well.
 */
const withOwnNames = (editions: readonly Edition[]): readonly Edition[] => (editions.length === 1 ? editions.map((edition) => ({...edition, key: 'paper'})) : editions)

const RESTLESS = 'The notes and page numbers of this paper never come to rest: each layout moves what the one before told of'
