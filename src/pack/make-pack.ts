import path from 'node:path'
import {type Diagnostic, error, hasErrors} from '../diagnostic.js'
import {inOrder, sha256Of} from '../inputs.js'
import {
  type Attempt, findContradictions, finishPapers, type Finished, fromHere, type Job, type Memory, openPool, type PaperReport, type Printer, reportOf, withSeverities,
} from '../press/index.js'
import {type ListedPaper, type Listed, packManifest} from './manifest.js'
import type {Pack} from './pack.js'
import type {PrintedPack} from './pack-job.js'
import {packNames} from './pack-names.js'
import {printTogether} from './print-together.js'
import {writeTogether} from './write-together.js'
import {zipOf} from './zip.js'

/** A paper of a pack, or the pack itself in one of its forms, before it is written. */
export interface Leaving {
  job: Job
  printed: Finished
  report: PaperReport
  /** From the folder of the pack. */
  file: string
}

export interface MakeOptions {
  /** A job for each paper, in the pack's order, as for a paper alone. */
  jobs: readonly Job[]
  /** Absolute folder that outputs are written below. */
  out: string
  /** How many processes print at a time. */
  processes?: number
  strict?: boolean
  /** Files are numbered, and say nothing of what they hold. */
  neutralNames?: boolean
  lightToner?: boolean
  cropMarks?: boolean
  /** Who prints papers and packs; processes of their own where absent. */
  printer?: Printer
  memory?: Memory
  /** Stops it on its way: what was there stays as it was. Once files are written it is too late. */
  signal?: AbortSignal
  /** Asked when all is printed and nothing is written yet: an error keeps all of it back. */
  mayLeave?(papers: readonly Leaving[]): Promise<Diagnostic[]>
  onStart?(job: Job): void
  onPaper?(paper: PaperReport): void | Promise<void>
}

/** What became of a pack: a report for each paper, then one for each form of the pack, where it came to that. */
export interface MadePack {
  papers: PaperReport[]
  diagnostics: Diagnostic[]
  /** What was written, from the output folder. */
  files: string[]
  /** Of the pack as it was made. */
  marking?: string | undefined
}

/** A form of the pack that was printed. */
interface Bound extends Listed {
  value: PrintedPack
}

/**
 * Makes a pack: each paper alone, the pack as one document in each of its forms, an archive of all, and a list. Nothing is
 * written unless all of it can be.
 */
export async function makePack(pack: Pack, options: MakeOptions): Promise<MadePack> {
  const {jobs, strict, signal, onPaper} = options
  const papers: PaperReport[] = []
  const made: Finished[] = []
  for await (const [job, one] of printedAlone(options)) {
    const report = reportOf(job, one, strict ? {strict} : {})
    papers.push(report)
    await onPaper?.(report)
    if (one.value && !hasErrors(report.diagnostics)) made.push(one.value)
  }
  if (signal?.aborted) return stoppedEarly(pack, papers)
  const names = packNames(pack, made, options)
  const between = withSeverities(findContradictions(papers.flatMap(({facts}) => facts)), jobs[0]?.severity)
  const diagnostics = [...between.map((one) => (strict ? {...one, severity: 'error' as const} : one)), ...names.diagnostics]
  const stopped = {papers, diagnostics, files: []}
  if (made.length < jobs.length || hasErrors(diagnostics)) return stopped

  const bound: Bound[] = []
  const told = new Set(papers.flatMap((paper) => paper.diagnostics).map(keyOf))
  for await (const {job, printed} of printTogether(pack, options)) {
    if (signal?.aborted) return stoppedEarly(pack, papers)
    const report = reportOf(job, printed, strict ? {strict} : {})
    report.diagnostics = report.diagnostics.filter((one) => !told.has(keyOf(one)))
    for (const one of report.diagnostics) told.add(keyOf(one))
    papers.push(report)
    const {value} = printed
    if (!value || hasErrors(report.diagnostics)) {
      await onPaper?.(report)
      return stopped
    }
    const inputs = inOrder([...made.flatMap((one) => one.inputs), ...pack.annexes.map(({path: file, sha256}) => ({path: fromHere(job, {path: file}).path, sha256}))])
    bound.push({value, job, report, file: names.pack(job.form), printed: {...value, inputs, sha256: sha256Of(value.pdf), bytes: value.pdf.length, pdf: () => value.pdf}})
  }
  const alone = made.flatMap((printed, at) => {
    const [job, report] = [jobs[at], papers[at]]
    return job && report ? [{job, printed, report, file: names.papers[at] ?? ''}] : []
  })
  const refused = (await options.mayLeave?.([...alone, ...bound])) ?? []
  if (hasErrors(refused)) return {...stopped, diagnostics: [...diagnostics, ...refused]}
  if (signal?.aborted) return stoppedEarly(pack, papers)
  return writePack(pack, {papers, diagnostics, made, bound, names}, options)
}

