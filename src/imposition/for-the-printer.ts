import {PDFDocument, PDFHexString, PDFName, PDFString, PrintScaling} from '@cantoo/pdf-lib'
import {VERSION} from '../version.js'

/** How a sheet is turned for its back: over its long edge as a page of a book, over its short one where it lies on its side. */
export type Turned = 'long' | 'short'

/**
 * An empty document for a printer, which says of itself what the paper says: title, language, dates. It claims none of the
 * standards that the paper conforms to: its pages are pictures of pages, without the tags that a voice reads.
 */
export async function documentFor(paper: PDFDocument, turned: Turned): Promise<PDFDocument> {
  const document = await PDFDocument.create({updateMetadata: false})
  const tool = `demarche ${VERSION}`
  const [title, author, subject, created, modified] = [paper.getTitle(), paper.getAuthor(), paper.getSubject(), paper.getCreationDate(), paper.getModificationDate()]
  if (title !== undefined) document.setTitle(title, {showInWindowTitleBar: true})
  if (author !== undefined) document.setAuthor(author)
  if (subject !== undefined) document.setSubject(subject)
  if (created) document.setCreationDate(created)
  if (modified) document.setModificationDate(modified)
  document.setCreator(tool)
  document.setProducer(tool)
  const language = paper.catalog.get(PDFName.of('Lang'))
  if (language instanceof PDFString || language instanceof PDFHexString) document.setLanguage(language.decodeText())
  const preferences = document.catalog.getOrCreateViewerPreferences()
  // A page that is scaled to fit the sheet would part from its fold and its crop marks.
  preferences.setPrintScaling(PrintScaling.None)
  preferences.dict.set(PDFName.of('Duplex'), PDFName.of(turned === 'long' ? 'DuplexFlipLongEdge' : 'DuplexFlipShortEdge'))
  return document
}

/** The bytes: the same document, the same bytes. */
export const bytesOf = (document: PDFDocument): Promise<Uint8Array> => document.save({addDefaultPage: false, updateFieldAppearances: false})
