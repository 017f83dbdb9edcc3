import {type Diagnostic, warning} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import type {Page} from '../print/index.js'
import {countLines, isText} from './text-lines.js'

/** A paper of more pages than its readers accept: by how many lines, and where the first of them was written. */
export function checkBudget({budget, meta, path}: Edition, pages: readonly Page[]): Diagnostic[] {
  if (!budget || pages.length <= budget[1]) return []
  const [, most] = budget
  const over = pages.slice(most)
  const lines = over.reduce((sum, page) => sum + countLines(page.lines), 0)
  const place = over.flatMap((page) => page.lines.filter(isText)).find((line) => line.place)?.place ?? {path}
  const much = lines === 1 ? '1 line' : `${lines} lines`
  const accepted = most === 1 ? 'page' : `${most} pages`
  const message = `The paper runs to ${pages.length} pages: it is ${much} over the ${accepted} of a \`${meta.kind}\`, from here on, on page ${most + 1}`
  return [warning(`${meta.kind}/over-budget`, place, message, 'Shorten it by as much, or write `budget: none` in the front matter')]
}
