import {bytesOf} from './for-the-printer.js'
import {sheetsFor} from './impose.js'
import {bookletSides} from './page-order.js'

export interface BookletOptions {
  /** How thick a sheet is, in points: each sheet that lies within another one is pushed out by so much. A sheet of 80 g/m² where absent. */
  thickness?: number
}

/** A tenth of a millimetre. */
const OFFICE_PAPER = 0.1 * (72 / 25.4)

/**
 * A paper as a booklet of half its size: two pages on each side of a sheet, in the order in which the folded sheets are read.
 * Inner sheets stick out of the outer ones at the edge; their pages stand nearer to the fold by as much, so that all edges of
 * text lie on each other.
 */
export async function booklet(pdf: Uint8Array, {thickness = OFFICE_PAPER}: BookletOptions = {}): Promise<Uint8Array> {
  const {document, pages, width, height, add, put} = await sheetsFor(pdf)
  const half = width / 2
  for (const {sheet, left, right} of bookletSides(pages)) {
    const side = add()
    const creep = sheet * thickness
    if (left !== undefined) put(side, left, {left: creep, bottom: 0, width: half, height})
    if (right !== undefined) put(side, right, {left: half - creep, bottom: 0, width: half, height})
  }
  return bytesOf(document)
}
