import {makeLook, openFonts} from '../brand/index.js'
import {type Assets, START} from '../content.js'
import type {Setting} from '../drawing/index.js'
import type {Edition} from '../edition/index.js'
import {languageOf} from '../language/index.js'
import {type Paper, type Part, planPaper} from '../pages/index.js'
import {box, type FilledPage, fillPages, heightOf} from './fill-pages.js'
import {makeFontStore} from './fonts.js'
import {type LaidNode, nodesOf} from './laid-out.js'
import type {PartMemo} from './part-memo.js'
import {openShelf, type Shelf} from './shelf.js'

/** Page numbers settle in two or three turns. What has not by now, such as a number that moves its own page, is told. */
const MOST_TURNS = 8

/** Parts of a paper, running heads included: their elements are numbered through the document. */
const PARTS = 2 ** 16

export interface LaidOut {
  root: LaidNode
  /** Whether the pages are those that page numbers speak of. */
  settled: boolean
}

/** A paper of the document as far as it is laid out. */
interface Open {
  edition: Edition
  paper: Paper
  shelf: Shelf
  filled: FilledPage[]
  settled: boolean
  /** By how much the text of a right-hand page stands further from the fold. */
  inward: number
}

/** Lays editions out as one document: the parts of each paper by themselves, then page after page. */
export async function layOut(editions: readonly Edition[], assets: Assets, {memo}: {memo?: PartMemo} = {}): Promise<LaidOut> {
  const settings = await Promise.all(editions.map((edition) => settingOf(edition, assets)))
  const store = makeFontStore(settings)
  const papers: Open[] = []
  for (const [at, edition] of editions.entries()) {
    const setting = settings[at]
    if (!setting) throw new Error('An edition has no setting')
    const paper = planPaper(edition, setting)
    const shelf = openShelf({paper, setting, store, first: at * PARTS, ...(memo ? {memo} : {})})
    await shelf.prepare(paper.parts)
    const one = {edition, paper, shelf, filled: [], settled: false, inward: setting.look.paper.inward}
    await fill(one)
    papers.push(one)
  }
  const allFound = await settleBetween(papers)
  const pages: LaidNode[] = []
  let before = 0
  for (const one of papers) {
    const own = await finished(one, papers.length > 1 ? {before} : {})
    pages.push(...own)
    before += own.length + (one.edition.bound ?? 0)
  }
  return {root: {type: 'DOCUMENT', props: {}, children: pages}, settled: allFound && papers.every(({settled}) => settled)}
}

/** Papers that print pages of others are filled again until these are the pages they stand on. */
async function settleBetween(papers: readonly Open[]): Promise<boolean> {
  const leading = papers.filter(({paper}) => paper.leadsOut)
  let known = ''
  for (let turn = 1; leading.length > 0; turn++) {
    const inDocument = pagesInDocument(papers)
    const now = JSON.stringify(inDocument)
    if (now === known) return true
    if (turn === MOST_TURNS) return false
    known = now
    for (const one of leading) {
      one.shelf.learn({inDocument})
      await fill(one)
    }
  }
  return true
}

/** The page of the document that each paper begins on, and each id of it stands on. */
function pagesInDocument(papers: readonly Open[]): Record<string, number> {
  const pages: Record<string, number> = {}
  let before = 0
  for (const {edition, shelf, filled} of papers) {
    pages[`${edition.key}.${START}`] = before + 1
    for (const [id, page] of Object.entries(shelf.found.pages)) pages[id] = before + page
    before += leavesOf(edition, filled) + (edition.bound ?? 0)
  }
  return pages
}

/** Pages that a paper takes: where both sides of a sheet are printed, the next one begins on a sheet of its own. */
const leavesOf = ({form}: Edition, filled: readonly FilledPage[]): number => (form?.duplex ? 2 * Math.ceil(filled.length / 2) : filled.length)

