import type {Assets} from '../content.js'
import {error, hasErrors, inReadingOrder, type Outcome} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import {layOut} from './lay-out.js'
import {conformanceOf, paint} from './paint.js'
import {preflight} from './preflight.js'
import type {Page, Print} from './print.js'
import {trace} from './trace.js'

export type {Page, Print, TraceFigure, TraceLine} from './print.js'

/**
 * Prints editions as one document, a part each; one paper is a list of one. No bytes come back where anything would be
 * lost on paper. Throws only for a bug of ours.
 */
export async function printEditions(editions: readonly Edition[], assets: Assets): Promise<Outcome<Print>> {
  const {root, diagnostics} = await laidOut(editions, assets)
  if (hasErrors(diagnostics)) return {diagnostics}
  const pages = trace(root)
  return {value: {pdf: await paint(root, editions, assets), conformance: conformanceOf(editions), pages}, diagnostics}
}

/** The same pages without a file: what tests and `check --pages` read. */
export async function layoutEditions(editions: readonly Edition[], assets: Assets): Promise<Outcome<{pages: Page[]}>> {
  const {root, diagnostics} = await laidOut(editions, assets)
  return {value: {pages: trace(root)}, diagnostics}
}

async function laidOut(editions: readonly Edition[], assets: Assets) {
  const {root, settled} = await layOut(editions, assets)
  const restless = settled ? [] : editions.map(({path}) => error('print/restless', {path}, RESTLESS, 'Move or shorten what stands around a page break'))
  return {root, diagnostics: inReadingOrder([...restless, ...preflight(root, editions)])}
}

const RESTLESS = 'The notes and page numbers of this paper never come to rest: each layout moves what the one before told of'
