import {createHash} from 'node:crypto'

/** Of the form of all entries: another form is another release's. */
const FORM = 'demarche-cache 1'

/** The bytes of an entry: a line that says whose it is and what it holds, by its hash, and then what it holds. */
export const sealed = (name: string, body: Uint8Array | string): Buffer => {
  const bytes = Buffer.from(body)
  return Buffer.concat([Buffer.from(`${FORM} ${name} ${hashOf(bytes)}\n`), bytes])
}

/** What an entry holds; nothing where it was cut off, changed, or belongs under another name. */
export function unsealed(name: string, entry: Buffer): Buffer | undefined {
  const end = entry.indexOf('\n')
  if (end < 0) return undefined
  const body = entry.subarray(end + 1)
  return entry.toString('utf8', 0, end) === `${FORM} ${name} ${hashOf(body)}` ? body : undefined
}

/** SHA-256 in hexadecimal. */
export const hashOf = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')
