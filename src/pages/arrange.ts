import {blockNamed} from '../blocks/index.js'
import type {BlockPiece, Piece} from '../content.js'
import type {Look} from '../brand/index.js'
import type {Where} from '../shapes/index.js'

/** What stands in the flow: one piece, or a row of text with margin material beside it. */
export type Unit = {type: 'single'; piece: Piece; where: Where} | {type: 'row'; text: Piece[]; margin: Piece[]}

/** What an arrangement goes by. */
export interface Measures {
  look: Pick<Look, 'layout'>
  /** How high a piece is where it stands by itself, in points. */
  heightOf(piece: Piece): number
}

/** Gaps of the flow and of the margin column, in points. */
export const GAP = {flow: 7, margin: 21}

/**
 * Puts margin material beside the text it belongs to: the piece directly above it, else the one below. A row takes as
 * much of the text that follows as the margin is high, headings included, so that neither column waits for the other.
 */
export function arrange(pieces: readonly Piece[], measures: Measures): Unit[] {
  const units: Unit[] = []
  let at = 0
  while (at < pieces.length) {
    const piece = pieces[at]
    if (!piece) break
    const where = whereOf(piece, measures.look)
    if (where !== 'margin') {
      units.push({type: 'single', piece, where})
      at += 1
      continue
    }
    const above = units.at(-1)
    const anchor = above?.type === 'single' && above.where === 'text' && above.piece.type !== 'heading' ? above.piece : undefined
    const row = {text: anchor ? [anchor] : [], margin: [] as Piece[]}
    const end = fillRow(row, pieces, at, measures)
    if (row.text.length === 0) {
      units.push(...row.margin.map((alone) => ({type: 'single' as const, piece: alone, where: 'full' as const})))
    } else {
      if (anchor) units.pop()
      units.push({type: 'row', ...row})
    }
    at = end
  }
  return units
}

/** Where a piece stands: as its author says, else as its block does; without a margin column the margin is the full width. */
export function whereOf(piece: Piece, look: Pick<Look, 'layout'>): Where {
  if (piece.type !== 'block') return 'text'
  const own = typeof piece.value === 'object' && piece.value !== null && 'where' in piece.value ? (piece.value.where as Where | undefined) : undefined
  const where = own ?? blockNamed(piece.name)?.where ?? 'text'
  return where === 'margin' && !look.layout.marginColumn ? 'full' : where
}

/**
 * Space above a unit beyond the flow's gap, in points: 21 in all between two blocks, 14 between a block and text; a heading
 * brings its own, and a block that goes on with the one above needs none.
 */
export function spaceAbove(unit: Unit, before: Unit | undefined): number {
  const above = before && (before.type === 'row' ? before.text.at(-1) : before.piece)
  const below = unit.type === 'row' ? unit.text[0] : unit.piece
  if (!above || !below || above.type === 'heading' || below.type === 'heading') return 0
  if (above.type === 'block' && below.type === 'block') return goesOn(below, above) ? 0 : 14
  return above.type === 'block' || below.type === 'block' ? 7 : 0
}

/** Whether a block goes on with the list that the one above it drew: arguments and their responses, asks. */
export function goesOn(below: BlockPiece, above: BlockPiece): boolean {
  const parts = blockNamed(above.name)?.parts ?? []
  return ONE_LIST.some((part) => parts.includes(part) && blockNamed(below.name)?.parts?.includes(part))
}
const ONE_LIST = ['argument', 'ask'] as const

function fillRow(row: {text: Piece[]; margin: Piece[]}, pieces: readonly Piece[], from: number, {look, heightOf}: Measures): number {
  const total = (column: readonly Piece[], gap: number) => column.reduce((sum, piece) => sum + heightOf(piece) + gap, -gap)
  let at = from
  for (; at < pieces.length; at += 1) {
    const piece = pieces[at]
    if (!piece) break
    const where = whereOf(piece, look)
    if (where === 'full') break
    if (where === 'margin') {
      row.margin.push(piece)
      continue
    }
    if (row.text.length > 0 && total(row.text, GAP.flow) >= total(row.margin, GAP.margin)) break
    row.text.push(piece)
  }
  // A heading never parts from what it opens.
  while (row.text.at(-1)?.type === 'heading') {
    row.text.pop()
    at -= 1
  }
  return at
}
