import path from 'node:path'
import {type Job, type Memory, openShelf, whyAgain} from '../press/index.js'
import {shown} from './code-frame.js'
import type {Io} from './io.js'
import {refuse} from './usage.js'

/** Tells why papers would be printed again: nothing is printed. Returns the exit code. */
export async function tellWhy(typed: string, jobs: readonly Job[], {memory, out, root, io}: {memory: Memory | undefined; out: string; root: string; io: Io}): Promise<number> {
  if (!memory) return refuse({message: '`--why` asks what earlier builds have left, and there is no cache here', hint: 'Leave `--no-cache` out, or name a folder with `--cache`'}, io)
  const meant = jobs.filter((job) => isMeant(typed, job, io))
  if (meant.length === 0) return refuse({message: `there is no briefing \`${typed}\` among those of this build`, hint: 'Write its path, the name of its file, or that of the paper'}, io)
  const shelf = await openShelf(out)
  for (const job of meant) {
    const {again, changes} = await whyAgain(job, memory, (paper) => shelf.has(job, {...paper, pdf: () => memory.pdf(paper.sha256)}))
    const name = `${path.relative(io.cwd, path.join(root, job.prefix, job.source.path)).split(path.sep).join('/')}${job.row ? ` (${job.row.key})` : ''}`
    const verdict = again ? 'would be printed again' : changes.length === 0 ? 'would not be printed again: nothing that it is made from has changed' : 'would not be printed again: the cache has the paper that comes of this'
    io.stdout.write(`${shown(`${name} ${verdict}`)}\n${changes.map((change) => `  - ${shown(change)}\n`).join('')}`)
  }
  return 0
}

/**
 * A briefing by its path from the folder at hand, by the name of its file, or by that of the paper that was made of it; of a template, all
 * rows, or the one that the paper is named after.
 */
function isMeant(typed: string, {root, source, row}: Job, io: Io): boolean {
  const stem = path.posix.basename(source.path).replace(/\.(md|markdown)$/i, '')
  const paper = path.basename(typed).replace(/(?:\.[\w-]+)*\.pdf$/i, '')
  return path.resolve(io.cwd, typed) === path.join(root, source.path) || typed === stem || typed === source.path || paper === (row?.output ?? stem) || typed === row?.key
}