/** Fills the pages of a paper, again where it prints page numbers, until they are those it was filled with. */
async function fill(one: Open): Promise<void> {
  const {edition: {key}, paper, shelf} = one
  for (let turn = 1; ; turn++) {
    const order = () => paper.flow(shelf.heightOf, shelf.found.total)
    const flow = await shelf.settle(order)
    await shelf.prepare(flow.flatMap((part) => ('columns' in part ? part.columns.flatMap(({parts}) => parts.map((each) => each.part)) : [part.part])))
    const filled = fillPages(flow, {paper, key, take: shelf.take})
    const used = shelf.found.pages
    const found = {pages: pagesOfIds(filled), total: filled.length}
    const names = JSON.stringify(used) === JSON.stringify(found.pages) || !shelf.holds(paper.namesPages)
    shelf.learn(found)
    const settled = names && JSON.stringify(await shelf.settle(order)) === JSON.stringify(flow)
    if (!settled && turn < MOST_TURNS) continue
    Object.assign(one, {filled, settled})
    return
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

/** Pages with their notes, running heads and feet; `before` so many pages of other papers, where it is one of several. */
async function finished({edition, paper, shelf, filled, inward}: Open, {before}: {before?: number}): Promise<LaidNode[]> {
  const {key} = edition
  const {width, height, side, bottom, top, safe} = paper.frame
  const total = filled.length
  const heads = filled.map((_, at): Part => ({type: 'head', later: at > 0}))
  const feet = filled.map((_, at): Part => ({type: 'foot', page: at + 1, total, ...(before === undefined ? {} : {inDocument: before + at + 1})}))
  const across: Part[] = edition.meta.draft ? [{type: 'watermark'}] : []
  await shelf.prepare([...heads, ...feet, ...across])
  const inner = width - 2 * side
  // The first page lies at the right of its fold, and its back at the left.
  const leftOf = (at: number): number => side + (at % 2 === 0 ? inward : -inward)
  const stack = (parts: readonly Part[], from: number, left: number): LaidNode => {
    let used = 0
    const children = parts.map((part) => {
      const one = shelf.take(part)
      const at = {...one, box: {...(one.box ?? {left: 0, width: inner, height: 0}), top: used}}
      used += heightOf(one)
      return at
    })
    return box({top: from, left, width: inner, height: used}, children)
  }
  const sheet = {top: 0, left: 0, width, height}
  const pages = filled.map(({flow, notes}, at): LaidNode => {
    const start = top(at + 1)
    const left = leftOf(at)
    const head = heads[at]
    const foot = feet[at]
    const area = notes.length === 0 ? [] : [stack([{type: 'rule over notes'}, ...notes.map((number): Part => ({type: 'note', number}))], 0, left)]
    const room = height - bottom - area.reduce((sum, one) => sum + heightOf(one), 0)
    const body = box({top: start, left, width: inner, height: room - start}, flow)
    const begins = before !== undefined && at === 0
    return {
      type: 'PAGE',
      props: {edition: key},
      style: {},
      box: {...sheet},
      children: [
        ...across.map((part) => stack([part], (height - heightOf(shelf.take(part))) / 2, left)),
        ...(head ? [stack([head], safe, left)] : []),
        begins ? {...body, props: {id: `${key}.${START}`}} : body,
        ...area.map((one) => ({...one, box: {...(one.box ?? {left, width: inner, height: 0}), top: room}})),
        ...(foot ? [stack([foot], height - safe - heightOf(shelf.take(foot)), left)] : []),
      ],
    }
  })
  const blank = (): LaidNode => ({type: 'PAGE', props: {edition: key}, style: {}, box: {...sheet}, children: []})
  return [...pages, ...Array.from({length: leavesOf(edition, filled) - filled.length}, blank)]
}

async function settingOf(edition: Edition, assets: Assets): Promise<Omit<Setting, 'Block' | 'found'>> {
  const language = languageOf(edition.meta.language)
  if (!language) throw new Error(`No language ${edition.meta.language}`)
  return {
    key: edition.key,
    look: makeLook(edition.brand, edition.meta.paper, edition.form),
    brand: edition.brand,
    language,
    fonts: await openFonts(edition.brand, assets),
    assets,
    meta: edition.meta,
  }
}
