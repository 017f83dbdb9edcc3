import type {Assets} from '../content.js'
import {hasErrors, inReadingOrder, type Outcome} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import {layOut} from './lay-out.js'
import {conformanceOf, paint} from './paint.js'
import {preflight} from './preflight.js'
import type {Page, Print} from './print.js'
import {trace} from './trace.js'

export type {Page, Print, TraceLine} from './print.js'

/**
 * Prints editions as one document, a part each; one paper is a list of one. No bytes come back where anything would be
 * lost on paper. Throws only for a bug of ours.
 */
export async function printEditions(editions: readonly Edition[], assets: Assets): Promise<Outcome<Print>> {
  const {root} = await layOut(editions, assets)
  const diagnostics = inReadingOrder(preflight(root, editions))
  if (hasErrors(diagnostics)) return {diagnostics}
  const pages = trace(root)
  return {value: {pdf: await paint(root, editions, assets), conformance: conformanceOf(editions), pages}, diagnostics}
}

/** The same pages without a file: what tests and `check --pages` read. */
export async function layoutEditions(editions: readonly Edition[], assets: Assets): Promise<Outcome<{pages: Page[]}>> {
  const {root} = await layOut(editions, assets)
  return {value: {pages: trace(root)}, diagnostics: inReadingOrder(preflight(root, editions))}
}