const keyOf = ({rule, message, place}: Diagnostic): string => JSON.stringify([rule, message, place])

const stoppedEarly = ({path: file}: Pack, papers: PaperReport[]): MadePack => ({
  papers,
  diagnostics: [error('pack/stopped-early', {path: file}, 'Stopped before the end: nothing of the pack was written', 'Make it again: what was there before is as it was')],
  files: [],
})

/** Each paper by itself, as `demarche build` prints it. */
async function* printedAlone({jobs, printer, processes, memory, signal, onStart}: MakeOptions): AsyncGenerator<[Job, Attempt<Finished>]> {
  const pool = printer ? {print: printer, ahead: 1, close() {}} : openPool(processes === undefined ? {} : {processes})
  signal?.addEventListener('abort', pool.close)
  try {
    const has = async (_: Job, {pdf}: Finished) => pdf() !== undefined
    yield* finishPapers(jobs, {...pool, has, ...(memory ? {memory} : {}), ...(onStart ? {onStart} : {}), ...(signal ? {signal} : {})})
  } finally {
    signal?.removeEventListener('abort', pool.close)
    pool.close()
  }
}

interface Ready extends Omit<MadePack, 'files'> {
  made: readonly Finished[]
  bound: readonly Bound[]
  names: ReturnType<typeof packNames>
}

async function writePack(pack: Pack, {papers, diagnostics, made, bound, names}: Ready, {jobs, out, onPaper}: MakeOptions): Promise<MadePack> {
  const [first] = bound
  if (!first) throw new Error('A pack without a form')
  const folder = folderOf(pack, first.job)
  const files = new Map<string, Uint8Array>(bound.map(({file, value}) => [file, value.pdf]))
  for (const [at, one] of made.entries()) files.set(names.papers[at] ?? '', bytesOf(one))
  for (const [at, {bytes}] of pack.annexes.entries()) files.set(names.annexes[at] ?? '', bytes)
  const manifest = packManifest(pack, {
    forms: bound,
    papers: made.map((printed, at): ListedPaper => ({printed, job: jobs[at] ?? first.job, report: papers[at] ?? first.report, file: names.papers[at] ?? '', ...(first.value.leaves[at] ?? {first: 0, pages: 0})})),
    annexes: pack.annexes.map((annex, at) => ({annex, file: names.annexes[at] ?? '', page: first.value.tabs[at] ?? 0})),
  })
  files.set('manifest.json', manifest.bytes)
  files.set(names.zip, zipOf(files, pack.date))
  const trouble = await writeTogether(path.join(out, folder), files, out)
  if (trouble !== undefined) first.report.diagnostics.push(error('pack/output', {path: first.report.briefing}, `\`${folder}\` cannot be written: ${trouble}`, 'Name another folder with `--out`'))
  // Reports of papers come first, then those of the pack's forms: as the entries do.
  const entries = [...manifest.papers, ...manifest.forms]
  for (const [at, report] of papers.entries()) {
    const entry = entries[at]
    if (trouble === undefined && entry) report.written = {...entry, path: `${folder}/${entry.path}`}
    if (at >= made.length) await onPaper?.(report)
  }
  return {papers, diagnostics, marking: first.value.marking, files: trouble === undefined ? [...files.keys()].map((file) => `${folder}/${file}`) : []}
}

function bytesOf(paper: Finished): Uint8Array {
  const bytes = paper.pdf()
  if (!bytes) throw new Error('The bytes of a paper were dropped from the cache while its pack was made')
  return bytes
}

/** `<topic>/<pack>[.<brand>][.<paper>][.INTERNAL]`: below where `build` puts the papers of that folder. */
function folderOf({path: file, brand, paper}: Pack, job: Job): string {
  const steps = file.replace(/\.ya?ml$/i, '').split('/')
  if (steps[0] === 'briefings') steps.shift()
  const differs = [
    ...(job.brand === undefined || job.brand === brand ? [] : [job.brand]),
    ...(job.paper === undefined || job.paper === paper ? [] : [job.paper]),
    ...(job.audience === 'internal' ? ['INTERNAL'] : []),
  ]
  return [steps.join('/'), ...differs].join('.')
}
