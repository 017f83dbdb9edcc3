import path from 'node:path'
import type {Diagnostic} from '../diagnostic.js'
import {type Job, type Memory, type PaperReport, paperName, type Severities, type Shard, shardsOf, splitHash, type Times, writeWhole} from '../press/index.js'
import type {Io} from './io.js'
import {refuse} from './usage.js'

/** What a shard says of its part of a build, for the others to be put beside it. */
export interface ShardReport {
  shard: Shard
  /** Of the division: the same in each. */
  split: string
  /** How many papers there are in all. */
  total: number
  /** How long its papers took. */
  times: Times
  /** Papers of this shard, each with its number in the whole. */
  papers: {at: number; report: PaperReport}[]
  /** What concerns no single paper: the same in each. */
  diagnostics: Diagnostic[]
  /** What concerns no single paper, and was found by this shard. */
  own: Diagnostic[]
  skipped: number
  strict: boolean
  severity?: Severities
}

/** The name of a shard's report in the output folder. */
export const reportName = ({number, of}: Shard): string => `report-${number}-${of}.json`

/** The jobs of one shard, with their numbers in the whole. */
export interface ShardJobs {
  jobs: Job[]
  numbers: number[]
  split: string
  total: number
}

/** Divides a build: by the times of earlier ones where they are known, else by the length of the briefings. */
export function jobsOfShard(jobs: readonly Job[], {number, of}: Shard, {memory, strict}: {memory: Memory | undefined; strict: boolean}): ShardJobs {
  const shards = shardsOf(jobs, memory?.times() ?? {}, of)
  const numbers = [...jobs.keys()].filter((at) => shards[at] === number)
  return {jobs: numbers.flatMap((at) => jobs[at] ?? []), numbers, split: splitHash(jobs, shards, [strict]), total: jobs.length}
}

/** How long papers took, as far as it is known. */
export const timesOf = (jobs: readonly Job[], memory: Memory | undefined): Times =>
  Object.fromEntries(jobs.flatMap((job) => {
    const ms = memory?.msOf(job)
    return ms === undefined ? [] : [[paperName(job), ms]]
  }))

/** Writes the report of a shard into the output folder; returns its path. */
export async function writeShardReport(out: string, report: ShardReport, io: Io): Promise<string> {
  const file = path.join(out, reportName(report.shard))
  const trouble = await writeWhole(file, Buffer.from(`${JSON.stringify(report)}\n`))
  if (trouble !== undefined) refuse({message: `\`${reportName(report.shard)}\` cannot be written: ${trouble}`, hint: 'Name another folder with `--out`'}, io)
  return file
}
