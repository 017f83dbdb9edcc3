import {existsSync, readdirSync} from 'node:fs'
import path from 'node:path'
import {areStillSo, openStore, type Sight} from '../cache/index.js'
import {type CommandLine, readCommandLine, optionValue} from './command-line.js'
import {runKeyOf} from './run-key.js'
import type {Report} from './tally.js'

/** What a run looked at, what it wrote, and what it told: kept to be told again while all of that is as it was. */
export interface RunRecord {
  looked: Sight[]
  wrote: Sight[]
  report: Report
  /** From the workspace. */
  out?: string
}

/** A run that need not be made again. */
export interface Recalled {
  root: string
  format: string
  report: Report
  out?: string
}

/** Why a run is made: nothing is remembered of it, something that it looks at has changed, or something that it wrote. */
export type Missed = 'unknown' | 'changed' | 'output'

/**
 * What a command line would find and write, where nothing has changed since it last ran. Nothing is parsed for it, and nothing that
 * reads briefings is loaded: this is what a build in CI costs when there is nothing to do.
 */
export function recall(argv: readonly string[], world: {cwd: string; env: Readonly<Record<string, string | undefined>>}): Recalled | Missed {
  const line: CommandLine | undefined = readCommandLine(argv)
  const at = line && runKeyOf(line, world)
  if (!line || !at) return 'unknown'
  const {root, folder, key} = at
  const store = openStore(folder)
  const entry = store.get('runs', key)
  if (!entry) return 'unknown'
  const record: RunRecord = JSON.parse(entry.toString())
  const now = Date.now()
  const looked = areStillSo(record.looked, {root, now})
  if (!looked.still) return 'changed'
  const wrote = areStillSo(record.wrote, {root, now})
  if (!wrote.still || isUntidy(root, record.wrote)) return 'output'
  if (looked.restamped || wrote.restamped) store.put('runs', key, JSON.stringify(record))
  return {root, format: optionValue(line, 'format') ?? 'pretty', report: record.report, ...(record.out === undefined ? {} : {out: record.out})}
}

/** Whether a killed run has left a file that was not whole: the next one clears it away. */
function isUntidy(root: string, wrote: readonly Sight[]): boolean {
  const folders = new Set(wrote.map((sight) => path.dirname(path.resolve(root, sight.path))))
  return [...folders].some((folder) => existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('.demarche-') && name.endsWith('.tmp')))
}
