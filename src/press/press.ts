import {createHash} from 'node:crypto'
import path from 'node:path'
import {setImmediate} from 'node:timers/promises'
import {type Diagnostic, error, hasErrors, type Place} from '../diagnostic.js'
import {type Attempt, attempt} from './attempt.js'
import type {Checked, Checker, Job, Printed, Printer} from './job.js'
import {type ManifestEntry, readManifest, writeManifest} from './manifest.js'
import {outputPath} from './output-path.js'
import {inThisProcess} from './print-paper.js'
import {writeWhole} from './write-whole.js'

/** What became of one paper. Places are told from the workspace at hand. */
export interface PaperReport {
  /** The briefing's path, from the workspace at hand. */
  briefing: string
  diagnostics: Diagnostic[]
  leftOut: Checked['leftOut']
  /** Present where it was written. `path` from the output folder. */
  written?: ManifestEntry & {bytes: number}
  /** Where the program itself failed. */
  fault?: string
}

export interface PressOptions {
  /** A warning counts as an error: it stops its paper. */
  strict?: boolean
  onStart?(job: Job): void
  onPaper?(paper: PaperReport): void | Promise<void>
}

export interface BuildOptions extends PressOptions {
  /** Absolute folder that papers are written to. */
  out: string
  printer?: Printer
}

/** Checks papers, one after the other; the renderer is never loaded. */
export async function checkPapers(jobs: readonly Job[], options: PressOptions & {checker?: Checker} = {}): Promise<PaperReport[]> {
  const {checker = inThisProcess().check} = options
  const reports: PaperReport[] = []
  for (const job of jobs) {
    options.onStart?.(job)
    const report = reportOf(job, await attempt(job, checker), options)
    reports.push(report)
    await options.onPaper?.(report)
    await setImmediate()
  }
  return reports
}

/** Prints papers, one after the other, and writes each whole or not at all; then lists what the output folder holds. */
export async function buildPapers(
  jobs: readonly Job[],
  options: BuildOptions,
): Promise<{papers: PaperReport[]; diagnostics: Diagnostic[]}> {
  const {out, printer = inThisProcess().print} = options
  const shelf = await openShelf(out)
  const papers: PaperReport[] = []
  let poisonedBy: string | undefined
  for (const job of jobs) {
    options.onStart?.(job)
    const made: Attempt<Printed> = poisonedBy === undefined ? await attempt(job, printer) : {diagnostics: [notPrinted(job, poisonedBy)]}
    if (made.poisoned) poisonedBy = job.source.path
    const report = reportOf(job, made, options)
    if (made.value && !hasErrors(report.diagnostics)) await shelf.put(job, made.value, report)
    papers.push(report)
    await options.onPaper?.(report)
    await setImmediate() // else what a paper leaves behind is never collected: 196 KB each
  }
  return {papers, diagnostics: await shelf.list(papers)}
}

function reportOf(job: Job, {value, diagnostics, fault}: Attempt<Checked>, {strict}: PressOptions): PaperReport {
  return {
    briefing: fromHere(job, {path: job.source.path}).path,
    diagnostics: diagnostics.map((diagnostic) => ({
      ...diagnostic,
      ...(strict ? {severity: 'error' as const} : {}),
      place: fromHere(job, diagnostic.place),
      ...(diagnostic.related ? {related: diagnostic.related.map(({message, place}) => ({message, place: fromHere(job, place)}))} : {}),
    })),
    leftOut: value?.leftOut.map(({place, words}) => ({place: fromHere(job, place), words})) ?? [],
    ...(fault === undefined ? {} : {fault}),
  }
}

/** A place of the job's workspace, told from the one at hand. Brands may be lent by the latter. */
function fromHere({prefix, brandsFrom}: Job, place: Place): Place {
  if (prefix === '' || (brandsFrom !== undefined && place.path.startsWith('styles/'))) return place
  return {...place, path: path.posix.join(prefix, place.path)}
}

function notPrinted(job: Job, culprit: string): Diagnostic {
  const message = `Not printed: the page engine stopped working on \`${culprit}\``
  return error('press/stopped', {path: job.source.path}, message, 'Build this paper without that one')
}

/** The output folder, and what this build has put there. */
async function openShelf(out: string) {
  const earlier = new Map((await readManifest(out)).map((paper) => [paper.path, paper]))
  const taken = new Map<string, string>()

  return {
    /** Writes a paper and notes it in its report; what forbids it becomes an error there. */
    async put(job: Job, printed: Printed, report: PaperReport): Promise<void> {
      const file = outputPath(job, printed)
      const refuse = (what: string, message: string, hint: string) =>
        report.diagnostics.push(error(`press/${what}`, {path: report.briefing}, message, hint))
      // Names that differ in capitals only are one file on many disks.
      const name = file.normalize('NFC').toLowerCase()
      const rival = taken.get(name)
      if (rival !== undefined) {
        refuse('same-output', `\`${rival}\` is written to \`${file}\` too, and is printed there`, 'Rename one of the two')
        return
      }
      taken.set(name, report.briefing)
      if (printed.audience === 'internal' && earlier.get(file)?.audience === 'external') {
        refuse(
          'internal-over-external',
          `\`${file}\` is a paper for external readers: an internal one never takes its place`,
          'Rename the brand or the briefing',
        )
        return
      }
      const trouble = await writeWhole(path.join(out, file), printed.pdf)
      if (trouble !== undefined) {
        refuse('output', `\`${file}\` cannot be written to \`${path.basename(out)}\`: ${trouble}`, 'Name another folder with `--out`')
        return
      }
      report.written = entryOf(file, printed, report)
    },

    async list(papers: readonly PaperReport[]): Promise<Diagnostic[]> {
      const written = papers.flatMap((paper) => (paper.written ? [withoutBytes(paper.written)] : []))
      const trouble = written.length > 0 ? await writeManifest(out, written) : undefined
      return trouble === undefined
        ? []
        : [error('press/output', {path: path.basename(out)}, `\`manifest.json\` cannot be written: ${trouble}`)]
    },
  }
}

function entryOf(file: string, printed: Printed, {briefing, diagnostics}: PaperReport): ManifestEntry & {bytes: number} {
  const {title, symbol, language, brand, paper, audience, pages, pdf} = printed
  return {
    path: file,
    briefing,
    sha256: createHash('sha256').update(pdf).digest('hex'),
    pages,
    title,
    ...(symbol === undefined ? {} : {symbol}),
    language,
    brand,
    paper,
    audience,
    warnings: diagnostics.filter(({severity}) => severity === 'warning').length,
    bytes: pdf.length,
  }
}

const withoutBytes = ({bytes: _, ...entry}: ManifestEntry & {bytes: number}): ManifestEntry => entry
