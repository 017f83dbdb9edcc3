import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {lies} from '../files.js'
import {writeWhole} from '../press/index.js'
import {signPdf} from '../sign/index.js'
import {openPdf, type Refusal} from '../verify/index.js'
import {shown} from './code-frame.js'
import type {Io} from './io.js'
import {sourceDate} from './source-date.js'
import {refuse, tellUsage} from './usage.js'

export interface SignCommandOptions {
  p12: string
  out?: string
}

const REFUSALS: Record<Refusal, string> = {
  'not-a-pdf': 'is not a PDF',
  'cut-off': 'is cut off',
  encrypted: 'is encrypted',
  damaged: 'is damaged',
}

/** Signs a PDF into a file beside it; returns the exit code. */
export async function signCommand(typed: string, {p12, out}: SignCommandOptions, io: Io): Promise<number> {
  const file = path.resolve(io.cwd, typed)
  const target = path.resolve(io.cwd, out ?? typed.replace(/(\.pdf)?$/i, '.signed.pdf'))
  const [bytes, certificate] = [await readNamed(file, typed, io), await readNamed(path.resolve(io.cwd, p12), p12, io)]
  if (target === file) refuse({message: 'the signed file would take the place of the one it is made from', hint: 'Name another with `--out`'}, io)
  const date = sourceDate(io) ?? new Date()
  const pdf = openPdf(bytes)
  const fail = (message: string, hint: string) => {
    tellUsage({message, hint}, io)
    return 1
  }
  if (typeof pdf === 'string') return fail(`\`${typed}\` ${REFUSALS[pdf]}: it is not signed`, 'Build the paper again')
  const password = io.env.DEMARCHE_P12_PASSWORD ?? (await io.askSecret?.(`Password of ${p12}: `))
  if (password === undefined) {
    return fail('the password of the certificate is not known', 'Set `DEMARCHE_P12_PASSWORD`, or call this from a terminal, which asks for it')
  }
  const signed = await signPdf(bytes, {p12: certificate, password, date})
  if (!signed.bytes) return fail(signed.because, signed.hint)
  const trouble = await writeWhole(target, signed.bytes)
  const shownPath = path.relative(io.cwd, target).split(path.sep).join('/')
  if (trouble !== undefined) return fail(`\`${shownPath}\` cannot be written: ${trouble}`, 'Name another file with `--out`')
  io.stdout.write(`${shown(shownPath)}: signed; the ${bytes.length} bytes of the paper are as they were\n`)
  return 0
}

async function readNamed(file: string, typed: string, io: Io): Promise<Uint8Array> {
  if ((await lies(file)) === 'file') return readFile(file)
  return refuse({message: `there is no file \`${typed}\``, hint: 'Name it as seen from the folder at hand'}, io)
}
