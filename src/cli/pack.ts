import path from 'node:path'
import {diskFiles, lies, settled} from '../files.js'
import type {PaperReport} from '../press/index.js'
import {brandNames, openWorkspace, otherPapers} from '../workspace/index.js'
import type {Io} from './io.js'
import {openCache} from './open-cache.js'
import {jobsOf, type PaperOptions, refuseUnknownBrand} from './papers.js'
import {makeReporter} from './reporter.js'
import {type Report, tally} from './tally.js'
import {refuse} from './usage.js'

export interface PackCommandOptions extends Pick<PaperOptions, 'brand' | 'paper' | 'audience' | 'out' | 'jobs' | 'strict' | 'cache' | 'format'> {
  neutralNames?: true
  lightToner?: true
  cropMarks?: true
}

/** Makes a pack from its file, tells what was found; returns the exit code. */
export async function packCommand(typed: string, options: PackCommandOptions, io: Io): Promise<number> {
  const file = await settled(path.resolve(io.cwd, typed))
  const what = await lies(file)
  if (what !== 'file') refuse({message: what ? `\`${typed}\` is a folder` : `there is no file \`${typed}\``, hint: 'Name the file of a pack, such as `briefings/mine-ban/pack.yml`'}, io)
  if (!/\.ya?ml$/i.test(file)) refuse({message: `\`${typed}\` is no pack`, hint: 'A pack is a file that ends in `.yml`'}, io)
  const {value: workspace, diagnostics: opened} = await openWorkspace(path.dirname(file))
  const close = async (report: Omit<Report, 'skipped' | 'printing'>, reporter = makeReporter(options.format, {io, root: workspace?.root ?? io.cwd, papers: 0})) => {
    const whole = {...report, skipped: 0, printing: true}
    await reporter.finish(whole)
    return tally(whole).exitCode
  }
  if (!workspace) return close({diagnostics: opened, papers: []})
  await refuseUnknownBrand(options.brand, workspace, io)
  // Loads what prints no more than it must: all else is quick without it.
  const {makePack, packsInThisProcess, readPack} = await import('../pack/index.js')
  const {root} = workspace
  const read = await diskFiles(root).read(path.relative(root, file).split(path.sep).join('/'))
  if (!read.bytes) refuse({message: `\`${typed}\` cannot be read`, hint: 'Change its permissions, or move it into the workspace'}, io)
  const source = {path: path.relative(root, file).split(path.sep).join('/'), text: new TextDecoder().decode(read.bytes)}
  const {value: pack, diagnostics: about} = await readPack(source, {files: workspace.files, root, brands: await brandNames(workspace)})
  if (!pack) return close({diagnostics: [...opened, ...about], papers: []})

  const [brand, paper] = [options.brand ?? pack.brand, options.paper ?? pack.paper]
  const own = {audience: options.audience ?? 'external', ...(brand === undefined ? {} : {brand}), ...(paper === undefined ? {} : {paper})}
  const found = pack.papers.map(({source}) => ({source, workspace}))
  const papers = await otherPapers(workspace, found)
  const jobs = (await jobsOf(found, workspace, own)).map((job, at) => ({...job, papers, ...(pack.papers[at]?.row ? {row: pack.papers[at].row} : {})}))
  const out = options.out !== undefined ? path.resolve(io.cwd, options.out) : path.join(root, workspace.settings.out ?? 'output')
  const cache = openCache(workspace, options.cache, io)
  const reporter = makeReporter(options.format, {io, root, papers: jobs.length + pack.outputs.length, out})
  const printer = io.printer && packsInThisProcess()
  const made = await makePack(pack, {
    jobs,
    out,
    ...(options.jobs === undefined ? {} : {processes: options.jobs}),
    ...(options.strict ? {strict: true} : {}),
    ...(options.neutralNames ? {neutralNames: true} : {}),
    ...(options.lightToner ? {lightToner: true} : {}),
    ...(options.cropMarks ? {cropMarks: true} : {}),
    ...(printer ? {printer} : {}),
    ...(cache ? {memory: cache.memory} : {}),
    onStart: ({prefix, source}) => reporter.start(path.posix.join(prefix, source.path)),
    onPaper: (report: PaperReport) => reporter.paper(report),
  })
  cache?.store.trim()
  return close({papers: made.papers, diagnostics: [...opened, ...about, ...made.diagnostics]}, reporter)
}
