import type {Found} from '../drawing/index.js'
import {type LaidNode, nodesOf} from './laid-out.js'

/** What a layout found, for each edition by its key. Pages count from the edition's own first. */
export type Survey = Record<string, Found>

/** Reads off a finished layout on which page each destination stands and which notes each page calls. */
export function survey(root: LaidNode): Survey {
  const found: Survey = {}
  for (const page of root.children ?? []) {
    const key = page.props.edition ?? ''
    const paper = (found[key] ??= {pages: {}, notes: {}, total: 0})
    paper.total += 1
    const called = new Set<number>()
    const prefix = `#${key}.note-`
    for (const {node} of nodesOf(page)) {
      const id = node.props?.id
      if (id !== undefined) paper.pages[id] ??= paper.total
      for (const line of node.lines ?? []) {
        for (const run of line.runs) {
          const link = run.attributes.link
          if (typeof link === 'string' && link.startsWith(prefix)) called.add(Number(link.slice(prefix.length)))
        }
      }
    }
    if (called.size > 0) paper.notes[paper.total] = [...called].sort((a, b) => a - b)
  }
  return found
}

/** Where two layouts take turns, the larger note area of each page serves both. */
export function widest(a: Survey, b: Survey): Survey {
  const keys = Object.keys(b)
  return Object.fromEntries(
    keys.map((key) => {
      const [one, two] = [a[key], b[key]]
      if (!one || !two) return [key, two ?? one ?? {pages: {}, notes: {}, total: 0}]
      const pages = new Set([...Object.keys(one.notes), ...Object.keys(two.notes)].map(Number))
      const notes = [...pages].map((page) => [
        page,
        [...new Set([...(one.notes[page] ?? []), ...(two.notes[page] ?? [])])].sort((x, y) => x - y),
      ])
      return [key, {...two, notes: Object.fromEntries(notes) as Record<number, number[]>}]
    }),
  )
}
