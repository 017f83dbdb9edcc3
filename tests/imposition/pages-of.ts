import {PDFDocument, StandardFonts} from '@cantoo/pdf-lib'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A PDF of other people: so many pages, on each its number within it. */
export async function numbered(pages: number, {size = [595.28, 841.89], name = 'page', turned = 0}: {size?: [number, number]; name?: string; turned?: number} = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create({updateMetadata: false})
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let at = 1; at <= pages; at++) {
    const page = document.addPage(size)
    page.setRotation({type: 'degrees' as never, angle: turned}) // an enum of the library
    page.drawText(`${name} ${at}`, {x: 100, y: 100, size: 20, font})
  }
  document.setTitle(name)
  return document.save()
}

/** A run of words as a reader finds it on a page, and where it begins, in points from the lower left corner. */
export interface Seen {
  words: string
  x: number
  y: number
  /** The size of the letters. */
  size: number
}

/** What another program reads of each page: its size and its words. */
export async function readPages(pdf: Uint8Array): Promise<{width: number; height: number; seen: Seen[]}[]> {
  const document = await getDocument({data: pdf.slice(), useSystemFonts: false, verbosity: 0}).promise
  const pages = []
  for (let at = 1; at <= document.numPages; at++) {
    const page = await document.getPage(at)
    const {width, height} = page.getViewport({scale: 1})
    const {items} = await page.getTextContent()
    const seen = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [a = 0, b = 0, , , x = 0, y = 0]: number[] = item.transform
      return [{words: item.str, x, y, size: Math.hypot(a, b)}]
    })
    pages.push({width, height, seen})
  }
  await document.destroy()
  return pages
}
