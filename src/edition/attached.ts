import path from 'node:path/posix'
import {type BriefingMeta, isBriefing} from '../briefing/index.js'
import type {Assets, Attachment} from '../content.js'
import {type Diagnostic, error, type Place} from '../diagnostic.js'
import type {Files, FileTrouble} from '../files.js'
import {sha256Of} from '../inputs.js'
import type {Source} from '../source.js'

interface AttachOptions {
  source: Source
  places: Record<string, Place>
  files: Files
}

/** Loads the data files that a paper's front matter attaches; each that cannot be had is told where it is named. */
export async function loadAttached(
  {attach = [], title}: Pick<BriefingMeta, 'attach' | 'title'>,
  {source, places, files}: AttachOptions,
): Promise<{attached: Attachment[]; assets: Assets; diagnostics: Diagnostic[]}> {
  const attached: Attachment[] = []
  const assets: Assets = new Map()
  const diagnostics: Diagnostic[] = []
  for (const [index, typed] of attach.entries()) {
    const place = places[`attach.${index}`] ?? places.attach ?? {path: source.path}
    const refuse = (what: string, message: string, hint: string) => diagnostics.push(error(`edition/${what}`, place, message, hint))
    const address = addressTrouble(typed)
    const file = pathFrom(source.path, typed)
    const {bytes, trouble} = address ?? (await files.read(file))
    if (!bytes) {
      const {what, message, hint} = wordsFor(typed, trouble ?? 'unreadable')
      refuse(what, message, hint)
      continue
    }
    const name = path.basename(file)
    if (attached.some((other) => sameName(other.name, name))) {
      refuse('attached-twice', `A file named \`${name}\` is attached already: in the PDF its name is all it has`, 'Rename one of the two, or delete this line')
      continue
    }
    if (/\.(?:md|markdown)$/i.test(name) && isBriefing({path: file, text: new TextDecoder().decode(bytes)})) {
      refuse('attached-briefing', `\`${typed}\` is a briefing: attached as it is, its internal passages would leave the house`, 'Build with `--attach-source`: it attaches the briefing as it prints')
      continue
    }
    const sha256 = sha256Of(bytes)
    assets.set(sha256, bytes)
    attached.push({name, path: file, sha256, type: mimeOf(name), relationship: 'Data', description: `Data of "${title.normalize('NFC')}": ${name}`})
  }
  return {attached, assets, diagnostics}
}

/** Names that differ in capitals only are one file on many disks. */
const sameName = (a: string, b: string): boolean => a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase()

const pathFrom = (briefing: string, typed: string): string =>
  typed.startsWith('/') ? path.normalize(typed.slice(1)) : path.join(path.dirname(briefing), typed)

function addressTrouble(typed: string): {bytes?: never; trouble: FileTrouble | 'remote' | 'backslash'} | undefined {
  if (/^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(typed)) return {trouble: 'remote'}
  return typed.includes('\\') || /^[a-z]:/i.test(typed) ? {trouble: 'backslash'} : undefined
}

function wordsFor(typed: string, trouble: FileTrouble | 'remote' | 'backslash'): {what: string; message: string; hint: string} {
  const name = `\`${typed}\``
  switch (trouble) {
    case 'missing':
      return {what: 'attached-missing', message: `There is no file ${name}`, hint: 'The path counts from the folder of this briefing, capitals included'}
    case 'not-a-file':
      return {what: 'attached-missing', message: `${name} is a folder, not a file`, hint: 'Write the name of a file in it'}
    case 'outside':
      return {what: 'attached-outside', message: `${name} lies outside the workspace`, hint: 'Copy the file beside the briefing'}
    case 'remote':
      return {what: 'attached-outside', message: `${name} is not a file of this workspace`, hint: 'Save the file beside the briefing and write its name'}
    case 'backslash':
      return {what: 'attached-missing', message: `${name} is not a path from this briefing`, hint: 'Write it from the folder of the briefing, with `/`: `data/casualties.csv`'}
    case 'too-large':
      return {what: 'attached-too-large', message: `${name} is larger than 20 MB`, hint: 'Attach less, or write where it can be had'}
    case 'unreadable':
      return {what: 'attached-unreadable', message: `${name} may not be read`, hint: 'Change the permissions of the file'}
  }
}

const MIME: Record<string, string> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  txt: 'text/plain',
  md: 'text/markdown',
  json: 'application/json',
  geojson: 'application/geo+json',
  xml: 'application/xml',
  yml: 'application/yaml',
  yaml: 'application/yaml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
  zip: 'application/zip',
}

/** What sort of file it is, by the end of its name; readers ask before they open one of no known sort. */
export const mimeOf = (name: string): string => MIME[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'
