import type {Diagnostic, Place} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import type {Seen} from './faults/at.js'
import {boxFaults, tableFaults} from './faults/boxes.js'
import {glyphFaults} from './faults/glyphs.js'
import {lineFaults} from './faults/lines.js'
import {inkOf, overlaps} from './faults/overlaps.js'
import {type Contents, contentsOf, emptyPages, offThePage, overRunning} from './faults/pages.js'
import {pictureFaults} from './faults/pictures.js'
import {type LaidNode, nodesOf, placeOf} from './laid-out.js'
import {locate} from './locate.js'

/** Reads a finished layout for what would be lost or misread on paper, before a byte is written. */
export function preflight(root: LaidNode, editions: readonly Edition[]): Diagnostic[] {
  const papers = new Map(editions.map((edition) => [edition.key, edition]))
  const pages = root.children ?? []
  const paths = pages.map(({props}) => papers.get(props.edition ?? '')?.path ?? '')
  // A table, or a picture in its repeated head, may stand on many pages.
  const told = new Set<string>()
  const found: Diagnostic[] = []
  const contents: Contents[] = []
  for (const [index, page] of pages.entries()) {
    const boxes = boxesOf(page, index + 1, papers.get(page.props.edition ?? ''))
    const wrong = boxes.flatMap((seen) => [
      ...glyphFaults(seen),
      ...lineFaults(seen),
      ...boxFaults(seen),
      ...tableFaults(seen, told),
      ...pictureFaults(seen, told),
    ])
    const held = contentsOf(boxes)
    const lines = boxes.flatMap(inkOf)
    const {width = 0, height = 0} = page.box ?? {}
    // What went wrong with a text is told once, by its cause.
    wrong.push(...offThePage(lines, {page: index + 1, width}, wrong))
    wrong.push(...overRunning(held, {page: index + 1, height}, wrong))
    wrong.push(...overlaps(index + 1, lines, wrong))
    contents.push(held)
    found.push(...wrong)
  }
  return [...found, ...emptyPages(contents, paths)]
}

function boxesOf(page: LaidNode, number: number, edition: Edition | undefined): Seen[] {
  const {width = 0, height = 0} = page.box ?? {}
  return nodesOf(page).map((placed) => {
    const place: Place = placeOf(placed) ?? {path: edition?.path ?? ''}
    return {placed, at: {page: number, place, find: (words) => locate(words, place, edition), width, height}}
  })
}
