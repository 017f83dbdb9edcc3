import path from 'node:path'
import type {Audience, PaperSize} from '../content.js'
import type {Diagnostic} from '../diagnostic.js'
import {buildPapers, checkPapers, findContradictions, type Job, type PaperReport, type Shard, withSeverities} from '../press/index.js'
import {closest} from '../shapes/index.js'
import {brandNames, type Found, findBriefings, openWorkspace, otherPapers, type Workspace} from '../workspace/index.js'
import {type Baseline, baselineOf, openSieve, readBaseline, type Sieve, takeAll, writeBaseline} from './baseline.js'
import {type Day, dayAtHand} from './day-at-hand.js'
import type {Io} from './io.js'
import {diffOf, mendFiles, writeMended} from './mend.js'
import {writeDependencies} from './dependencies.js'
import {beginRun, notesOf, openCache} from './open-cache.js'
import {type OutputOptions, outputJobs} from './output-jobs.js'
import type {Format} from './formats.js'
import {makeReporter} from './reporter.js'
import {rowJobs} from './row-jobs.js'
import {rowMatrices} from './row-matrix.js'
import {jobsOfShard, timesOf, writeShardReport} from './shard.js'
import {type Report, some, tally} from './tally.js'
import {textsBelow} from './texts-below.js'
import {refuse} from './usage.js'
import {tellWhy} from './why.js'

/** What `build` and `check` may be asked for. */
export interface PaperOptions extends Omit<OutputOptions, 'outputs'> {
  out?: string
  brand?: string
  paper?: PaperSize
  audience?: Audience
  anonymous?: true
  attachSource?: true
  /** How many processes print at a time. */
  jobs?: number
  strict?: true
  /** Only the papers of these rows of templates. */
  row?: string[]
  /** Puts the register's words in the place of those that lag. */
  fix?: true
  /** Shows what `fix` would change, and changes nothing. */
  dryRun?: true
  /** The day that ages and deadlines are told of; of a check, today where absent. */
  on?: Day
  /** Prints only one part of the papers, and leaves a report for the others to be put beside. */
  shard?: Shard
  /** A file that says, as `make` reads it, which files each paper is made from. */
  deps?: string
  /** The briefing that it is told of why it would be printed again; nothing is printed. */
  why?: string
  /** The folder of what earlier runs have left, or that it is not to be used. */
  cache?: string | false
  /** A file of findings that are known: they are neither told nor counted. */
  baseline?: string
  /** The file that what is found is written to, to be known from then on. */
  writeBaseline?: string
  format: Format
}

