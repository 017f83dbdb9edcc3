import MailComposer from 'nodemailer/lib/mail-composer'
import {sha256Of} from '../inputs.js'
import type {Letter} from './letter.js'
import type {Recipient} from './recipients.js'

/** What a letter carries, and what its subject says of it. */
export interface Enclosed {
  title: string
  symbol?: string | undefined
  marking?: string | undefined
  /** The day it is of, `2026-11-24`: the draft is dated by it, so that it has the same bytes on any day. */
  date: string
  files: readonly {name: string; bytes: Uint8Array}[]
  /** A letter to be looked at: its subject says so, and it names its recipient without an address that mail could reach. */
  preview?: true
}

/** No mail system delivers to a domain `.invalid` (RFC 2606). */
const NOWHERE = 'not-to-be-sent@draft.invalid'

/** `[TLP:CLEAR] The title (MBC/2026/4)`, as one line. */
export const subjectOf = ({title, symbol, marking, preview}: Pick<Enclosed, 'title' | 'symbol' | 'marking' | 'preview'>): string =>
  `${preview ? '[DRAFT] ' : ''}${marking === undefined ? '' : `[${marking}] `}${title}${symbol === undefined ? '' : ` (${symbol})`}`.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()

/**
 * A letter as a draft that mail programs open to be looked at and sent: `X-Unsent` says so to Outlook, and it names no sender, so
 * that each program takes the account of who opens it. Plain words come first, then HTML, then the files. The same letter has the same bytes.
 */
export async function draftOf({name, addresses}: Pick<Recipient, 'name' | 'addresses'>, letter: Letter, enclosed: Enclosed): Promise<Uint8Array> {
  const subject = subjectOf(enclosed)
  const {text, html} = letter
  const seal = sha256Of(JSON.stringify([name, addresses, subject, text, html, enclosed.files.map((file) => [file.name, sha256Of(file.bytes)])]))
  const options = {
    to: (enclosed.preview ? [NOWHERE] : addresses).map((address) => ({name, address})),
    subject,
    text,
    html,
    date: new Date(`${enclosed.date}T00:00:00Z`),
    headers: {'X-Unsent': '1'},
    attachments: enclosed.files.map((file) => ({filename: file.name, content: Buffer.from(file.bytes), contentType: 'application/pdf'})),
    // Nothing is fetched and no file is opened, whatever stands in a field.
    disableFileAccess: true,
    disableUrlAccess: true,
    messageId: `<${seal}@draft.invalid>`,
    baseBoundary: seal.slice(0, 32),
  }
  const built = await new Promise<Uint8Array>((resolve, reject) => new MailComposer(options).compile().build((failure, message) => (failure ? reject(failure) : resolve(message))))
  return withoutId(built)
}

/** A draft has no identity yet: whoever sends it gives it one. */
function withoutId(message: Uint8Array): Uint8Array {
  const bytes = Buffer.from(message)
  const end = bytes.indexOf('\r\n\r\n')
  const head = bytes.subarray(0, end).toString('latin1').replace(/^Message-ID:.*\r\n(?:[ \t].*\r\n)*/im, '')
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes.subarray(end)])
}
