import {hashOf} from '../cache/index.js'
import {VERSION} from '../version.js'
import type {Job} from './job.js'
import {weightOf} from './longest-first.js'
import type {Times} from './memory.js'
import {optionsOf} from './paper-records.js'
import {nameOf as outputName} from './same-output.js'

/** One part of a build of so many; counted from 1. */
export interface Shard {
  number: number
  of: number
}

/**
 * In which shard each job is printed: the longest first, each where there is least to do yet; those that might share a file, together.
 * Whoever has the same briefings and the same record of times divides them in the same way.
 */
export function shardsOf(jobs: readonly Job[], times: Times, of: number): number[] {
  const groups = new Map<string, {name: string; jobs: number[]; weight: number}>()
  for (const [at, job] of jobs.entries()) {
    const name = outputName(job)
    const group = groups.get(name) ?? {name, jobs: [], weight: 0}
    groups.set(name, {...group, jobs: [...group.jobs, at], weight: group.weight + steady(weightOf({ms: times[paperName(job)], size: job.source.text.length}))})
  }
  const loads = Array.from({length: of}, () => 0)
  const shards: number[] = []
  for (const group of [...groups.values()].sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))) {
    const least = loads.indexOf(Math.min(...loads))
    loads[least] = (loads[least] ?? 0) + group.weight
    for (const at of group.jobs) shards[at] = least + 1
  }
  return shards
}

/** Times differ a little from run to run: of about the same, the name decides. */
const steady = (weight: number): number => 2 ** (Math.round(2 * Math.log2(Math.max(1, weight))) / 2)

/** What tells a division of a build from others: its papers with their texts and options, who prints each, and by which program. */
export const splitHash = (jobs: readonly Job[], shards: readonly number[], more: readonly unknown[] = []): string =>
  hashOf(JSON.stringify([VERSION, more, jobs.map((job, at) => [paperName(job), hashOf(job.source.text), job.row?.values, shards[at]])]))

/** What a paper is called, wherever its workspace lies. */
export const paperName = (job: Job): string => JSON.stringify([job.source.path, job.row?.key, optionsOf(job)])
