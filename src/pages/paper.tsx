import {type DrawnNode, draw, type Setting} from '../drawing/index.js'
import type {Edition} from '../edition/index.js'
import {frameOf} from '../kinds/frames.js'
import {whereOf} from './arrange.js'
import {BlockView} from './block-view.js'
import {wantsContents} from './contents-list.js'
import {type Flow, flowOf} from './flow.js'
import {DrawnPart, type Part} from './part.js'
import {markingRoom, SAFE, topRoom} from './running.js'
import {planSheet} from './sheet.js'

/** What one paper is made of: `print/` lays its parts out, and asks in which order they stand. */
export interface Paper {
  /** Every part whose height the order depends on. */
  parts: readonly Part[]
  /** A box as wide as the part, around its elements. */
  draw(part: Part, setting: Omit<Setting, 'Block'>): DrawnNode
  /** The parts in order, for a paper of so many pages. */
  flow(heightOf: (part: Part) => number, total: number): Flow
  /** All that a part is drawn from, besides its setting: what is the same is drawn the same. */
  contentOf(part: Part): unknown
  /** A part's place in the order things were written. */
  numberOf(part: Part): number
  /** Whether a part prints the pages of others. */
  namesPages(part: Part): boolean
  /** Whether one of them prints pages of the whole document, and not of this paper alone. */
  leadsOut: boolean
  /** In points from the page's edges: the flow's place, and where running head and foot begin and end. */
  frame: {width: number; height: number; side: number; bottom: number; top(page: number): number; safe: number}
}

/** Takes a paper apart into what is laid out by itself. */
export function planPaper(edition: Edition, known: Omit<Setting, 'Block' | 'found'>): Paper {
  if (edition.sheet) return planSheet(edition, edition.sheet, known)
  const {look} = known
  const {meta, body} = edition
  const kindFrame = frameOf(meta.kind)
  const whole = (setting: Omit<Setting, 'Block'>): Setting => ({...setting, Block: BlockView})
  const setting = whole({...known, found: {pages: {}, inDocument: {}, total: 0, rigid: [], rags: {}}})
  const closes = kindFrame.Closing === undefined || (kindFrame.closes === 'beside' && meta.contacts.length === 0) ? 'not at all' : kindFrame.closes
  // Each part is asked several times.
  const asked = new Map<unknown, boolean>()
  const asks = (written: unknown): boolean => {
    const known = asked.get(written) ?? namesPage(written)
    asked.set(written, known)
    return known
  }
  return {
    parts: [
      {type: 'opening'},
      ...body.map((piece, at): Part => ({type: 'piece', at, where: whereOf(piece, look), follows: false})),
      ...(edition.notes.length > 0 ? [{type: 'rule over notes'} as const] : []),
      ...edition.notes.map(({number}): Part => ({type: 'note', number})),
    ],
    draw: (part, given) => draw(whole(given), <DrawnPart part={part} edition={edition} frame={kindFrame} />),
    flow: (heightOf, total) => flowOf(edition, {setting, contents: wantsContents(edition, total), closes, heightOf}),
    contentOf: (part) => contentOf(part, edition),
    numberOf: (part) => numberOf(part, body.length),
    namesPages: (part) => part.type === 'contents' || (part.type === 'piece' && asks(body[part.at])) || (part.type === 'note' && asks(edition.notes[part.number - 1])),
    leadsOut: namesPage([body, edition.notes], true),
    frame: {
      width: look.paper.width,
      height: look.paper.height,
      side: look.paper.side,
      bottom: look.paper.bottom + markingRoom(setting, meta),
      top: (page) => look.paper.first + topRoom(setting, meta, page),
      safe: SAFE,
    },
  }
}

/** A reference that prints the page it leads to; `out` asks for those to other papers only. */
function namesPage(value: unknown, out = false): boolean {
  if (typeof value !== 'object' || value === null) return false
  if ('type' in value && value.type === 'reference' && 'page' in value && value.page === true && (!out || 'paper' in value)) return true
  return Object.values(value).some((inner) => namesPage(inner, out))
}

function contentOf(part: Part, {meta, body, notes, contents}: Edition): unknown {
  switch (part.type) {
    case 'piece':
      return body[part.at]
    case 'note':
      return [notes[part.number - 1], notes.length]
    case 'contents':
      return contents
    case 'closing':
      return [meta.kind, meta.contacts, meta.date, meta.own]
    case 'rule over notes':
    case 'watermark':
      return null
    case 'opening':
    case 'head':
    case 'foot':
      return meta
  }
}

/** The opening first, then the body; what stands on each page comes after all of it. */
function numberOf(part: Part, pieces: number): number {
  switch (part.type) {
    case 'opening':
      return 1
    case 'contents':
      return 2
    case 'piece':
      return 3 + part.at
    case 'closing':
      return 3 + pieces
    case 'rule over notes':
      return 4 + pieces
    case 'note':
      return 5 + pieces + part.number
    case 'head':
    case 'foot':
    case 'watermark':
      return 0
  }
}
