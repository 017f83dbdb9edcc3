import path from 'node:path'
import type {Io} from './io.js'
import type {Recalled} from './recall.js'
import {FORMATS} from './formats.js'
import {makeReporter} from './reporter.js'
import {tally} from './tally.js'

/** Tells what an earlier run told, in any format; returns its exit code. Nothing where the format is none. */
export async function replay({root, format: typed, report, out}: Recalled, io: Io): Promise<number | undefined> {
  const format = FORMATS.find((one) => one === typed.toLowerCase())
  if (!format) return undefined
  const reporter = makeReporter(format, {io, root, papers: 0, ...(out === undefined ? {} : {out: path.resolve(root, out)})})
  for (const paper of report.papers) reporter.paper(paper)
  await reporter.finish(report)
  return tally(report).exitCode
}