/** Finds the briefings, checks or prints them, tells what was found; returns the exit code. */
export async function papersCommand(
  deed: 'build' | 'check',
  paths: readonly string[],
  options: PaperOptions,
  io: Io,
  signal?: AbortSignal,
): Promise<number> {
  const {format} = options
  if (options.anonymous && options.attachSource) refuse(NAMED, io)
  if (options.shard && (options.baseline ?? options.writeBaseline) !== undefined) refuse(DIVIDED, io)
  const run = beginRun()
  const opened = await openWorkspace(io.cwd, undefined, run.notice)
  const workspace = opened.value
  const strictly = (diagnostics: Diagnostic[]) =>
    options.strict ? diagnostics.map((diagnostic) => ({...diagnostic, severity: 'error' as const})) : diagnostics
  const close = async (report: Omit<Report, 'printing'>, reporter = makeReporter(format, {io, root: workspace?.root ?? io.cwd, papers: 0})) => {
    const whole = {...report, printing: deed === 'build'}
    await reporter.finish(whole)
    if (!signal?.aborted) await notes?.keep(whole, {out, left})
    cache?.store.trim()
    return tally(whole).exitCode
  }
  const out = deed === 'check' || !workspace ? undefined : options.out !== undefined ? path.resolve(io.cwd, options.out) : path.join(workspace.root, workspace.settings.out ?? 'output')
  // What is written beside the papers.
  const left: string[] = []
  const cache = workspace && openCache(workspace, options.cache, io)
  const notes = cache && notesOf(cache, run, io)
  if (!workspace) return close({diagnostics: opened.diagnostics, papers: [], skipped: 0})
  await refuseUnknownBrand(options.brand, workspace, io)
  const known = await openKnown(deed, options, workspace.root, io)
  if (options.baseline !== undefined) run.notice('read', path.resolve(io.cwd, options.baseline))

  const on = deed === 'check' ? (options.on ?? dayAtHand(io)) : undefined
  if (deed === 'check' && (options.fix || options.dryRun)) await mend(workspace, paths, {...options, ...(on ? {on} : {})}, io)
  const {found, skipped, diagnostics: about} = await findBriefings(workspace, paths, io.cwd)
  const {jobs: each, diagnostics: ofRows, unknown} = await rowJobs(await jobsOf(found, workspace, {...options, ...(on ? {on} : {})}), {notice: run.notice, ...(cache ? {memory: cache.memory} : {}), ...(options.row ? {rows: options.row} : {})})
  if (unknown) refuse(unknown, io)
  // What is wrong with a paper is wrong with it in every form.
  const all = deed === 'check' ? each : outputJobs(each, {...options, ...(workspace.settings.outputs ? {outputs: workspace.settings.outputs} : {})})
  if (options.why !== undefined && out !== undefined) return tellWhy(options.why, all, {memory: cache?.memory, out, root: workspace.root, io})
  const part = options.shard && jobsOfShard(all, options.shard, {memory: cache?.memory, strict: options.strict === true})
  const jobs = part?.jobs ?? all
  const reporter = makeReporter(format, {io, root: workspace.root, papers: jobs.length, ...(out === undefined ? {} : {out})})
  const watch = {
    ...(options.strict ? {strict: true} : {}),
    ...(known ? {sift: known.sieve.sift} : {}),
    onStart: ({prefix, source}: Job) => reporter.start(path.posix.join(prefix, source.path)),
    onPaper: (paper: PaperReport) => reporter.paper(paper),
    ...(cache ? {memory: cache.memory} : {}),
    ...(notes ? {onAsked: notes.asked} : {}),
  }
  const done = out !== undefined ? await buildPapers(jobs, {...watch, ...pressOf(options, io), ...(signal ? {signal} : {}), out}) : {papers: await checkPapers(jobs, watch), diagnostics: []}
  const {severity} = workspace.settings
  const ofRun = strictly([...opened.diagnostics, ...about, ...withSeverities(ofRows, severity)])
  if (part && options.shard && out !== undefined) {
    const {split, total, numbers} = part
    const ofPart = {papers: done.papers.map((paper, at) => ({at: numbers[at] ?? at, report: paper})), diagnostics: ofRun, own: done.diagnostics, skipped, times: timesOf(jobs, cache?.memory)}
    left.push(await writeShardReport(out, {shard: options.shard, split, total, ...ofPart, strict: options.strict === true, ...(severity ? {severity} : {})}, io))
  }
  if (!part && out !== undefined) cache?.memory.keepTimes(timesOf(jobs, cache.memory))
  if (options.deps !== undefined && out !== undefined) left.push(await writeDependencies(options.deps, done.papers, {root: workspace.root, out, io}))
  const between = findContradictions(done.papers.flatMap(({facts}) => facts))
  const sifted = known?.sieve.sift(between) ?? {told: between, known: []}
  const report = {papers: done.papers, skipped, diagnostics: [...ofRun, ...strictly([...done.diagnostics, ...withSeverities(sifted.told, severity)])], ...(deed === 'check' ? {rows: rowMatrices(jobs, done.papers)} : {})}
  return close(known ? {...report, baseline: await known.close(done.papers, withSeverities(sifted.known, severity), paths.length === 0)} : report, reporter)
}

/** The baseline that a run is held against, or that it writes. */
async function openKnown(deed: 'build' | 'check', {baseline: named, writeBaseline: target}: PaperOptions, root: string, io: Io) {
  if (named !== undefined && target !== undefined) refuse(BOTH_BASELINES, io)
  const typed = target ?? named
  if (typed === undefined) return undefined
  const file = path.resolve(io.cwd, typed)
  const read = await readBaseline(file)
  if (read === 'broken') refuse({message: `\`${typed}\` is no baseline`, hint: 'Name a file that `--write-baseline` wrote'}, io)
  if (read === 'missing' && target === undefined) refuse({message: `there is no baseline \`${typed}\``, hint: `Write it with \`demarche ${deed} --write-baseline ${typed}\``}, io)
  const before: Baseline = typeof read === 'string' ? {} : read
  const textOf = textsBelow(root)
  // An error of a build stops its paper, and has to be told.
  const errors = deed === 'check'
  const sieve: Sieve = target === undefined ? openSieve(before, {textOf, errors}) : takeAll(errors)
  return {
    sieve,
    async close(papers: readonly PaperReport[], ofRun: Diagnostic[], whole: boolean) {
      const files = whole ? undefined : new Set(papers.map(({briefing}) => briefing))
      if (target === undefined) return {known: ofRun, gone: sieve.gone(files)}
      // What other papers had stays known where only some were looked at.
      const others = Object.fromEntries(Object.entries(before).filter(([path]) => files && !files.has(path)))
      const found = baselineOf([...papers.flatMap((paper) => paper.known ?? []), ...ofRun], textOf)
      const trouble = await writeBaseline(file, {...others, ...found})
      if (trouble !== undefined) refuse({message: `\`${typed}\` cannot be written: ${trouble}`, hint: 'Name another file'}, io)
      return {known: ofRun, gone: 0, written: typed}
    },
  }
}

