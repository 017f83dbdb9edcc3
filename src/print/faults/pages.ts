import {type Diagnostic, error, type Place} from '../../diagnostic.js'
import {isArtifact, type LaidNode, roleOf} from '../laid-out.js'
import {isTold, type Seen, shorten} from './at.js'
import {type Ink, inkOf} from './overlaps.js'

/** What a page holds beside its running head and foot. */
export interface Contents {
  /** Its texts and pictures, with the places they came from. */
  own: (Pick<Ink, 'top' | 'bottom' | 'place'> & {words?: string})[]
  /** Its running head and foot. */
  running: Ink[]
}

/** Parts a page's boxes into its own and those of its running head and foot. */
export function contentsOf(boxes: readonly Seen[]): Contents {
  const own: Contents['own'] = []
  const running: Ink[] = []
  for (const seen of boxes) {
    const {placed, at} = seen
    const {node, y} = placed
    if (roleOf(placed)?.artifact === 'Pagination') running.push(...inkOf(seen))
    else if (isArtifact(placed)) continue
    else if (node.type === 'SVG' || node.type === 'IMAGE') own.push({top: y, bottom: y + (node.box?.height ?? 0), place: at.place})
    else own.push(...inkOf(seen))
    if (node.type === 'TEXT' && holdsPicture(node)) own.push({top: y, bottom: y, place: at.place})
  }
  return {own, running}
}

const holdsPicture = (node: LaidNode): boolean => (node.lines ?? []).some(({runs}) => runs.some(({attributes}) => attributes.attachment))

/** What stands over the running head or foot of its page; what is at fault already is left out. */
export function overRunning({own, running}: Contents, {page, height}: {page: number; height: number}, told: readonly Diagnostic[]): Diagnostic[] {
  const head = Math.max(0, ...running.filter(({top}) => top < height / 2).map(({bottom}) => bottom))
  const foot = Math.min(height, ...running.filter(({top}) => top >= height / 2).map(({top}) => top))
  const over = own.find(({top, bottom, place}) => (top < head - SHARED || bottom > foot + SHARED) && !isTold(place, told))
  if (!over) return []
  const what = over.words === undefined ? 'this picture' : `\`${shorten(over.words)}\``
  const message = `On page ${page} ${what} stands over the running ${over.top < head ? 'head' : 'foot'}.`
  return [error('print/over-running-head', over.place, message, 'Shorten the block, or divide it.')]
}

/** Lines that reach beyond the edges of their page; what is at fault already is left out. */
export function offThePage(lines: readonly Ink[], {page, width}: {page: number; width: number}, told: readonly Diagnostic[]): Diagnostic[] {
  const beyond = ({left, right, top}: Ink) => Math.ceil(Math.max(-left, right - width, -top) - SHARED)
  const out = lines.find((line) => beyond(line) > 0 && !isTold(line.place, told))
  if (!out) return []
  const message = `On page ${page} the line \`${shorten(out.words)}\` would stand ${beyond(out)} pt beyond the edge of the page.`
  return [error('print/off-the-page', out.place, message, 'Shorten the block, or divide it.')]
}

/** Rounding. */
const SHARED = 1

/** A page with nothing on it but its running head and foot: a reader would take it for a fault of the printer. */
export function emptyPages(pages: readonly Contents[], paths: readonly string[]): Diagnostic[] {
  return pages.flatMap(({own, running}, at) => {
    // The back of a last sheet has neither head nor foot: it is blank on purpose.
    if (own.length > 0 || running.length === 0) return []
    const place: Place = pages[at + 1]?.own[0]?.place ?? pages[at - 1]?.own.at(-1)?.place ?? {path: paths[at] ?? ''}
    const message = `Page ${at + 1} would be empty but for its running head and foot: what stands here does not fit on it.`
    return [error('print/empty-page', place, message, 'Divide what stands here, or shorten it.')]
  })
}
