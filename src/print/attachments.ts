import type {Assets, Attachment} from '../content.js'
import type {Edition} from '../edition/index.js'

/** What pdfkit can do with a file and keeps out of its types. */
interface Attaching {
  file(bytes: Uint8Array, options: object): unknown
  _root: {data: {Names?: {data: {EmbeddedFiles?: {_compareKeys(a: string, b: string): number}}}}}
}

/** The files that a document carries along, each once: papers printed together may attach the same. */
export function attachmentsOf(editions: readonly Edition[]): Attachment[] {
  const once = new Map<string, Attachment>()
  for (const one of editions.flatMap(({attached = []}) => attached)) {
    const known = once.get(one.name)
    if (known && known.sha256 !== one.sha256) throw new Error(`Two files named ${one.name} cannot be attached to one document`)
    once.set(one.name, one)
  }
  return [...once.values()]
}

/**
 * Puts files into a PDF as PDF/A-3 asks (ISO 19005-3, 6.8): each with its relation to the paper, its MIME type, what it is
 * in words, and the paper's own date, since that of the disk changes with every copy.
 */
export function attachFiles(file: unknown, attachments: readonly Attachment[], {assets, date}: {assets: Assets; date: Date}): void {
  const {_root, ...pdf} = {_root: (file as Attaching)._root, file: (file as Attaching).file.bind(file)}
  for (const {name, sha256, type, relationship, description} of attachments) {
    const bytes = assets.get(sha256)
    if (!bytes) throw new Error(`The attached file ${name} came without its bytes`)
    pdf.file(bytes, {name, type, relationship, description, creationDate: date, modifiedDate: date})
  }
  // pdfkit sorts names by locale; a reader looks them up by code unit.
  const names = _root.data.Names?.data.EmbeddedFiles
  if (names) names._compareKeys = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
}