const DIVIDED = {
  message: '`--shard` and a baseline cannot go together: which of its entries are gone shows in all papers only',
  hint: 'Hold the briefings against the baseline with `demarche check --baseline`, which takes a moment',
}

const BOTH_BASELINES = {
  message: '`--baseline` and `--write-baseline` cannot go together: one hides what is known, the other writes it anew',
  hint: 'Leave one of the two out',
}

const pressOf = ({jobs}: PaperOptions, {printer, first}: Io) => ({
  ...(jobs === undefined ? {} : {processes: jobs}),
  ...(printer ? {printer} : {}),
  ...(first ? {first} : {}),
})

/** What is to be made of each briefing. */
export async function jobsOf(found: readonly Found[], atHand: Workspace, options: Omit<PaperOptions, 'format'>): Promise<Job[]> {
  const cards = new Map<Workspace, Job['papers']>()
  const jobs: Job[] = []
  for (const {source, workspace} of found) {
    const papers = cards.get(workspace) ?? (await otherPapers(workspace, found))
    cards.set(workspace, papers)
    const {root, settings, defaultBrand} = workspace
    jobs.push({
      root,
      ...(workspace === atHand ? {} : {brandsFrom: atHand.root}),
      prefix: path.relative(atHand.root, root).split(path.sep).join('/'),
      source,
      ...(options.brand === undefined ? {} : {brand: options.brand}),
      defaultBrand,
      ...(options.paper === undefined ? {} : {paper: options.paper}),
      ...(settings.paper === undefined ? {} : {defaultPaper: settings.paper}),
      ...(settings.severity === undefined ? {} : {severity: settings.severity}),
      audience: options.audience ?? 'external',
      ...(options.on ? {on: options.on} : {}),
      ...(options.anonymous ? {anonymous: true as const} : {}),
      ...(options.attachSource ? {attachSource: true as const} : {}),
      papers,
    })
  }
  return jobs
}

/** Mends what lags the register before the papers are checked; a dry run shows what would change. */
async function mend(workspace: Workspace, paths: readonly string[], options: PaperOptions, io: Io): Promise<void> {
  const {found} = await findBriefings(workspace, paths, io.cwd)
  const papers = await checkPapers((await rowJobs(await jobsOf(found, workspace, options))).jobs)
  const mended = await mendFiles(papers.flatMap(({diagnostics}) => diagnostics), workspace.root)
  if (options.dryRun) {
    for (const file of mended) io.stdout.write(diffOf(file))
    return
  }
  const failed = await writeMended(mended, workspace.root)
  if (failed.length > 0) refuse({message: `cannot write ${failed.join('; ')}`, hint: 'Change the permissions of the file'}, io)
  for (const {path: file, places} of mended) io.stderr.write(`${file}: ${some(places, 'place')} mended\n`)
}

const NAMED = {
  message: '`--anonymous` and `--attach-source` cannot go together: a briefing names its brand, and may name its author',
  hint: 'Leave one of the two out',
}

/** Refuses a brand that the command line names, and nobody has. */
export async function refuseUnknownBrand(brand: string | undefined, workspace: Workspace, io: Io): Promise<void> {
  const brands = await brandNames(workspace)
  if (brand === undefined || brands.includes(brand)) return
  const near = closest(brand, brands)
  const list = `The brands are ${brands.map((name) => `\`${name}\``).join(', ')}`
  refuse({message: `there is no brand \`${brand}\``, hint: near ? `Did you mean \`${near}\`? ${list}` : list}, io)
}
