import path from 'node:path'
import picocolors from 'picocolors'
import type {Diagnostic} from '../diagnostic.js'
import type {PaperReport} from '../press/index.js'
import {shown} from './code-frame.js'
import type {Format} from './formats.js'
import {githubDiagnostic, githubLeftOut} from './github.js'
import {togetherByTemplate} from './in-rows.js'
import {type Io, takesColour} from './io.js'
import {jsonReport} from './json.js'
import {matrixLines} from './matrix-lines.js'
import {prettyDiagnostic} from './pretty.js'
import {progressLine} from './progress.js'
import {type Report, size, some, verdict} from './tally.js'
import {textsBelow} from './texts-below.js'
import {widthOf} from './width-of.js'


/** Tells what a command finds, as it goes and at its end. Results and machine formats go to stdout, all else to stderr. */
export interface Reporter {
  start(briefing: string): void
  paper(report: PaperReport): void
  finish(report: Report): Promise<void>
}

export interface ReporterOptions {
  io: Io
  /** Absolute: what places are told from. */
  root: string
  /** How many papers there are to come. */
  papers: number
  /** Absolute folder that papers are written to. */
  out?: string
}

export function makeReporter(format: Format, options: ReporterOptions): Reporter {
  if (format === 'pretty') return prettyReporter(options)
  if (format === 'github') return githubReporter(options)
  return {start() {}, paper() {}, finish: async (report) => void options.io.stdout.write(await wholeReport(format, report, options))}
}

/** What is written at the end, whole. Paths are told from the repository where a runner of GitHub says which it is, else from the workspace. */
async function wholeReport(format: Exclude<Format, 'pretty' | 'github'>, report: Report, {io, root}: ReporterOptions): Promise<string> {
  const shownPath = (file: string) => pathFrom(io.env.GITHUB_WORKSPACE || root, root, file)
  switch (format) {
    case 'json':
      return jsonReport(report)
    case 'sarif': {
      const [{sarifReport}, {rulePage}] = await Promise.all([import('./sarif.js'), import('./rule-page.js')])
      return sarifReport(report, {shownPath, helpOf: await rulePage()})
    }
    case 'junit':
      return (await import('./junit.js')).junitReport(report, shownPath)
  }
}

/** Diagnostics as each paper is done; at the end what was written, and the verdict. */
function prettyReporter({io, root, papers, out}: ReporterOptions): Reporter {
  const progress = progressLine(io, papers)
  const colours = picocolors.createColors(takesColour(io.stderr, io.env))
  const shownPath = (file: string) => pathFrom(io.cwd, root, file)
  const look = {colours, shownPath, textOf: textsBelow(root)}
  const tell = onceEach((diagnostic) => io.stderr.write(`${prettyDiagnostic(diagnostic, look)}\n`))
  const together = togetherByTemplate(tell)
  return {
    start: (briefing) => progress.next(shownPath(briefing)),
    paper(paper) {
      const {fault} = paper
      progress.clear()
      together.take(paper)
      if (fault !== undefined && io.env.DEMARCHE_TRACE) io.stderr.write(`${fault}\n\n`)
    },
    async finish(report) {
      progress.clear()
      together.end()
      tell(report.diagnostics)
      const leftOut = onceByPlace(report.papers.flatMap((paper) => paper.leftOut))
      if (leftOut.length > 0) {
        io.stderr.write('Not printed for external readers:\n')
        for (const {place, words} of leftOut) {
          const lines = place.start
            ? `:${place.start.line}${place.end && place.end.line > place.start.line ? `-${place.end.line}` : ''}`
            : ''
          io.stderr.write(`  ${shown(`${shownPath(place.path)}${lines} "${words}"`)}\n`)
        }
        io.stderr.write('\n')
      }
      for (const matrix of report.rows ?? []) for (const line of matrixLines(matrix, shownPath)) io.stdout.write(`${shown(line)}\n`)
      writeSummary(report, io, out)
    },
  }
}

/** The papers of a template leave the same passage out. */
function onceByPlace<T extends {place: Diagnostic['place']}>(passages: readonly T[]): T[] {
  return [...new Map(passages.map((passage) => [JSON.stringify(passage.place), passage])).values()]
}

/** One workflow command for each diagnostic; then the same summary as for people. */
function githubReporter({io, root, out}: ReporterOptions): Reporter {
  const shownPath = (file: string) => pathFrom(io.env.GITHUB_WORKSPACE || io.cwd, root, file)
  const tell = onceEach((diagnostic) => io.stdout.write(`${githubDiagnostic(diagnostic, shownPath)}\n`))
  const together = togetherByTemplate(tell)
  return {
    start() {},
    paper: (paper) => together.take(paper),
    async finish(report) {
      together.end()
      for (const passage of onceByPlace(report.papers.flatMap((paper) => paper.leftOut))) io.stdout.write(`${githubLeftOut(passage, shownPath)}\n`)
      tell(report.diagnostics)
      writeSummary(report, io, out)
    },
  }
}

/** What is wrong with a brand is found on each of its papers: it is told once. */
function onceEach(tell: (diagnostic: Diagnostic) => void): (diagnostics: readonly Diagnostic[]) => void {
  const told = new Set<string>()
  return (diagnostics) => {
    for (const diagnostic of diagnostics) {
      const key = JSON.stringify(diagnostic)
      if (!told.has(key)) tell(diagnostic)
      told.add(key)
    }
  }
}

/** A line for each paper written, then the verdict. */
function writeSummary(report: Report, io: Io, out = io.cwd): void {
  const rows = report.papers.flatMap(({written}) =>
    written ? [[pathFrom(io.cwd, out, written.path), some(written.pages, 'page'), size(written.bytes)] as const] : [],
  )
  const widest = (column: 0 | 1 | 2) => Math.max(0, ...rows.map((row) => widthOf(row[column])))
  const [paths, pages, sizes] = [widest(0), widest(1), widest(2)]
  for (const [file, page, bytes] of rows) {
    io.stdout.write(`${shown(file)}${' '.repeat(paths - widthOf(file))}  ${page.padStart(pages)}  ${bytes.padStart(sizes)}\n`)
  }
  io.stdout.write(`${verdict(report)}\n`)
}

/** A path as it is typed in another folder, with `/`. */
const pathFrom = (folder: string, root: string, file: string): string =>
  path.relative(folder, path.resolve(root, file)).split(path.sep).join('/') || '.'
