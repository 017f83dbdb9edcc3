import {concatTransformationMatrix, drawObject, type PDFDocument, type PDFPage, popGraphicsState, pushGraphicsState} from '@cantoo/pdf-lib'
import {appearancesOf} from './appearances.js'
import {documentFor} from './for-the-printer.js'
import {openOwn} from './open-pages.js'
import {type Field, fitted, type Matrix, type Seen, seenOf} from './place-page.js'

/** Sheets that lie on their side, each as large as a page of the paper, and what puts a page on one. */
export interface Sheets {
  document: PDFDocument
  pages: number
  width: number
  height: number
  /** A new side of a sheet. */
  add(): PDFPage
  /** Puts a page, counted from 1, into the middle of a field, as large as it can be: its lines stay lines, its letters letters. */
  put(side: PDFPage, page: number, field: Field): void
}

/** Opens a finished PDF to put its pages on sheets. */
export async function sheetsFor(pdf: Uint8Array): Promise<Sheets> {
  const paper = await openOwn(pdf)
  const document = await documentFor(paper, 'short')
  const seen: Seen[] = paper.getPages().map(seenOf)
  // A page that shows nothing has nothing to be put anywhere.
  const drawn = paper.getPages().flatMap((page, at) => (page.node.Contents() ? [{page, at, box: seen[at]?.box}] : []))
  const forms = await document.embedPages(
    drawn.map(({page}) => page),
    drawn.map(({box}) => box),
    drawn.map(() => [1, 0, 0, 1, 0, 0]),
  )
  const embedded = new Map(drawn.map(({at}, index) => [at + 1, forms[index]]))
  const shown = paper.getPages().map((page) => appearancesOf(page, document))
  const [first] = seen
  if (!first) throw new Error('A PDF without a page cannot be imposed')
  const [width, height] = [Math.max(first.width, first.height), Math.min(first.width, first.height)]
  return {
    document,
    pages: seen.length,
    width,
    height,
    add: () => document.addPage([width, height]),
    put(side, page, field) {
      const at = seen[page - 1]
      if (!at) throw new Error(`There is no page ${page} to impose`)
      const form = embedded.get(page)
      side.pushOperators(pushGraphicsState(), brought(fitted(at, field)))
      if (form) side.pushOperators(drawObject(side.node.newXObject('Page', form.ref)))
      for (const {form: note, matrix} of shown[page - 1] ?? []) {
        side.pushOperators(pushGraphicsState(), brought(matrix), drawObject(side.node.newXObject('Note', note)), popGraphicsState())
      }
      side.pushOperators(popGraphicsState())
    },
  }
}

const brought = ([a, b, c, d, e, f]: Matrix) => concatTransformationMatrix(fine(a), fine(b), fine(c), fine(d), fine(e), fine(f))

/** What is written of a measure: the same on every machine. A scale needs more digits than a place. */
const fine = (number: number): number => Math.round(number * 1e6) / 1e6
