import {PDFArray, PDFDict, PDFName, PDFNumber, PDFObjectCopier, type PDFDocument, type PDFPage, type PDFRef, PDFStream} from '@cantoo/pdf-lib'
import type {Matrix} from './place-page.js'

/** What a note on a page shows, such as a stamp or a filled field, and how it is brought to its place there. */
export interface Appearance {
  form: PDFRef
  matrix: Matrix
}

/** Flags of a note that is not printed: hidden, or for the screen only (ISO 32000-1, table 165). */
const HIDDEN = 2
const PRINTED = 4

/**
 * What the notes on a page show on paper, as forms of another document. They are no part of what the page itself paints, and
 * would be lost where only that is placed. Links show nothing.
 */
export function appearancesOf(page: PDFPage, document: PDFDocument): Appearance[] {
  const notes = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
  const copier = PDFObjectCopier.for(page.doc.context, document.context)
  return Array.from({length: notes?.size() ?? 0}, (_, at) => notes?.lookup(at)).flatMap((note): Appearance[] => {
    if (!(note instanceof PDFDict) || note.get(PDFName.of('Subtype')) === PDFName.of('Link') || note.get(PDFName.of('Subtype')) === PDFName.of('Popup')) return []
    const flags = note.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0
    const stream = streamOf(note)
    const place = numbersOf(note.lookup(PDFName.of('Rect')), 4)
    const box = numbersOf(stream?.dict.lookup(PDFName.of('BBox')), 4)
    if (!stream || !place || !box || (flags & HIDDEN) !== 0 || (flags & PRINTED) === 0) return []
    const own = numbersOf(stream.dict.lookup(PDFName.of('Matrix')), 6) ?? [1, 0, 0, 1, 0, 0]
    const matrix = broughtTo(place, box, own)
    return matrix ? [{form: document.context.register(copier.copy(stream)), matrix}] : []
  })
}

/** The normal appearance; of a box that is ticked or not, the one of its state. */
function streamOf(note: PDFDict): PDFStream | undefined {
  const normal = note.lookupMaybe(PDFName.of('AP'), PDFDict)?.lookup(PDFName.of('N'))
  if (normal instanceof PDFStream) return normal
  const state = note.get(PDFName.of('AS'))
  const chosen = normal instanceof PDFDict && state instanceof PDFName ? normal.lookup(state) : undefined
  return chosen instanceof PDFStream ? chosen : undefined
}

/** The form's own matrix turns its box; what bounds it then is scaled and moved to the rectangle of the note (ISO 32000-1, 12.5.5). */
function broughtTo(place: readonly number[], box: readonly number[], [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix | undefined {
  const corners = [[box[0], box[1]], [box[2], box[1]], [box[0], box[3]], [box[2], box[3]]].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const)
  const [left, bottom] = [Math.min(...corners.map(([x]) => x)), Math.min(...corners.map(([, y]) => y))]
  const [wide, high] = [Math.max(...corners.map(([x]) => x)) - left, Math.max(...corners.map(([, y]) => y)) - bottom]
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = place
  if (wide === 0 || high === 0) return undefined
  const [across, up] = [Math.abs(x2 - x1) / wide, Math.abs(y2 - y1) / high]
  return [across, 0, 0, up, Math.min(x1, x2) - left * across, Math.min(y1, y2) - bottom * up]
}

function numbersOf(value: unknown, count: number): number[] | undefined {
  if (!(value instanceof PDFArray) || value.size() !== count) return undefined
  const numbers = Array.from({length: count}, (_, at) => value.lookup(at)).map((one) => (one instanceof PDFNumber ? one.asNumber() : Number.NaN))
  return numbers.every(Number.isFinite) ? numbers : undefined
}
