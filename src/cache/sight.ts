import {readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {hashOf} from './sealed.js'

/** Something that a run looked up on the disk. A run that would find all of it as it was would do what this one did. */
export interface Sight {
  /** The content of a file; which folders and Markdown files a folder has; what lies under a name. */
  how: 'read' | 'list' | 'lies'
  /** From the workspace, where that is possible. */
  path: string
  /** What was found: a hash, or `file` or `folder`; empty where there is nothing. */
  found: string
  /** Size and times of what lay there: while they are the same, nobody has to look closer. Absent where it was too fresh to tell. */
  stamp?: string
}

/** Two changes within so long, in milliseconds, may bear the same time: some disks count in whole seconds. */
const COARSE = 2000
/** Linux stamps files by a clock that ticks this often, or oftener. */
const FINE = 10

/** What is found now, as a sight has it. */
export function look(how: Sight['how'], file: string): string {
  try {
    if (how === 'read') return hashOf(readFileSync(file))
    if (how === 'list') return hashOf(namesThatMatter(file).join('\n'))
    return statSync(file).isDirectory() ? 'folder' : 'file'
  } catch {
    return ''
  }
}

/** Whether something has changed since a moment, as far as its times tell; a folder, whether anything came or went. */
export function changedSince(file: string, moment: number): boolean {
  const found = statSync(file, {throwIfNoEntry: false})
  const last = found ? Math.max(found.mtimeMs, found.ctimeMs) : 0
  // A time in whole seconds is of a disk that knows no others.
  return last % 1000 === 0 ? last > moment - COARSE : last > moment - FINE
}

/** The size and times of what lies at a path; nothing where they would not betray a change that comes at once. */
export function stampOf(file: string, now: number): string | undefined {
  const found = statSync(file, {throwIfNoEntry: false})
  if (!found || Math.max(found.mtimeMs, found.ctimeMs) > now - COARSE) return undefined
  return `${found.size} ${found.mtimeMs} ${found.ctimeMs}`
}

/** Whether all is as it was. Stamps that have changed, where what they stand for has not, are put right in place. */
export function areStillSo(sights: readonly Sight[], {root, now}: {root: string; now: number}): {still: boolean; restamped: boolean; changed?: Sight} {
  let restamped = false
  for (const sight of sights) {
    const file = path.resolve(root, sight.path)
    const found = statSync(file, {throwIfNoEntry: false})
    if (!found && sight.found === '') continue
    if (found && sight.stamp === `${found.size} ${found.mtimeMs} ${found.ctimeMs}`) continue
    if (look(sight.how, file) !== sight.found) return {still: false, restamped, changed: sight}
    const stamp = stampOf(file, now)
    if (stamp !== undefined) {
      sight.stamp = stamp
      restamped = true
    }
  }
  return {still: true, restamped}
}

/** Folders and Markdown: whatever else comes and goes beside briefings finds no new one. */
function namesThatMatter(folder: string): string[] {
  return readdirSync(folder, {withFileTypes: true})
    .flatMap((entry) => {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return []
      return entry.isDirectory() ? [`${entry.name}/`] : /\.(md|markdown)$/i.test(entry.name) || entry.isSymbolicLink() ? [entry.name] : []
    })
    .sort()
}
