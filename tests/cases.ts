import type {Page, TraceFigure, TraceLine} from '../src/print/index.js'

/** Points to a character: a line of the body has about as many characters as letters. */
const CHARACTER = 4.3
/** Baselines that are no further apart are one row. */
const SAME_ROW = 2
/** An empty line tells more room between rows than this, in points, or than this many times the size of the type. */
const GAP = {points: 20, sizes: 1.6}

interface Part {
  text: string
  role: string
  x: number
  y: number
  size: number
}

/**
 * Pages as text: each row of words with the roles of its parts at the left, its words about where they stand across the
 * page, an empty line where there is room between rows. Running heads are `head` and `foot`; a hyphen at the end of a line may be
 * one that only divides.
 */
export function renderPages(pages: readonly Page[]): string {
  return `${pages.map((page) => renderPage(page, pages.length)).join('\n\n')}\n`
}

function renderPage(page: Page, total: number): string {
  const {width, height} = page
  const title = `=== page ${page.number} of ${total}, ${Math.round(width)} by ${Math.round(height)}${page.notes.length > 0 ? `, notes ${page.notes.join(' ')}` : ''} ===`
  const chrome = page.lines.filter(({role}) => role === 'Artifact').map((line): Part => ({...line, role: line.y < height / 2 ? 'head' : 'foot'}))
  const parts = [...chrome, ...page.lines.filter(({role}) => role !== 'Artifact').map(told), ...page.figures.map(pictured)].filter(({text}) => text !== '')
  const left = Math.min(...parts.map(({x}) => x))
  return [title, ...rows(parts).flatMap((row, at, all) => [...(gapAbove(row, all[at - 1]) ? [''] : []), renderRow(row, left)])].join('\n')
}

const told = ({text, role, x, y, size}: TraceLine): Part => ({text, role, x, y, size})

const pictured = ({alt, x, y}: TraceFigure): Part => ({text: alt === '' ? '' : `[${alt}]`, role: 'Figure', x, y, size: 0})

/** Parts by their baselines, from the top; each row from the left. */
function rows(parts: readonly Part[]): Part[][] {
  const found: Part[][] = []
  for (const part of [...parts].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = found.at(-1)
    if (row?.[0] && part.y - row[0].y <= SAME_ROW) row.push(part)
    else found.push([part])
  }
  return found.map((row) => row.sort((a, b) => a.x - b.x))
}

function gapAbove([part]: readonly Part[], above: readonly Part[] | undefined): boolean {
  const room = (part?.y ?? 0) - (above?.[0]?.y ?? Number.POSITIVE_INFINITY)
  return room > Math.max(GAP.points, GAP.sizes * (part?.size ?? 0))
}

function renderRow(row: readonly Part[], left: number): string {
  const roles = [...new Set(row.map(({role}) => role))].join(' ')
  let words = ''
  for (const {text, x} of row) {
    const column = Math.round((x - left) / CHARACTER)
    words = `${words.padEnd(words === '' ? column : Math.max(column, words.length + 2))}${text.replaceAll('\u00ad', '-').replaceAll('\u00a0', ' ').replaceAll('\n', ' ')}`
  }
  return `${roles.padEnd(8)} ${words}`.trimEnd()
}
