import {makeLook, openFonts} from '../brand/index.js'
import type {Assets} from '../content.js'
import type {Setting} from '../drawing/index.js'
import type {Edition} from '../edition/index.js'
import {languageOf} from '../language/index.js'
import {type Paper, type Part, planPaper} from '../pages/index.js'
import {box, type FilledPage, fillPages, heightOf} from './fill-pages.js'
import {makeFontStore} from './fonts.js'
import {type LaidNode, nodesOf} from './laid-out.js'
import type {PartMemo} from './part-memo.js'
import {openShelf, type Shelf, type ShelfOptions} from './shelf.js'

/** Page numbers settle in two or three turns. What has not by now, such as a number that moves its own page, is told. */
const MOST_TURNS = 8

/** Parts of a paper, running heads included: their elements are numbered through the document. */
const PARTS = 2 ** 16

export interface LaidOut {
  root: LaidNode
  /** Whether the pages are those that page numbers speak of. */
  settled: boolean
}

/** Lays editions out as one document: the parts of each paper by themselves, then page after page. */
export async function layOut(editions: readonly Edition[], assets: Assets, {memo}: {memo?: PartMemo} = {}): Promise<LaidOut> {
  const settings = await Promise.all(editions.map((edition) => settingOf(edition, assets)))
  const store = makeFontStore(settings)
  const pages: LaidNode[] = []
  let allSettled = true
  for (const [at, edition] of editions.entries()) {
    const setting = settings[at]
    if (!setting) throw new Error('An edition has no setting')
    const paper = planPaper(edition, setting)
    const own = await pagesOf(edition, {paper, setting, store, first: at * PARTS, ...(memo ? {memo} : {})})
    pages.push(...own.pages)
    allSettled &&= own.settled
  }
  return {root: {type: 'DOCUMENT', props: {}, children: pages}, settled: allSettled}
}

/** Fills the pages of a paper, again where it prints page numbers, until they are those it was filled with. */
async function pagesOf({key}: Edition, options: ShelfOptions): Promise<{pages: LaidNode[]; settled: boolean}> {
  const {paper} = options
  const shelf = openShelf(options)
  await shelf.prepare(paper.parts)
  for (let turn = 1; ; turn++) {
    const order = () => paper.flow(shelf.heightOf, shelf.found.total)
    const flow = await shelf.settle(order)
    await shelf.prepare(flow.flatMap((one) => ('columns' in one ? one.columns.flatMap(({parts}) => parts.map(({part}) => part)) : [one.part])))
    const filled = fillPages(flow, {paper, key, take: shelf.take})
    const used = shelf.found.pages
    const found = {pages: pagesOfIds(filled), total: filled.length}
    const names = JSON.stringify(used) === JSON.stringify(found.pages) || !shelf.holds(paper.namesPages)
    shelf.learn(found)
    const settled = names && JSON.stringify(await shelf.settle(order)) === JSON.stringify(flow)
    if (settled || turn === MOST_TURNS) return {pages: await finished(filled, {key, paper, shelf}), settled}
  }
}

/** The first page that each id stands on. */
function pagesOfIds(filled: readonly FilledPage[]): Record<string, number> {
  const pages: Record<string, number> = {}
  for (const [at, {flow}] of filled.entries()) {
    for (const {node} of nodesOf(box({top: 0, left: 0, width: 0, height: 0}, flow))) {
      const id = node.props?.id
      if (id !== undefined) pages[id] ??= at + 1
    }
  }
  return pages
}

/** Pages with their notes, running heads and feet. */
async function finished(filled: readonly FilledPage[], {key, paper, shelf}: {key: string; paper: Paper; shelf: Shelf}): Promise<LaidNode[]> {
  const {width, height, side, bottom, top, safe} = paper.frame
  const total = filled.length
  const heads = filled.map((_, at): Part => ({type: 'head', later: at > 0}))
  const feet = filled.map((_, at): Part => ({type: 'foot', page: at + 1, total}))
  await shelf.prepare([...heads, ...feet])
  const inner = width - 2 * side
  const stack = (parts: readonly Part[], from: number): LaidNode => {
    let used = 0
    const children = parts.map((part) => {
      const one = shelf.take(part)
      const at = {...one, box: {...(one.box ?? {left: 0, width: inner, height: 0}), top: used}}
      used += heightOf(one)
      return at
    })
    return box({top: from, left: side, width: inner, height: used}, children)
  }
  return filled.map(({flow, notes}, at) => {
    const start = top(at + 1)
    const head = heads[at]
    const foot = feet[at]
    const area = notes.length === 0 ? [] : [stack([{type: 'rule over notes'}, ...notes.map((number): Part => ({type: 'note', number}))], 0)]
    const room = height - bottom - area.reduce((sum, one) => sum + heightOf(one), 0)
    return {
      type: 'PAGE',
      props: {edition: key},
      style: {},
      box: {top: 0, left: 0, width, height},
      children: [
        ...(head ? [stack([head], safe)] : []),
        box({top: start, left: side, width: inner, height: room - start}, flow),
        ...area.map((one) => ({...one, box: {...(one.box ?? {left: side, width: inner, height: 0}), top: room}})),
        ...(foot ? [stack([foot], height - safe - heightOf(shelf.take(foot)))] : []),
      ],
    }
  })
}

async function settingOf(edition: Edition, assets: Assets): Promise<Omit<Setting, 'Block' | 'found'>> {
  const language = languageOf(edition.meta.language)
  if (!language) throw new Error(`No language ${edition.meta.language}`)
  return {
    key: edition.key,
    look: makeLook(edition.brand, edition.meta.paper),
    brand: edition.brand,
    language,
    fonts: await openFonts(edition.brand, assets),
    assets,
    meta: edition.meta,
  }
}
