import {mayHaveRows, readTemplate, type TemplateAsks, withoutIgnored} from '../briefing/index.js'
import type {Diagnostic} from '../diagnostic.js'
import {type Notice, workspaceFiles} from '../files.js'
import {fromHere, type Job, type Memory} from '../press/index.js'
import {loadRows} from '../rows/index.js'
import {closest} from '../shapes/index.js'
import type {Source} from '../source.js'
import type {Misuse} from './usage.js'

/** Jobs with one for each row in the place of a template; what is wrong with the rows; and rows asked for that are nowhere. */
export interface RowJobs {
  jobs: Job[]
  diagnostics: Diagnostic[]
  unknown?: Misuse
}

export interface RowJobsOptions {
  /** Rows by their keys, or other names of theirs: only their jobs are made. */
  rows?: readonly string[]
  notice?: Notice
  /** What earlier runs have left. */
  memory?: Memory
}

/** Makes one job of each row of a template. */
export async function rowJobs(jobs: readonly Job[], {rows: wanted, notice, memory}: RowJobsOptions = {}): Promise<RowJobs> {
  const done: RowJobs = {jobs: [], diagnostics: []}
  const met = new Set<string>()
  const names: string[] = []
  const keys = new Set<string>()
  for (const job of jobs) {
    const template = asksOf(job.source, memory)
    if (!template) {
      if (!wanted) done.jobs.push(job)
      continue
    }
    const {value, diagnostics} = await loadRows(template.asked, {files: workspaceFiles(job.root, job.brandsFrom, notice)})
    // Without rows there is no paper to tell of what else is wrong.
    const told = withoutIgnored(value ? diagnostics : [...template.diagnostics, ...diagnostics], template.ignored)
    done.diagnostics.push(...told.map((one) => hereOf(job, one)))
    for (const [at, row] of (value?.rows ?? []).entries()) {
      const known = [row.key, ...(value?.names[at] ?? [])]
      names.push(...known)
      keys.add(row.key)
      const asked = wanted?.filter((typed) => known.some((name) => name.toLowerCase() === typed.toLowerCase()))
      asked?.forEach((typed) => met.add(typed))
      if (!asked || asked.length > 0) done.jobs.push({...job, row})
    }
  }
  const lost = wanted?.find((typed) => !met.has(typed))
  if (lost === undefined) return done
  const near = closest(lost, names)
  const hint = near ? `Did you mean \`${near}\`?` : names.length === 0 ? 'Name a briefing that has `rows` in its front matter' : `The rows are ${listed([...keys])}`
  return {...done, unknown: {message: `there is no row \`${lost}\``, hint}}
}

/** What a template asks of its rows; nothing of a briefing that has none. Its Markdown, which takes longer to read than all else here, is read once for all runs. */
function asksOf(source: Source, memory: Memory | undefined): TemplateAsks | undefined {
  return memory && mayHaveRows(source) ? memory.templateAsks(source, readAsks) : readAsks(source)
}

function readAsks(source: Source): TemplateAsks | undefined {
  const template = readTemplate(source)
  return template && {asked: template.asked, diagnostics: template.diagnostics, ignored: template.ignored}
}

const listed = (keys: readonly string[]): string => `${keys.slice(0, 8).map((key) => `\`${key}\``).join(', ')}${keys.length > 8 ? ' and others' : ''}`

function hereOf(job: Job, found: Diagnostic): Diagnostic {
  const related = found.related?.map(({message, place}) => ({message, place: fromHere(job, place)}))
  return {...found, place: fromHere(job, found.place), ...(related ? {related} : {})}
}
