import {lineTo, moveTo, type PDFPage, popGraphicsState, pushGraphicsState, rectangle, setLineWidth, setStrokingGrayscaleColor, stroke} from '@cantoo/pdf-lib'
import {bytesOf} from './for-the-printer.js'
import {sheetsFor} from './impose.js'
import {pairsOf} from './page-order.js'
import type {Field} from './place-page.js'

const mm = (millimetres: number): number => (millimetres * 72) / 25.4

/** What of a page's white edge does not count for its size on the sheet: no paper prints there. */
const EDGE = mm(8)
const TOP = mm(6)
const BOTTOM = mm(9)
const LINES = 3
/** As far apart as handwriting wants. */
const PITCH = mm(7)

/** Two pages on each sheet, side by side, and ruled lines for notes under each; where no page is left, lines fill its half. */
export async function twoUp(pdf: Uint8Array): Promise<Uint8Array> {
  const {document, pages, width, height, add, put} = await sheetsFor(pdf)
  const half = width / 2
  const foot = BOTTOM + LINES * PITCH
  const room = {bottom: foot, height: height - TOP - foot}
  // A page of the paper is as high as the sheet is wide; what shows of it keeps that form.
  const scale = Math.min(room.height / (width - 2 * EDGE), (half - 2 * EDGE) / (height - 2 * EDGE))
  const seen = {width: (height - 2 * EDGE) * scale, height: (width - 2 * EDGE) * scale}
  for (const {left, right} of pairsOf(pages)) {
    const side = add()
    for (const [at, page] of [left, right].entries()) {
      const frame: Field = {left: at * half + (half - seen.width) / 2, bottom: room.bottom + room.height - seen.height, ...seen}
      if (page === undefined) {
        rule(side, {...frame, bottom: BOTTOM, height: frame.bottom + frame.height - BOTTOM})
        continue
      }
      put(side, page, {left: frame.left - EDGE * scale, bottom: frame.bottom - EDGE * scale, width: height * scale, height: width * scale})
      outline(side, frame)
      rule(side, {...frame, bottom: BOTTOM, height: frame.bottom - BOTTOM})
    }
  }
  return bytesOf(document)
}

/** A hairline around what shows of a page. */
function outline(side: PDFPage, {left, bottom, width, height}: Field): void {
  side.pushOperators(pushGraphicsState(), setStrokingGrayscaleColor(0.6), setLineWidth(0.4), rectangle(fine(left), fine(bottom), fine(width), fine(height)), stroke(), popGraphicsState())
}

/** Lines to write on, from the foot of a field upward, each with room above it. */
function rule(side: PDFPage, {left, bottom, width, height}: Field): void {
  side.pushOperators(pushGraphicsState(), setStrokingGrayscaleColor(0.6), setLineWidth(0.4))
  for (let y = 0; y + PITCH <= height + 0.01; y += PITCH) side.pushOperators(moveTo(fine(left), fine(bottom + y)), lineTo(fine(left + width), fine(bottom + y)))
  side.pushOperators(stroke(), popGraphicsState())
}

const fine = (points: number): number => Math.round(points * 100) / 100
