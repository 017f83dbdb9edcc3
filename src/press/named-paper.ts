import path from 'node:path'
import type {OtherPaper} from './job.js'

/**
 * The paper that a link means. A name such as `annex-a` or `mine-ban/poland` is looked for beside the briefing that has the
 * link, then in the whole workspace, where it must be the only one; `../other.md` is a path as seen from that briefing.
 */
export function namedPaper(name: string, from: string, papers: readonly OtherPaper[]): OtherPaper | undefined {
  const asPath = /\.(md|markdown)$/i.test(name)
  const beside = path.posix.join(path.posix.dirname(from), asPath ? name : `${name}.md`)
  const found = papers.find((paper) => paper.path === beside) ?? papers.find((paper) => paper.path === name)
  if (found || asPath) return found
  const [only, ...more] = papers.filter((paper) => `/${paper.path}`.endsWith(`/${name}.md`))
  return more.length === 0 ? only : undefined
}
