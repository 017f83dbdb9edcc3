import path from 'node:path'
import {hasErrors} from '../diagnostic.js'
import type {PaperReport} from '../press/index.js'
import type {Io} from './io.js'
import {issueOfPack} from './issue-of-pack.js'
import {keptBack} from './kept-back.js'
import {openCache} from './open-cache.js'
import {type OpenedPack, openPack} from './open-pack.js'
import type {PaperOptions} from './papers.js'
import {makeReporter} from './reporter.js'
import {tally} from './tally.js'

export interface PackCommandOptions extends Pick<PaperOptions, 'brand' | 'paper' | 'audience' | 'out' | 'jobs' | 'strict' | 'cache' | 'format'> {
  neutralNames?: true
  lightToner?: true
  cropMarks?: true
  /** The pack and its papers leave the house. */
  issue?: true
}

/** Makes a pack from its file, tells what was found; returns the exit code. */
export async function packCommand(typed: string, options: PackCommandOptions, io: Io, signal?: AbortSignal): Promise<number> {
  const {opened, root, diagnostics} = await openPack(typed, options, io)
  const papers = opened ? opened.jobs.length + opened.pack.outputs.length : 0
  const reporter = makeReporter(options.format, {io, root, papers, ...(opened ? {out: opened.out} : {})})
  const issue = opened && options.issue ? issueOfPack(opened.pack, io) : undefined
  const kept = opened && issue ? await keptBack(opened, io) : []
  const made = opened && !hasErrors(kept) ? await madeFrom(opened, options, {io, reporter, ...(signal ? {signal} : {}), ...(issue ? {mayLeave: issue.mayLeave} : {})}) : undefined
  const unregistered = made && made.files.length > 0 ? await issue?.register() : []
  const whole = {papers: made?.papers ?? [], diagnostics: [...diagnostics, ...kept, ...(made?.diagnostics ?? []), ...(unregistered ?? [])], skipped: 0, printing: true}
  await reporter.finish(whole)
  return tally(whole).exitCode
}

/** Makes a pack that was opened, and tells of each paper as it is done. */
export async function madeFrom({workspace, pack, jobs, out}: OpenedPack, options: PackCommandOptions, {io, reporter, signal, mayLeave}: {io: Io; reporter: Pick<ReturnType<typeof makeReporter>, 'start' | 'paper'>; signal?: AbortSignal; mayLeave?: ReturnType<typeof issueOfPack>['mayLeave']}) {
  const {makePack, packsInThisProcess} = await import('../pack/index.js')
  const cache = openCache(workspace, options.cache, io)
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
    ...(signal ? {signal} : {}),
    ...(mayLeave ? {mayLeave} : {}),
    ...(cache ? {memory: cache.memory} : {}),
    onStart: ({prefix, source}) => reporter.start(path.posix.join(prefix, source.path)),
    onPaper: (report: PaperReport) => reporter.paper(report),
  })
  cache?.store.trim()
  return made
}
