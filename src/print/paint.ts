import renderPdf from '@react-pdf/render'
import type {Assets} from '../content.js'
import type {Edition} from '../edition/index.js'
import {languageOf} from '../language/index.js'
import {VERSION} from '../version.js'
import {attachFiles, attachmentsOf} from './attachments.js'
import type {LaidNode} from './laid-out.js'
import {addOutline, headingsOf} from './outline.js'
import {PdfFile} from './pdf-file.js'
import type {Stamp} from './stamp.js'
import {tagLayout} from './tags/tag-layout.js'
import type {About} from './xmp.js'

export interface PaintOptions {
  assets: Assets
  /** What elements of this and other papers are painted with, where they are known. */
  stamps?: WeakMap<LaidNode, Stamp> | undefined
}

/** Paints a finished layout into the bytes of one PDF. The layout gets hooks and is not read again. */
export async function paint(root: LaidNode, editions: readonly Edition[], {assets, stamps = new WeakMap()}: PaintOptions): Promise<Uint8Array> {
  const about = aboutOf(editions)
  const file = new PdfFile(about, stamps)
  const chunks: Uint8Array[] = []
  const done = new Promise<void>((resolve, reject) => {
    file.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    file.on('end', () => resolve())
    file.on('error', reject)
  })
  const headings = headingsOf(root)
  const document = tagLayout(root, editions, {tagging: file.tagger, painting: file.stamping})
  const render = renderPdf as unknown as (file: PdfFile, root: LaidNode) => void // its types ask for its own tree
  render(file, root)
  addOutline(file, headings)
  attachFiles(file, attachmentsOf(editions), {assets, date: about.date})
  file.finish(document)
  await done
  if (file.faults.length) throw new Error(file.faults.join('; '))
  return Buffer.concat(chunks)
}

/** What the file says of itself. Dates are the paper's own: the same paper gives the same bytes on any day. */
function aboutOf(editions: readonly Edition[]): About {
  const [first] = editions
  if (!first) throw new Error('A document needs a paper')
  const {meta, brand} = first
  const {year, month = 1, day = 1} = meta.date
  const date = new Date(Date.UTC(year, month - 1, day))
  const tool = `demarche ${VERSION}`
  return {
    title: meta.title,
    author: meta.anonymous ? undefined : (meta.author ?? brand.issuer),
    subject: meta.subtitle,
    keywords: meta.keywords.length ? meta.keywords.join(', ') : undefined,
    creator: tool,
    producer: tool,
    date,
    modified: date,
    language: languageOf(meta.language)?.tag ?? meta.language,
    archival: archivalOf(editions),
    ...(first.form?.bleed === undefined ? {} : {bleed: first.form.bleed}),
    ...(first.form?.duplex ? {duplex: true as const} : {}),
    attached: attachmentsOf(editions).map(({sha256}) => sha256),
  }
}

/** PDF/A-2 forbids attached files of other sorts than PDF/A; part 3 allows all. */
const archivalOf = (editions: readonly Edition[]): About['archival'] => ({part: attachmentsOf(editions).length > 0 ? 3 : 2, conformance: 'A'})

/** The standards that a document of these papers conforms to. */
export function conformanceOf(editions: readonly Edition[]): string[] {
  const {part, conformance} = archivalOf(editions)
  return ['PDF/UA-1', `PDF/A-${part}${conformance.toLowerCase()}`]
}
