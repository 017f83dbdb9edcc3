import {PDFArray, PDFDict, type PDFDocument, PDFName, type PDFPage} from '@cantoo/pdf-lib'
import {bytesOf, documentFor} from './for-the-printer.js'
import {openOwn, openPages, type PdfTrouble} from './open-pages.js'

/** A PDF that somebody else made, to stand behind a page of the paper: its tab sheet. */
export interface Bound {
  pdf: Uint8Array
  /** The page that it follows, counted from 1; 0 where it comes first. */
  after: number
}

export interface BindOptions {
  /** Sheets are printed on both sides: each annex, and what follows it, begins on a right-hand page. */
  duplex?: boolean
}

/** What was bound: the bytes, and for each annex the page it begins on; or the first annex that cannot be, and why. */
export type BoundIn = {pdf: Uint8Array; pages: number; starts: number[]; trouble?: never} | {trouble: PdfTrouble; annex: number; pdf?: never}

/**
 * Binds PDFs of others into a paper for the printer, in the order given. Their pages stay as they are, of their own size; links are
 * dropped, for paper has none, and so is every claim to be tagged.
 */
export async function bindIn(paper: Uint8Array, annexes: readonly Bound[], {duplex = false}: BindOptions = {}): Promise<BoundIn> {
  const own = await openOwn(paper)
  const opened: PDFDocument[] = []
  for (const [annex, {pdf}] of annexes.entries()) {
    const one = await openPages(pdf)
    if (typeof one === 'string') return {trouble: one, annex}
    opened.push(one)
  }
  const document = await documentFor(own, 'long')
  const pages = await document.copyPages(own, own.getPageIndices())
  const starts: number[] = []
  const blank = () => document.addPage([own.getPage(0).getWidth(), own.getPage(0).getHeight()])
  for (let at = 0; at <= pages.length; at++) {
    const page = pages[at - 1]
    if (page) document.addPage(forPaper(page))
    for (const [annex, {after}] of annexes.entries()) {
      const source = opened[annex]
      if (after !== at || !source) continue
      if (duplex && document.getPageCount() % 2 === 1) blank()
      starts[annex] = document.getPageCount() + 1
      for (const foreign of await document.copyPages(source, source.getPageIndices())) document.addPage(forPaper(foreign))
      if (duplex && document.getPageCount() % 2 === 1) blank()
    }
  }
  return {pdf: await bytesOf(document), pages: document.getPageCount(), starts}
}

/** What is printed of a page: all but what leads somewhere, and the numbers by which tags would find its words. */
function forPaper(page: PDFPage): PDFPage {
  for (const key of ['StructParents', 'Tabs', 'AA', 'Thumb', 'B']) page.node.delete(PDFName.of(key))
  const notes = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
  for (let at = (notes?.size() ?? 0) - 1; notes && at >= 0; at--) {
    const note = notes.lookup(at)
    // A stamp or a filled field is part of what the page shows.
    if (note instanceof PDFDict && note.get(PDFName.of('Subtype')) !== PDFName.of('Link')) continue
    notes.remove(at)
  }
  return page
}
