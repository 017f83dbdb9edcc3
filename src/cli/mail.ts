import {readFile} from 'node:fs/promises'
import path from 'node:path/posix'
import onDisk from 'node:path'
import {type Diagnostic, error, hasErrors} from '../diagnostic.js'
import {draftOf, letterOf, readRecipients, type Recipient} from '../mail/index.js'
import type {Pack} from '../pack/index.js'
import {deliveryName, inThisProcess, writeWhole} from '../press/index.js'
import {fullSymbol} from '../release/index.js'
import type {Source} from '../source.js'
import {shown} from './code-frame.js'
import type {Io} from './io.js'
import {keptBack} from './kept-back.js'
import {type OpenedPack, openPack} from './open-pack.js'
import {madeFrom, type PackCommandOptions} from './pack.js'
import {makeReporter} from './reporter.js'
import {tally} from './tally.js'

export interface MailOptions extends Omit<PackCommandOptions, 'audience' | 'neutralNames' | 'lightToner' | 'cropMarks' | 'issue'> {
  /** Letters to be looked at, which cannot be sent to anyone. */
  preview?: true
}

/** One letter that is to be written: to whom, as which file, and what it says. */
interface Letterhead {
  recipient: Recipient
  file: string
  edition: Parameters<typeof letterOf>[0]
}

/** Makes a pack and a draft of a letter for each of its recipients, tells what was found; returns the exit code. */
export async function mailCommand(typed: string, options: MailOptions, io: Io, signal?: AbortSignal): Promise<number> {
  const {opened, root, diagnostics} = await openPack(typed, options, io)
  const reporter = makeReporter(options.format, {io, root, papers: opened ? opened.jobs.length + opened.pack.outputs.length : 0, ...(opened ? {out: opened.out} : {})})
  const close = async (told: readonly Diagnostic[], papers: Parameters<typeof reporter.finish>[0]['papers'] = []) => {
    const whole = {papers, diagnostics: [...diagnostics, ...told], skipped: 0, printing: true}
    await reporter.finish(whole)
    return tally(whole).exitCode
  }
  if (!opened) return close([])
  const {letters, diagnostics: ofNote} = await lettersOf(opened)
  const reasons = await keptBack(opened, io)
  const kept = options.preview ? asTold(reasons) : reasons
  const found = [...ofNote, ...kept]
  // What may not leave the house is not even written beside it.
  if (!letters || hasErrors(found)) return close(found)

  const made = await madeFrom(opened, options, {io, reporter, ...(signal ? {signal} : {})})
  const pdf = made.files.find((file) => file.endsWith('.pdf'))
  if (pdf === undefined || hasErrors(made.diagnostics)) return close([...found, ...made.diagnostics], made.papers)
  const attached = {name: path.basename(pdf), bytes: new Uint8Array(await readFile(onDisk.join(opened.out, pdf)))}
  const drafts = await draftsOf(letters, {...opened.pack, ...(opened.pack.symbol === undefined ? {} : {symbol: fullSymbol({symbol: opened.pack.symbol, ...opened.pack.counting})}), marking: made.marking, ...(options.preview ? {preview: true} : {})}, attached)
  const folder = `${path.dirname(pdf)}.${options.preview ? 'mail-preview' : 'mail'}`
  const told = [...found, ...made.diagnostics, ...drafts.diagnostics]
  if (!hasErrors(told)) told.push(...(await writeDrafts(drafts.files, {folder, out: opened.out})))
  const code = await close(told, made.papers)
  if (!hasErrors(told) && options.format === 'pretty') {
    for (const [file, {recipient}] of drafts.files) io.stdout.write(`${shown(onDisk.relative(io.cwd, onDisk.join(opened.out, folder, file)).split(onDisk.sep).join('/'))}  to ${shown(recipient.name)}\n`)
  }
  return code
}

/** Why papers may not leave yet, as it is told of letters that go to nobody. What else is wrong with a paper, its pack tells. */
const asTold = (reasons: readonly Diagnostic[]): Diagnostic[] =>
  reasons.filter(({rule}) => rule === 'release/not-cleared' || rule === 'release/embargo').map((one) => ({...one, severity: 'warning'}))

