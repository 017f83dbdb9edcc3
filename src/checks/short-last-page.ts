import {makeLook} from '../brand/index.js'
import {type Diagnostic, warning} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import type {Page} from '../print/index.js'
import {countLines, isText} from './text-lines.js'

/** A page of which less is used looks like an oversight of who printed it. */
const LEAST = 1 / 5

/** A last page with hardly anything on it; a paper that is over its budget has been told so. */
export function checkLastPage(edition: Edition, pages: readonly Page[]): Diagnostic[] {
  const {budget, brand, meta, path} = edition
  const [before, last] = pages.slice(-2)
  if (!before || !last || (budget && pages.length > budget[1])) return []
  const {paper, layout} = makeLook(brand, meta.paper)
  const used = usedOf(last, edition, paper.top)
  const room = paper.height - paper.top - paper.bottom
  if (used.text + used.notes >= LEAST * room) return []
  const lines = last.lines.filter(isText)
  const place = lines.find((line) => line.place)?.place ?? {path}
  const message = `The last page, ${pages.length}, holds only ${count(countLines(lines))}: less than a fifth of it is used`
  // What stands on it need not go: only what the page before has no room for.
  const had = usedOf(before, edition, paper.top)
  const notes = had.notes + used.notes
  const over = had.text + BETWEEN + used.text + notes + (notes > 0 ? RULE : 0) - room
  const much = Math.max(1, Math.ceil(over / layout.body.leading))
  return [warning('checks/short-last-page', place, message, `Shorten the paper by ${count(much)}, or say more there`)]
}

const count = (lines: number): string => (lines === 1 ? 'a single line' : `${lines} lines`)

/** Points of a page that its text and its notes use, from where the text of a page begins. */
function usedOf(page: Page, {notes}: Edition, top: number): {text: number; notes: number} {
  const isNote = ({place}: Page['lines'][number]) => notes.some((note) => [note, ...note.children].some((piece) => lies(place, piece.place)))
  const lines = page.lines.filter(isText)
  const [ofNotes, ofText] = [lines.filter(isNote), lines.filter((line) => !isNote(line))]
  const lowest = Math.max(top, ...ofText.map(({y}) => y), ...page.figures.map(({y, height}) => y + height))
  return {text: lowest - top, notes: countLines(ofNotes) * NOTE}
}

/** Leading of notes, and what the rule above them takes, in points. */
const [NOTE, RULE] = [10.5, 21]

/** Points between what ends a page and what would follow it there, as far as is usual. */
const BETWEEN = 21

const lies = (inner: Page['lines'][number]['place'], outer: {path: string; start?: {offset: number}; end?: {offset: number}}): boolean =>
  inner?.start !== undefined && inner.path === outer.path && inner.start.offset >= (outer.start?.offset ?? 0) && inner.start.offset < (outer.end?.offset ?? 0)
