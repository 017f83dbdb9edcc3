import {EncryptedPDFError, PDFDocument} from '@cantoo/pdf-lib'

/** Why a PDF cannot be put on sheets or bound in. */
export type PdfTrouble = 'not-a-pdf' | 'encrypted' | 'damaged' | 'no-pages'

/** Opens a PDF that we did not make, or did; what is encrypted is not read, even where no password is asked for. */
export async function openPages(pdf: Uint8Array): Promise<PDFDocument | PdfTrouble> {
  // A reader looks for the head of the file in its first kilobyte.
  if (!Buffer.from(pdf.subarray(0, 1024)).toString('latin1').includes('%PDF-')) return 'not-a-pdf'
  try {
    const document = await PDFDocument.load(pdf, {updateMetadata: false, throwOnInvalidObject: true})
    return document.getPageCount() === 0 ? 'no-pages' : document
  } catch (failure) {
    return failure instanceof EncryptedPDFError ? 'encrypted' : 'damaged'
  }
}

/** A PDF that the program has just made: it opens. */
export async function openOwn(pdf: Uint8Array): Promise<PDFDocument> {
  const document = await openPages(pdf)
  if (typeof document === 'string') throw new Error(`A PDF of our own is ${document}`)
  return document
}
