import path from 'node:path'
import {changedSince, look, programFiles, type Sight, stampOf, type Store} from '../cache/index.js'
import {packageHome, type Notice} from '../files.js'
import {type Asked, type Job, readManifestFile} from '../press/index.js'
import type {RunRecord} from './recall.js'
import type {Report} from './tally.js'

/** Notes what a run looks at, to remember the run. */
export interface RunNotes {
  notice: Notice
  /** What a paper asked for; where that is not known, the run is not remembered. */
  asked(job: Job, asked: Asked | undefined): void
  /** Keeps the run, unless something that it looked at has changed while it went on. */
  keep(report: Report, wrote: {out: string | undefined; left: readonly string[]}): Promise<void>
}

/** Findings that another run might not make. */
const PASSING = /^press\/|^workspace\/no-such-file$/

/** Opens the notes of a run that began at a moment, in milliseconds. */
export function openNotes(store: Store, {root, key, began}: {root: string; key: string; began: number}): RunNotes {
  const looked = new Map<string, {how: Sight['how']; path: string; found?: string}>()
  let isWhole = true
  const note = (how: Sight['how'], file: string, found?: string) => {
    const key = `${how} ${file}`
    if (found !== undefined || !looked.has(key)) looked.set(key, {how, path: file, ...(found === undefined ? {} : {found})})
  }
  const notice: Notice = (how, file) => note(how, file)
  // Many papers ask for the same.
  const known = new Set<string>()
  const homes = new Map<string, string | undefined>()
  const homeOf = (name: string) => {
    if (!homes.has(name)) homes.set(name, packageHome(name))
    return homes.get(name)
  }
  const sightOf = (how: Sight['how'], file: string, now: number, found = look(how, file)): Sight => {
    const stamp = stampOf(file, now)
    return {how, path: path.relative(root, file), found, ...(stamp === undefined ? {} : {stamp})}
  }
  return {
    notice,
    asked(job, asked) {
      if (!asked) isWhole = false
      for (const reading of asked?.readings ?? []) {
        const key = `${reading.package} ${reading.path} ${reading.folder} ${job.root} ${job.brandsFrom}`
        if (known.has(key)) continue
        known.add(key)
        const how = reading.folder ? 'list' : 'read'
        // A hash tells what was read; else it is looked up whether anything is there.
        const found = how === 'read' && /^[0-9a-f]{64}$/.test(reading.found) ? reading.found : undefined
        const isLent = job.brandsFrom !== undefined && reading.path.startsWith('styles')
        if (reading.package !== undefined) {
          const home = homeOf(reading.package)
          if (home === undefined) isWhole = false
          else note(how, path.join(home, reading.path), found)
        } else note(how, path.join(job.root, reading.path), isLent ? undefined : found)
        if (isLent && reading.package === undefined) note(how, path.join(job.brandsFrom ?? '', reading.path))
      }
    },
    async keep(report, {out, left}) {
      const found = [...report.diagnostics, ...report.papers.flatMap(({diagnostics}) => diagnostics)]
      if (!isWhole || found.some(({rule}) => PASSING.test(rule)) || report.papers.some(({fault}) => fault !== undefined)) return
      for (const file of programFiles()) notice('read', file)
      if ([...looked.values()].some(({path: file}) => changedSince(file, began))) return
      const now = Date.now()
      const record: RunRecord = {
        looked: [...looked.values()].map(({how, path: file, found: hash}) => sightOf(how, file, now, hash)),
        wrote: [
          ...(out === undefined ? [] : await filesIn(out, report)).map(({path: file, sha256}) => sightOf(sha256 === undefined ? 'lies' : 'read', file, now, sha256)),
          ...left.map((file) => sightOf('read', file, now)),
        ],
        // What papers say of facts has been compared.
        report: {...report, papers: report.papers.map((paper) => ({...paper, facts: []}))},
        ...(out === undefined ? {} : {out: path.relative(root, out)}),
      }
      store.put('runs', key, JSON.stringify(record))
    },
  }
}

/** The papers of a run, the list of what the folder holds, and the other papers that it lists. */
async function filesIn(out: string, {papers}: Report): Promise<{path: string; sha256?: string}[]> {
  const written = papers.flatMap((paper) => paper.written ?? [])
  const own = new Set(written.map(({path: file}) => file))
  const manifest = path.join(out, 'manifest.json')
  const others = ((await readManifestFile(manifest)) ?? []).filter((one) => !own.has(one.path))
  return [
    ...written.map(({path: file, sha256}) => ({path: path.join(out, file), sha256})),
    {path: manifest, sha256: look('read', manifest)},
    ...others.map((one) => ({path: path.join(out, one.path)})),
  ]
}
