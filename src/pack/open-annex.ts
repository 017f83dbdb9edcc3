import {type Diagnostic, error, type Outcome} from '../diagnostic.js'
import {sha256Of} from '../inputs.js'
import {openPdf, type Refusal} from '../verify/index.js'
import {nearestTo, TROUBLES} from './find-members.js'
import {asMarking} from './as-marking.js'
import type {Annex} from './pack.js'
import type {MemberEntry, Placed} from './pack-file.js'
import type {ReadOptions} from './read-pack.js'

interface AskedAnnex {
  /** From the workspace. */
  file: string
  named: Placed
  /** What the pack says of it. */
  entry: Pick<MemberEntry, 'title' | 'symbol' | 'source' | 'date' | 'marking'>
}

const REFUSALS: Record<Refusal, {what: string; message: string; hint: string}> = {
  'not-a-pdf': {what: 'annex-not-a-pdf', message: 'is not a PDF', hint: 'Save it as PDF and name that file'},
  encrypted: {what: 'annex-encrypted', message: 'is encrypted: whoever receives the pack could not read it', hint: 'Ask its author for a copy without a password'},
  'cut-off': {what: 'annex-damaged', message: 'is cut off: its end is missing', hint: 'Copy the file again from where it came'},
  damaged: {what: 'annex-damaged', message: 'is damaged', hint: 'Copy the file again from where it came'},
}

/** A foreign PDF, looked through before it is carried along: whole, open to all, with pages. */
export async function openAnnex({file, named: {text, place}, entry}: AskedAnnex, {files, root}: ReadOptions): Promise<Outcome<Annex>> {
  const refuse = (diagnostic: Diagnostic): Outcome<Annex> => ({diagnostics: [diagnostic]})
  const {title, symbol, source, date, marking} = entry
  if (title === undefined) return refuse(error('pack/annex-title', place, `The annex \`${text}\` has no \`title\`: the list of contents names it by that`, 'Add `title: ...` under it'))
  const {bytes, trouble} = await files.read(file)
  if (!bytes) {
    const near = trouble === 'missing' ? await nearestTo(file, root) : undefined
    const message = trouble === 'missing' ? `There is no file \`${text}\`` : `\`${text}\` ${TROUBLES[trouble]}`
    return refuse(error('pack/no-member', place, message, near === undefined ? 'The path counts from the folder of the pack' : `Did you mean \`${near}\`?`))
  }
  const pdf = openPdf(bytes)
  if (typeof pdf === 'string') {
    const {what, message, hint} = REFUSALS[pdf]
    return refuse(error(`pack/${what}`, place, `\`${text}\` ${message}`, hint))
  }
  if (pdf.pages.length === 0) return refuse(error('pack/annex-damaged', place, `\`${text}\` has no pages`, 'Copy the file again from where it came'))
  return {value: {title, ...(symbol ? {symbol: symbol.text} : {}), ...(source === undefined ? {} : {source}), ...(date ? {date} : {}), ...(marking ? {marking: asMarking(marking)} : {}), path: file, sha256: sha256Of(bytes), bytes, pages: pdf.pages.length, place}, diagnostics: []}
}
