import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import {openStore} from '../cache/index.js'
import {type Diagnostic, error} from '../diagnostic.js'
import {sha256Of} from '../inputs.js'
import {findContradictions, keepTimes, type ManifestEntry, type PaperReport, withSeverities, writeManifest, writeWhole} from '../press/index.js'
import type {Io} from './io.js'
import type {Format} from './formats.js'
import {makeReporter} from './reporter.js'
import {reportName, type ShardReport} from './shard.js'
import {type Report, tally} from './tally.js'
import {cacheFolder, workspaceAbove} from './run-key.js'
import {refuse} from './usage.js'

export interface MergeOptions {
  format: Format
  /** Files that are written beside what is told. */
  junit?: string
  sarif?: string
}

/**
 * Puts the reports of all shards of a build together: tells what an undivided build would have told, writes the list of what the
 * folder holds, and returns the exit code.
 */
export async function mergeCommand(typed: string, {format, junit, sarif}: MergeOptions, io: Io): Promise<number> {
  const out = path.resolve(io.cwd, typed)
  const shards = allOf(await readReports(out, typed, io), typed, io)
  const numbered = shards.flatMap(({papers}) => papers).sort((a, b) => a.at - b.at)
  const papers = numbered.map(({report}) => report)
  const diagnostics = await missingFrom(out, typed, papers)
  const written = papers.flatMap((paper) => (paper.written ? [withoutBytes(paper.written)] : []))
  const trouble = written.length > 0 ? await writeManifest(out, written) : undefined
  if (trouble !== undefined) diagnostics.push(error('press/output', {path: typed}, `\`manifest.json\` cannot be written: ${trouble}`))

  const [first] = shards
  const between = withSeverities(findContradictions(papers.flatMap(({facts}) => facts)), first?.severity)
  const strictly = (found: Diagnostic[]) => (first?.strict ? found.map((one) => ({...one, severity: 'error' as const})) : found)
  const report: Report = {
    diagnostics: [...(first?.diagnostics ?? []), ...shards.flatMap(({own}) => own), ...diagnostics, ...strictly(between)],
    papers,
    skipped: first?.skipped ?? 0,
    printing: true,
  }
  const root = workspaceAbove(io.cwd) ?? io.cwd
  const folder = cacheFolder(undefined, root, io.cwd)
  if (folder !== undefined && workspaceAbove(io.cwd) !== undefined) keepTimes(openStore(folder), Object.assign({}, ...shards.map(({times}) => times)))
  const options = {io, root, papers: 0, out}
  for (const [kind, file] of [['junit', junit], ['sarif', sarif]] as const) {
    if (file === undefined) continue
    let text = ''
    await makeReporter(kind, {...options, io: {...io, stdout: {write: (more: string) => (text += more)}}}).finish(report)
    const refused = await writeWhole(path.resolve(io.cwd, file), Buffer.from(text))
    if (refused !== undefined) refuse({message: `\`${file}\` cannot be written: ${refused}`, hint: 'Name another file'}, io)
  }
  const reporter = makeReporter(format, options)
  for (const paper of papers) reporter.paper(paper)
  await reporter.finish(report)
  return tally(report).exitCode
}

const NAME = /^report-(\d+)-(\d+)\.json$/

async function readReports(out: string, typed: string, io: Io): Promise<ShardReport[]> {
  const names = (await readdir(out).catch(() => [])).filter((name) => NAME.test(name)).sort()
  if (names.length === 0) return refuse({message: `there is no report of a shard in \`${typed}\``, hint: 'Build with `--shard 1/3`, `--shard 2/3` and `--shard 3/3`, and bring their output folders together'}, io)
  return Promise.all(
    names.map(async (name) => {
      try {
        const report: ShardReport = JSON.parse(await readFile(path.join(out, name), 'utf8'))
        if (reportName(report.shard) === name && Array.isArray(report.papers)) return report
      } catch {
        // it is told below
      }
      return refuse({message: `\`${name}\` is no report of that shard`, hint: 'Build the shard again'}, io)
    }),
  )
}

/** The reports, where they are all of one division, each once. */
function allOf(reports: ShardReport[], typed: string, io: Io): ShardReport[] {
  const [first] = reports
  const mixed = reports.find(({split, shard}) => split !== first?.split || shard.of !== first.shard.of)
  if (first && mixed) {
    const message = `\`${reportName(first.shard)}\` and \`${reportName(mixed.shard)}\` are of different builds: their briefings, options, versions or recorded times differ`
    return refuse({message, hint: 'Empty the folder, and build all shards from the same commit, with the same options and the same cache'}, io)
  }
  const given = reports.map(({shard}) => shard.number)
  const missing = Array.from({length: first?.shard.of ?? 0}, (_, at) => at + 1).filter((number) => !given.includes(number))
  if (first && missing.length > 0) {
    const names = missing.map((number) => `\`${reportName({number, of: first.shard.of})}\``)
    return refuse({message: `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} missing in \`${typed}\``, hint: 'A shard that failed writes none: look at its own log, and build it again'}, io)
  }
  const papers = reports.flatMap((report) => report.papers.map(({at}) => at))
  if (first && (new Set(papers).size !== papers.length || papers.length !== first.total)) {
    return refuse({message: `${papers.length} papers are in the reports, and ${first.total} are in the build`, hint: 'Empty the folder, and build all shards again'}, io)
  }
  const twofold = inputsThatDiffer(reports)
  if (twofold !== undefined) return refuse({message: `the shards had different versions of \`${twofold}\``, hint: 'Build all shards from the same commit'}, io)
  return reports
}

/** A file that two papers were made from, and that was not the same for both. */
function inputsThatDiffer(reports: readonly ShardReport[]): string | undefined {
  const known = new Map<string, string>()
  for (const {report} of reports.flatMap(({papers}) => papers)) {
    for (const [file, sha256] of Object.entries(report.written?.inputs ?? {})) {
      if ((known.get(file) ?? sha256) !== sha256) return file
      known.set(file, sha256)
    }
  }
  return undefined
}

/** Papers that are not there as their shard wrote them. */
async function missingFrom(out: string, typed: string, papers: readonly PaperReport[]): Promise<Diagnostic[]> {
  const found = papers.map(async ({briefing, written}) => {
    if (!written) return []
    const bytes = await readFile(path.join(out, written.path)).catch(() => undefined)
    if (bytes && sha256Of(bytes) === written.sha256) return []
    const what = bytes ? 'is not the paper that its shard wrote' : 'is missing'
    return [error('press/not-merged', {path: briefing}, `\`${written.path}\` ${what} in \`${typed}\``, 'Bring the output folders of all shards together in one')]
  })
  return (await Promise.all(found)).flat()
}

const withoutBytes = ({bytes: _, ...entry}: ManifestEntry & {bytes: number}): ManifestEntry => entry
