import {readFileSync} from 'node:fs'
import path from 'node:path'
import {type Diagnostic, error} from '../diagnostic.js'
import {sha256Of} from '../inputs.js'
import {once} from '../once.js'
import {fromHere} from './from-here.js'
import type {Finished, Job} from './job.js'
import {removeLeftBehind} from './left-behind.js'
import {type ManifestEntry, readManifest, writeManifest} from './manifest.js'
import {outputPath} from './output-path.js'
import type {PaperReport} from './press.js'
import {toolVersions} from './tool-versions.js'
import {writeWhole} from './write-whole.js'

/** The output folder, and what this build has put there. */
export async function openShelf(out: string) {
  const earlier = once(async () => new Map((await readManifest(out)).map((paper) => [paper.path, paper])))
  const taken = new Map<string, string>()
  const swept = new Set<string>()
  const sweep = async (folder: string) => {
    if (!swept.has(folder)) await removeLeftBehind([folder])
    swept.add(folder)
  }
  await sweep(out)
  const tools = toolVersions()
  // What was found in its place stays there while this build goes on: nobody else writes it.
  const standing = new Set<string>()
  const isThere = (file: string, paper: Finished): boolean => {
    const name = `${paper.sha256} ${file}`
    if (!standing.has(name) && holds(file, paper)) standing.add(name)
    return standing.has(name)
  }

  return {
    /** What a paper's file is called, from the output folder. */
    nameOf: (job: Job, printed: Finished): string => outputPath(job, printed),

    /** Whether the folder has a paper, or its bytes can be had, so that it need not be printed. */
    async has(job: Job, printed: Finished): Promise<boolean> {
      await earlier() // a long list takes time to understand: it is wanted in the end, and others print now
      return isThere(path.join(out, outputPath(job, printed)), printed) || printed.pdf() !== undefined
    },

    /** Writes a paper, where it is not there already, and notes it in its report; what forbids it becomes an error there. */
    async put(job: Job, printed: Finished, report: PaperReport): Promise<void> {
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
      if (printed.audience === 'internal' && (await earlier()).get(file)?.audience === 'external') {
        refuse(
          'internal-over-external',
          `\`${file}\` is a paper for external readers: an internal one never takes its place`,
          'Rename the brand or the briefing',
        )
        return
      }
      const whole = path.join(out, file)
      await sweep(path.dirname(whole))
      const trouble = isThere(whole, printed) ? undefined : await writePaper(whole, printed, out)
      if (trouble !== undefined) {
        refuse('output', `\`${file}\` cannot be written to \`${path.basename(out)}\`: ${trouble}`, 'Name another folder with `--out`')
        return
      }
      report.written = entryOf(file, {job, printed, report, tools})
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

interface Entry {
  job: Job
  printed: Finished
  report: Pick<PaperReport, 'briefing' | 'diagnostics'>
  tools: ManifestEntry['tools']
}

/** A paper as a manifest lists it. */
export function entryOf(file: string, {job, printed, report: {briefing, diagnostics}, tools}: Entry): ManifestEntry & {bytes: number} {
  const {title, symbol, language, brand, paper, audience, pages, sha256, bytes, conformance, inputs} = printed
  return {
    path: file,
    briefing,
    ...(job.row ? {row: job.row.key} : {}),
    sha256,
    pages,
    title,
    ...(symbol === undefined ? {} : {symbol}),
    language,
    brand,
    paper,
    audience,
    warnings: diagnostics.filter(({severity}) => severity === 'warning').length,
    ...(job.anonymous ? {anonymous: true as const} : {}),
    ...(job.attachSource ? {attachSource: true as const} : {}),
    ...listed(job.form),
    conformance,
    tools,
    inputs: Object.fromEntries(inputs.map((input) => [input.package ? input.path : fromHere(job, input).path, input.sha256])),
    bytes,
  }
}

/** Its form, as a manifest says it: pages on sheets are pictures of pages, without tags. */
function listed(form: Job['form']): Pick<ManifestEntry, 'output' | 'lightToner' | 'bleed' | 'tagged'> {
  if (!form) return {}
  const {output, lightToner, bleed} = form
  return {
    ...(output === 'screen' ? {} : {output}),
    ...(lightToner ? {lightToner} : {}),
    ...(bleed === undefined ? {} : {bleed}),
    ...(output === 'booklet' || output === 'two-up' ? {tagged: false as const} : {}),
  }
}

/** Whether a file has the bytes already. It is not written again then: what looks at its time sees that nothing changed. */
function holds(file: string, {sha256, bytes}: Finished): boolean {
  try {
    const found = readFileSync(file)
    return found.length === bytes && sha256Of(found) === sha256
  } catch {
    return false
  }
}

async function writePaper(file: string, printed: Finished, out: string): Promise<string | undefined> {
  const bytes = printed.pdf()
  return bytes ? writeWhole(file, bytes, out) : 'another run has dropped it from the cache since this one began'
}

const withoutBytes = ({bytes: _, ...entry}: ManifestEntry & {bytes: number}): ManifestEntry => entry
