import {makeLook} from '../../src/brand/index.js'
import type {Edition} from '../../src/edition/index.js'
import type {Page, TraceLine} from '../../src/print/index.js'

/** What two lines may share, and a line stand out by, in points: rounding and the slant of italics. */
const SLACK = 1

/**
 * What a printer would send back: lines outside the page's text area or on top of each other, a marker without its text,
 * a heading that ends a page, a paragraph of which one line stands alone on a page, a page that is left emptier than it must be. Each as a sentence.
 */
export function faultsOf(edition: Edition, pages: readonly Page[]): string[] {
  const own = pages.filter((page) => page.edition === edition.key)
  return [...own.flatMap((page) => faultsOfPage(edition, page, {first: page === own[0], last: page === own.at(-1)})), ...loneLines(edition, own), ...emptyPages(edition, own)]
}

function faultsOfPage(edition: Edition, page: Page, is: {first: boolean; last: boolean}): string[] {
  const {paper} = makeLook(edition.brand, edition.meta.paper)
  const told = (line: TraceLine, fault: string) => `page ${page.number}: \`${line.text}\` ${fault}`
  const lines = page.lines.filter(({role, text}) => role !== 'Artifact' && text !== '')
  const outside = lines.filter(({x, y, width, size}) =>
    x < paper.side - SLACK || x + width > page.width - paper.side + SLACK || y - size < (is.first ? paper.first : paper.top) - SLACK - size || y > page.height - paper.bottom + SLACK,
  )
  const body = lines.filter((line) => !isNote(edition, line))
  const last = body.reduce<TraceLine | undefined>((low, line) => (low && low.y >= line.y ? low : line), undefined)
  return [
    ...outside.map((line) => told(line, 'stands outside the text area')),
    ...overlaps(lines).map(([one, other]) => told(one, `stands on top of \`${other.text}\``)),
    ...body.filter((line) => line.role === 'Lbl' && !besides(line, body)).map((line) => told(line, 'has parted from its text')),
    ...(last && !is.last && /^H[2-6]$/.test(last.role) ? [told(last, 'is a heading and ends the page')] : []),
  ]
}

/** Whether a line belongs to a note at the foot: its words, or its number. */
export const isNote = ({notes}: Edition, {place, role}: TraceLine): boolean =>
  notes.some((note) => {
    const at = place?.start?.offset
    return note.children.some((piece) => within(at, piece.place.start?.offset, piece.place.end?.offset)) || (role === 'Lbl' && at === note.place.start?.offset)
  })

const within = (at: number | undefined, from = 0, to = 0): boolean => at !== undefined && at >= from && at < to

/** A marker's text begins on its baseline, at its right; boxes of tasks have no words. */
const besides = (marker: TraceLine, lines: readonly TraceLine[]): boolean =>
  lines.some((line) => line !== marker && line.role !== 'Lbl' && Math.abs(line.y - marker.y) < 3 && line.x > marker.x)

function overlaps(lines: readonly TraceLine[]): [TraceLine, TraceLine][] {
  const sorted = [...lines].sort((a, b) => a.y - b.y)
  return sorted.flatMap((one, at) =>
    sorted.slice(at + 1).flatMap((other): [TraceLine, TraceLine][] => {
      const high = Math.min(bottom(one), bottom(other)) - Math.max(top(one), top(other))
      const wide = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
      return high > SLACK && wide > SLACK ? [[one, other]] : []
    }),
  )
}

/** Ink above and below the baseline: ascenders and descenders of text faces. */
const top = ({y, size}: TraceLine) => y - 0.74 * size
const bottom = ({y, size}: TraceLine) => y + 0.22 * size

/** Points of three lines and the gaps around them, of a line of a heading with the gap above it, and of a row of a table with many lines. */
const [THREE_LINES, HEADING, ROW] = [70, 40, 140]

/** What begins the next page had no room: a few lines, with the headings above them and the notes that it calls. What closes a paper draws lines along. */
function emptyPages(edition: Edition, pages: readonly Page[]): string[] {
  const {paper} = makeLook(edition.brand, edition.meta.paper)
  const bodyOf = (page: Page) => page.lines.filter((line) => line.role !== 'Artifact' && line.text !== '' && !isNote(edition, line))
  const notesOf = (page: Page) => page.lines.filter((line) => isNote(edition, line)).map(({y}) => y)
  return pages.slice(0, edition.meta.contacts.length > 0 ? -2 : -1).flatMap((page, at) => {
    const next = pages[at + 1]
    if (!next) return []
    const lowest = Math.max(...bodyOf(page).map(({y}) => y), ...page.figures.map(({y, height}) => y + height))
    const room = Math.min(page.height - paper.bottom, ...notesOf(page).map((y) => y - 35)) - lowest
    const begins = bodyOf(next).sort((a, b) => a.y - b.y)
    const text = begins.findIndex(({role}) => !/^H[2-6]$/.test(role))
    const headings = text < 0 ? begins.length : text
    const notes = notesOf(next)
    const taken = THREE_LINES + headings * HEADING + (notes.length > 0 ? Math.max(...notes) - Math.min(...notes) + 35 : 0) + (/^T[HD]$/.test(begins[headings]?.role ?? '') ? ROW : 0)
    return room > taken ? [`page ${page.number} is left with ${Math.round(room)} pt, of which \`${begins[0]?.text}\` would take no more than ${Math.round(taken)}`] : []
  })
}

/** A paragraph that runs over pages has two lines on each; cells and notes are cut as their rows are. */
function loneLines(edition: Edition, pages: readonly Page[]): string[] {
  const paragraphs = new Map<number, {page: number; lines: TraceLine[]}[]>()
  for (const {number, lines} of pages) {
    for (const line of lines) {
      const at = line.place?.start?.offset
      if (at === undefined || line.role !== 'P' || isNote(edition, line)) continue
      const parts = paragraphs.get(at) ?? []
      if (parts.at(-1)?.page === number) parts.at(-1)?.lines.push(line)
      else parts.push({page: number, lines: [line]})
      paragraphs.set(at, parts)
    }
  }
  return [...paragraphs.values()].flatMap((parts) =>
    parts.length > 1 ? parts.flatMap(({page, lines}) => (lines.length === 1 ? [`page ${page}: \`${lines[0]?.text}\` stands alone of its paragraph`] : [])) : [],
  )
}
