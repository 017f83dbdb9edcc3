import type {Edition} from '../../src/edition/index.js'
import type {Page, TraceLine} from '../../src/print/index.js'
import {isNote} from './faults.js'

/** What is read on a paper's pages, without spaces: its body, and its notes by number, once for each page they stand on. */
export function textOf(edition: Edition, pages: readonly Page[]): {body: string; notes: Map<number, string[]>} {
  const heads = new Map<number, number>()
  const body: TraceLine[] = []
  const notes = new Map<number, string[]>()
  for (const page of pages) {
    const lines = page.lines.filter(({role, place}) => role !== 'Artifact' && role !== 'H1' && place !== undefined)
    const own = lines.filter((line) => !isNote(edition, line))
    body.push(...own.filter((line) => line.role !== 'Lbl' && !isAgain(line, page.number)))
    for (const number of page.notes) {
      const note = edition.notes.find((one) => one.number === number)
      const [first] = note?.children ?? []
      const words = lines.filter((line) => line.role !== 'Lbl' && line.place?.start?.offset === first?.place.start?.offset)
      notes.set(number, [...(notes.get(number) ?? []), bare(words)])
    }
  }
  return {body: bare(body), notes}

  /** The head of a table comes back on every page. */
  function isAgain({role, place}: TraceLine, page: number): boolean {
    const at = place?.start?.offset ?? -1
    if (role !== 'TH' || !isHead(edition, at)) return false
    const known = heads.get(at) ?? page
    heads.set(at, known)
    return known !== page
  }
}

const isHead = ({body}: Edition, at: number): boolean =>
  body.some((piece) => {
    if (piece.type !== 'block' || piece.name !== 'table') return false
    const {columns} = (piece.value as {table: {columns: {head: {place: {start?: {offset: number}}}}[]}}).table // what its spec composes
    return columns.some(({head}) => head.place.start?.offset === at)
  })

const bare = (lines: readonly TraceLine[]): string => lines.map(({text}) => text).join(' ').replace(/[\s\u00ad]+/g, '')
