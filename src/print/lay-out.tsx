import layoutDocument from '@react-pdf/layout'
import {Document, pdf} from '@react-pdf/renderer'
import {cloneElement, createElement, type ReactElement} from 'react'
import {makeLook, openFonts} from '../brand/index.js'
import type {Assets} from '../content.js'
import type {Setting} from '../drawing/index.js'
import type {Edition} from '../edition/index.js'
import {languageOf} from '../language/index.js'
import {drawPaper} from '../pages/index.js'
import {makeFontStore} from './fonts.js'
import type {LaidNode} from './laid-out.js'
import {repair} from './repair.js'
import {grown, nothingFound, serves, type Survey, survey} from './survey.js'
import {numberElements} from './tags/source-order.js'

/** Notes and page numbers settle in two or three layouts. */
const FREE_PASSES = 3
/** Up to this one a short paper settles page by page, which wastes the least room; a long one would take a layout a page. */
const PAGE_BY_PAGE = 9
const SHORT = 12
/** Note areas that only grow come to rest. What has not by now, such as a page number that moves its own page, is told. */
const MOST_PASSES = 16

/** What no layout changes. */
type Known = Omit<Setting, 'found' | 'Block'>

export interface LaidOut {
  root: LaidNode
  found: Survey
  passes: number
  /** Whether the pages are those that notes and page numbers speak of. */
  settled: boolean
}

/**
 * Lays editions out as one document, again and again until the notes of each page and the page of each destination
 * are those the layout before was made with.
 */
export async function layOut(editions: readonly Edition[], assets: Assets): Promise<LaidOut> {
  const settings = await Promise.all(editions.map((edition) => settingOf(edition, assets)))
  const store = makeFontStore(settings)
  let found: Survey = {}
  for (let passes = 1; ; passes += 1) {
    const root = await layOutOnce(editions, settings, found, store)
    const next = survey(root, found)
    const patience = passes <= FREE_PASSES ? 'all' : passes <= PAGE_BY_PAGE && Object.values(next).every(({total}) => total <= SHORT) ? 'all but unused notes' : 'what matters'
    const settled = serves(found, next, patience)
    if (settled || passes === MOST_PASSES) {
      repair(root, next, found)
      return {root, found: next, passes, settled}
    }
    found = passes < FREE_PASSES ? next : grown(found, next, patience)
  }
}

async function layOutOnce(
  editions: readonly Edition[],
  settings: readonly Known[],
  found: Survey,
  store: ReturnType<typeof makeFontStore>,
): Promise<LaidNode> {
  const papers = editions.map((edition, at) => {
    const setting = settings[at]
    if (!setting) throw new Error('An edition has no setting')
    const paper = drawPaper(edition, {...setting, found: found[edition.key] ?? nothingFound})
    return cloneElement(paper as ReactElement<Record<string, unknown>>, {key: edition.key, edition: edition.key})
  })
  // `pdf` reconciles the elements; its types do not show the tree that it holds, nor do the layout's know our props.
  const {container} = pdf(createElement(Document, null, papers)) as unknown as {container: {document: unknown}}
  numberElements(container.document)
  const lay = layoutDocument as unknown as (root: unknown, store: unknown) => Promise<LaidNode>
  return lay(container.document, store)
}

async function settingOf(edition: Edition, assets: Assets): Promise<Known> {
  const language = languageOf(edition.meta.language)
  if (!language) throw new Error(`No language ${edition.meta.language}`)
  return {
    key: edition.key,
    look: makeLook(edition.brand, edition.meta.paper),
    brand: edition.brand,
    language,
    fonts: await openFonts(edition.brand, assets),
    assets,
    notes: edition.notes,
    meta: edition.meta,
  }
}