/** The letters of a pack, each composed for its recipient. */
async function lettersOf({workspace, pack, jobs}: OpenedPack): Promise<{letters?: Letterhead[]; diagnostics: Diagnostic[]}> {
  const {cover} = pack
  if (!cover) return {diagnostics: [error('mail/no-note', {path: pack.path}, 'The pack names no cover note: a letter has nothing to say', 'Write `cover: letter.md`')]}
  if (!pack.outputs.includes('screen')) return {diagnostics: [error('mail/not-for-the-screen', cover.place, 'The pack is made for a printer only: a letter carries what is read on a screen', 'Add `screen` to its `outputs`')]}
  const file = path.join(path.dirname(pack.path), cover.text)
  const {bytes} = await workspace.files.read(file)
  if (!bytes) return {diagnostics: [error('mail/no-note', cover.place, `There is no file \`${cover.text}\``, 'The path counts from the folder of the pack')]}
  const note: Source = {path: file, text: new TextDecoder().decode(bytes)}
  const {value: recipients, diagnostics} = await readRecipients(note, {files: workspace.files})
  const [first] = jobs
  if (!recipients || !first) return {diagnostics}
  const room = inThisProcess({files: workspace.files})
  const letters: Letterhead[] = []
  const names = new Map<string, Recipient>()
  const once = new Map(diagnostics.map((one) => [JSON.stringify([one.rule, one.message, one.place]), one]))
  for (const recipient of recipients) {
    const {row: _, ...job} = first
    const read = await room.read({...job, source: note, row: recipient.row})
    const found = read.diagnostics.filter(({rule}) => !isOfPages(rule))
    const name = deliveryName({symbol: pack.symbol, title: recipient.row.key, language: pack.language, date: pack.date.text, release: pack.counting}).replace(/\.pdf$/, '.eml')
    const rival = names.get(name)
    if (rival) found.push({...error('mail/same-file', recipient.place, `The letter to \`${recipient.row.key}\` would be called \`${name}\`, as another one is`, 'Name the two apart in the first column'), related: [{message: 'The other stands here', place: rival.place}]})
    names.set(name, recipient)
    if (read.value) letters.push({recipient, file: name, edition: read.value.paper.edition})
    for (const one of found) once.set(JSON.stringify([one.rule, one.message, one.place]), one)
  }
  return {letters, diagnostics: [...once.values()]}
}

/** What a printed note would lack does not concern a letter. */
const isOfPages = (rule: string): boolean => rule === 'cover-note/missing-part' || rule === 'checks/missing-part'

async function draftsOf(letters: readonly Letterhead[], pack: Pick<Pack, 'title' | 'symbol' | 'date'> & {marking: string | undefined; preview?: true}, attached: {name: string; bytes: Uint8Array}) {
  const files = new Map<string, {recipient: Recipient; bytes: Uint8Array}>()
  const diagnostics: Diagnostic[] = []
  for (const {recipient, file, edition} of letters) {
    const {value: letter, diagnostics: found} = letterOf(edition)
    if (!letter) {
      diagnostics.push(...found.filter((one) => !diagnostics.some((known) => known.place.start?.offset === one.place.start?.offset)))
      continue
    }
    const {title, symbol, marking, date, preview} = pack
    files.set(file, {recipient, bytes: await draftOf(recipient, letter, {title, symbol, marking, date: date.text, files: [attached], ...(preview ? {preview} : {})})})
  }
  return {files, diagnostics}
}

async function writeDrafts(files: ReadonlyMap<string, {bytes: Uint8Array}>, {folder, out}: {folder: string; out: string}): Promise<Diagnostic[]> {
  for (const [file, {bytes}] of files) {
    const trouble = await writeWhole(onDisk.join(out, folder, file), bytes, out)
    if (trouble !== undefined) return [error('mail/output', {path: '.'}, `\`${folder}/${file}\` cannot be written: ${trouble}`, 'Name another folder with `--out`')]
  }
  return []
}
