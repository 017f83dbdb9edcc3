import renderPdf from '@react-pdf/render'
import type {Edition} from '../edition/index.js'
import {languageOf} from '../language/index.js'
import {VERSION} from '../version.js'
import type {LaidNode} from './laid-out.js'
import {addOutline} from './outline.js'
import {PdfFile} from './pdf-file.js'

/** Paints a finished layout into the bytes of one PDF. */
export async function paint(root: LaidNode, editions: readonly Edition[]): Promise<Uint8Array> {
  const file = new PdfFile(optionsFor(editions))
  const chunks: Uint8Array[] = []
  const done = new Promise<void>((resolve, reject) => {
    file.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    file.on('end', () => resolve())
    file.on('error', reject)
  })
  const end = file.end.bind(file)
  // The renderer ends the file itself, before an outline could be added: it is ended here instead.
  file.end = () => undefined
  const render = renderPdf as unknown as (file: PdfFile, root: LaidNode) => void // its types ask for its own tree
  render(file, root)
  addOutline(file, root)
  end()
  await done
  if (file.faults.length) throw new Error(file.faults.join('; '))
  return Buffer.concat(chunks)
}

/** What the file says of itself. Dates are the paper's own: the same paper gives the same bytes on any day. */
function optionsFor(editions: readonly Edition[]) {
  const [first] = editions
  if (!first) throw new Error('A document needs a paper')
  const {meta, brand} = first
  const {year, month = 1, day = 1} = meta.date
  const date = new Date(Date.UTC(year, month - 1, day))
  const about = {
    Title: meta.title,
    Author: meta.author ?? brand.issuer,
    Subject: meta.subtitle,
    Keywords: meta.keywords.length ? meta.keywords.join(', ') : undefined,
    Creator: `demarche ${VERSION}`,
    Producer: `demarche ${VERSION}`,
    CreationDate: date,
    ModDate: date,
  }
  return {
    autoFirstPage: false,
    compress: true,
    pdfVersion: '1.7' as const,
    lang: languageOf(meta.language)?.tag ?? meta.language,
    displayTitle: true,
    // None to begin with: pdfkit would put an unembedded Helvetica into every file. Its types want a font.
    font: null as unknown as string,
    info: Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined)),
  }
}
