import PDFDocument from 'pdfkit'

/** A PDF of one line that no part of the program made. */
export function foreignPdf(words: string, options: {userPassword?: string; pages?: number} = {}): Promise<Uint8Array> {
  const {pages = 1, ...locks} = options
  const document = new PDFDocument({...locks, info: {CreationDate: new Date(0)}})
  const chunks: Uint8Array[] = []
  return new Promise((resolve) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.text(words)
    for (let page = 1; page < pages; page++) document.addPage().text(words)
    document.end()
  })
}
