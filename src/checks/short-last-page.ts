import {makeLook} from '../brand/index.js'
import {type Diagnostic, warning} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import type {Page} from '../print/index.js'
import {countLines, isText} from './text-lines.js'

/** A page of which less is used looks like an oversight of who printed it. */
const LEAST = 1 / 5

/** A last page with hardly anything on it; a paper that is over its budget has been told so. */
export function checkLastPage(edition: Edition, pages: readonly Page[]): Diagnostic[] {
  const {budget, brand, meta, notes, path} = edition
  const last = pages.at(-1)
  if (!last || pages.length < 2 || (budget && pages.length > budget[1])) return []
  const {paper} = makeLook(brand, meta.paper)
  const lines = last.lines.filter(isText)
  const isNote = ({place}: Page['lines'][number]) => notes.some((note) => [note, ...note.children].some((piece) => lies(place, piece.place)))
  const [ofNotes, ofText] = [lines.filter(isNote), lines.filter((line) => !isNote(line))]
  const lowest = Math.max(paper.top, ...ofText.map(({y}) => y), ...last.figures.map(({y, height}) => y + height))
  const used = lowest - paper.top + countLines(ofNotes) * NOTE
  if (used >= LEAST * (paper.height - paper.top - paper.bottom)) return []
  const count = countLines(lines)
  const much = count === 1 ? 'a single line' : `${count} lines`
  const place = lines.find((line) => line.place)?.place ?? {path}
  const message = `The last page, ${pages.length}, holds only ${much}: less than a fifth of it is used`
  return [warning('checks/short-last-page', place, message, `Shorten the paper by ${much}, or say more there`)]
}

/** Leading of notes in points. */
const NOTE = 10.5

const lies = (inner: Page['lines'][number]['place'], outer: {path: string; start?: {offset: number}; end?: {offset: number}}): boolean =>
  inner?.start !== undefined && inner.path === outer.path && inner.start.offset >= (outer.start?.offset ?? 0) && inner.start.offset < (outer.end?.offset ?? 0)
