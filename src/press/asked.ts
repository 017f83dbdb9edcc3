import {hashOf} from '../cache/index.js'
import type {Reading} from '../inputs.js'
import type {Job, OtherPaper} from './job.js'
import {namedPaper} from './named-paper.js'

/** All that a paper asked for while it was made: files and folders, there or not, and other papers by their names. */
export interface Asked {
  readings: Reading[]
  /** By the name as typed, a hash of what was known of the paper. Under the empty name, a hash of all paths, where one was not found. */
  papers: Record<string, string>
}

/** Keeps account of the papers that one leads to. */
export function notePapers(job: Job): {find(name: string, from: string): OtherPaper | undefined; noted: Asked['papers']} {
  const noted: Asked['papers'] = {}
  return {
    noted,
    find(name, from) {
      const found = namedPaper(name, from, job.papers)
      noted[name] = hashOf(JSON.stringify(found ?? null))
      if (!found) noted[''] = pathsHash(job)
      return found
    },
  }
}

/** Something that a paper asked for, and that is no longer as it was. In a package, the path begins with the package's name. */
export interface Change {
  path: string
  was: string
  is: string
}

/** What of it is no longer as it was. */
export async function changedSince({readings, papers}: Asked, job: Job, look: (reading: Reading) => Promise<string>): Promise<Change[]> {
  const changed: Change[] = []
  for (const reading of readings) {
    const is = await look(reading)
    if (is !== reading.found) changed.push({path: reading.package === undefined ? reading.path : `${reading.package}/${reading.path}`, was: reading.found, is})
  }
  for (const [name, was] of Object.entries(papers)) {
    const found = name === '' ? undefined : namedPaper(name, job.source.path, job.papers)
    const is = name === '' ? pathsHash(job) : hashOf(JSON.stringify(found ?? null))
    if (is !== was) changed.push({path: found?.path ?? (name || 'briefings'), was, is})
  }
  return changed
}

const pathsHash = ({papers}: Job): string => hashOf(papers.map(({path}) => path).join('\n'))
