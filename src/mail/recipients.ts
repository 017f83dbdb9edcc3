import {domainToASCII} from 'node:url'
import {readTemplate} from '../briefing/index.js'
import {type Diagnostic, error, hasErrors, inReadingOrder, type Outcome, type Place} from '../diagnostic.js'
import type {Files} from '../files.js'
import {loadRows, type Row} from '../rows/index.js'
import type {Source} from '../source.js'

/** Whom a letter goes to: the row that its note is filled in from, and the addresses of it. */
export interface Recipient {
  row: Row
  name: string
  /** Each as mail systems take it, in ASCII. */
  addresses: string[]
  place: Place
}

/** The columns that a letter needs beside those that its note asks for. */
const NAME = 'name'
const EMAIL = 'email'

/** Reads the recipients of a cover note: the rows that its front matter names, each with a `name` and an `email`. All that is wrong is told at its line. */
export async function readRecipients(note: Source, {files}: {files: Files}): Promise<Outcome<Recipient[]>> {
  const template = readTemplate(note)
  if (!template) return {diagnostics: [error('mail/no-recipients', {path: note.path}, 'The note names no recipients', 'Write `rows: recipients.csv` into its front matter; that file has the columns `name` and `email`')]}
  const {asked, diagnostics} = template
  const columns = [NAME, EMAIL].map((name) => ({names: [name], place: asked.from.place}))
  const {value, diagnostics: loaded} = await loadRows({...asked, columns: [...asked.columns, ...columns]}, {files})
  const found = [...diagnostics, ...loaded]
  const recipients = (value?.rows ?? []).map((row) => recipientOf(row, found))
  return hasErrors(found) ? {diagnostics: inReadingOrder(found)} : {value: recipients, diagnostics: inReadingOrder(found)}
}

/** Signs that nobody sees, and that end a line of a letter's head, or turn the words around them. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/u

function recipientOf(row: Row, found: Diagnostic[]): Recipient {
  const [name = '', email = ''] = [row.values[NAME], row.values[EMAIL]]
  const refuse = (what: string, message: string, hint: string) => void found.push(error(`mail/${what}`, row.place, message, hint))
  if (name === '') refuse('no-name', `The recipient \`${row.key}\` has no \`${NAME}\``, 'Write whom the letter is to, such as the name of a mission')
  const addresses = email.split(/[;,]/).map((one) => one.trim()).filter((one) => one !== '')
  if (addresses.length === 0) refuse('no-address', `\`${printable(name || row.key)}\` has no address`, `Fill in \`${EMAIL}\`, or take the row out`)
  const taken = addresses.map((typed) => {
    const address = asciiAddress(typed)
    if (address === undefined) refuse('address', `\`${printable(typed)}\` is no address: expected one such as \`mission@example.org\``, 'Write the address alone; several are parted by semicolons')
    return address ?? ''
  })
  const unseen = [name, email].some((text) => UNSEEN.test(text))
  if (unseen) refuse('unseen', 'The name or the address holds a line break, or another sign that nobody sees', 'Type both again, each as one line')
  return {row, name, addresses: taken, place: row.place}
}

const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}`]/gu, ' ').trim().slice(0, 80)

/** Before the sign `@` what RFC 5322 calls a dot-atom; mail systems without SMTPUTF8 take no other letters. */
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+)*$/
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** An address with its domain in ASCII: `info@bücher.example` is `info@xn--bcher-kva.example`. Nothing where it is none. */
export function asciiAddress(typed: string): string | undefined {
  const [, local, domain] = /^([^@\s]{1,64})@([^@\s]{1,253})$/.exec(typed) ?? []
  if (local === undefined || domain === undefined || !LOCAL.test(local) || UNSEEN.test(domain)) return undefined
  const ascii = domainToASCII(domain)
  const labels = ascii.split('.')
  return ascii.length <= 253 && labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '') ? `${local}@${ascii}` : undefined
}
