import type {Piece} from '../content.js'
import {dropTo, type Setting} from '../drawing/index.js'
import type {Edition} from '../edition/index.js'
import type {Frame} from '../kinds/frames.js'
import {arrange, GAP, goesOn, spaceAbove, type Unit, whereOf} from './arrange.js'
import {marginWidth, type Part} from './part.js'

/** A part in a column, so many points below the one above it, besides margins of its own. */
export interface Stacked {
  part: Part
  gap: number
  /** The last of a paper, at the foot of its last page. */
  sinks?: true
  /** Says whom to ask, and the like: at the end of a paper it never has a page to itself. */
  closes?: true
}

/** Columns beside each other, in points from the left of the flow and the top of the row. */
export interface Columns {
  columns: {left: number; top: number; width: number; parts: Stacked[]}[]
  gap: number
  /** Never parted by a page's end. */
  whole: boolean
}

/** What runs from page to page. */
export type Flow = (Stacked | Columns)[]

export interface FlowOptions {
  setting: Setting
  /** A list of contents follows the opening. */
  contents: boolean
  /** Whether the kind closes its papers with something of its own, and where that stands. */
  closes: Frame['closes'] | 'not at all'
  /** How high a part is, in points. */
  heightOf(part: Part): number
}

/** Space above what closes a paper, beyond the gap of the flow. */
const CLOSING_SPACE = 14

/** Puts a paper in order: opening, contents, body, and what closes it, which stands beside the last text where there is room. */
export function flowOf({body}: Pick<Edition, 'body'>, {setting, contents, closes, heightOf}: FlowOptions): Flow {
  const {look} = setting
  const numbers = new Map(body.map((piece, at) => [piece, at]))
  const partOf = (piece: Piece, where: Extract<Part, {type: 'piece'}>['where'], follows = false): Part => ({type: 'piece', at: numbers.get(piece) ?? 0, where, follows})
  const units = arrange(body, {look, heightOf: (piece) => heightOf(partOf(piece, whereOf(piece, look)))})
  const opening: Flow = [{part: {type: 'opening'}, gap: 0}, ...(contents ? [{part: {type: 'contents'} as const, gap: GAP.flow}] : [])]
  const margin = {left: look.width - marginWidth(look), width: marginWidth(look)}

  const inFlow = (unit: Unit, before: Unit | undefined): Stacked | Columns => {
    const gap = GAP.flow + spaceAbove(unit, before)
    if (unit.type === 'single') {
      const {piece, where} = unit
      const follows = where === 'full' && before?.type === 'single' && before.piece.type === 'block' && piece.type === 'block' && goesOn(piece, before.piece)
      return {part: partOf(piece, where, follows), gap, ...(piece.type === 'block' && piece.name === 'contacts' ? {closes: true as const} : {})}
    }
    const text = unit.text.map((piece, at) => {
      const above = unit.text[at - 1]
      const space = above ? spaceAbove({type: 'single', piece, where: 'text'}, {type: 'single', piece: above, where: 'text'}) : 0
      return {part: partOf(piece, 'text'), gap: above ? GAP.flow + space : 0}
    })
    const beside = unit.margin.map((piece, at) => ({part: partOf(piece, 'margin'), gap: at === 0 ? 0 : GAP.margin}))
    return {columns: [{left: 0, top: 0, width: look.textWidth, parts: text}, {...margin, top: drop(setting, unit), parts: beside}], gap, whole: false}
  }

  const last = units.at(-1)
  const isBeside =
    closes === 'beside' &&
    look.layout.marginColumn &&
    last?.type === 'single' &&
    last.where === 'text' &&
    last.piece.type === 'block' &&
    // A row that is kept whole must fit on a page.
    heightOf(partOf(last.piece, 'text')) < look.paper.height / 2
  const own = isBeside ? units.slice(0, -1) : units
  const flow = [...opening, ...own.map((unit, at) => inFlow(unit, own[at - 1]))]
  const gap = GAP.flow + CLOSING_SPACE
  if (isBeside) {
    const text = {left: 0, top: 0, width: look.textWidth, parts: [{part: partOf(last.piece, 'text'), gap: 0}]}
    return [...flow, {columns: [text, {...margin, top: 0, parts: [{part: {type: 'closing', where: 'margin'}, gap: 0}]}], gap, whole: true}]
  }
  if (closes === 'not at all') return flow
  // What ends the text itself goes on in its flow.
  return [...flow, {part: {type: 'closing', where: 'full'}, gap: closes === 'below' ? GAP.flow : gap, closes: true, ...(closes === 'at the foot' ? {sinks: true as const} : {})}]
}

/** The margin's first line stands on the baseline of the text's. */
function drop(setting: Setting, {text: [first], margin: [beside]}: Extract<Unit, {type: 'row'}>): number {
  const {body, capitals, caption} = setting.look.type
  if (first?.type !== 'paragraph') return 0
  return dropTo(setting, body, beside?.type === 'block' && ['table', 'chart'].includes(beside.name) ? caption : capitals)
}
