import path from 'node:path'
import type {OtherPaper} from './job.js'

/**
 * The paper that a link means. A name such as `annex-a` or `mine-ban/poland` is looked for beside the briefing that has the
 * link, then in the whole workspace, where it must be the only one; `../other.md` is a path as seen from that briefing.
 */
export function namedPaper(name: string, from: string, papers: readonly OtherPaper[]): OtherPaper | undefined {
  const {byPath, byFile} = directoryOf(papers)
  const asPath = /\.(md|markdown)$/i.test(name)
  const beside = path.posix.join(path.posix.dirname(from), asPath ? name : `${name}.md`)
  const found = byPath.get(beside) ?? byPath.get(name)
  if (found || asPath) return found
  const file = `${name}.md`
  const [only, ...more] = (byFile.get(path.posix.basename(file)) ?? []).filter((paper) => `/${paper.path}`.endsWith(`/${file}`))
  return more.length === 0 ? only : undefined
}

/** The papers of a workspace by their paths, and by the last step of them. */
interface Directory {
  byPath: Map<string, OtherPaper>
  byFile: Map<string, OtherPaper[]>
}

const directories = new WeakMap<readonly OtherPaper[], Directory>()

/** One list is looked through for every link of every paper: it is put in order once. */
function directoryOf(papers: readonly OtherPaper[]): Directory {
  const known = directories.get(papers)
  if (known) return known
  const directory: Directory = {byPath: new Map(), byFile: new Map()}
  for (const paper of papers) {
    if (!directory.byPath.has(paper.path)) directory.byPath.set(paper.path, paper)
    const file = path.posix.basename(paper.path)
    const same = directory.byFile.get(file)
    if (same) same.push(paper)
    else directory.byFile.set(file, [paper])
  }
  directories.set(papers, directory)
  return directory
}
