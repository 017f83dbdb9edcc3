import type {PhrasingContent} from 'mdast'
import type {Diagnostic} from '../diagnostic.js'
import type {Excerpt, Prose} from '../shapes/index.js'
import {fileOffset} from '../shapes/index.js'
import {pointAt} from '../source.js'
import {readInline} from './inline.js'
import {parseLine, sameLabel} from './markdown.js'
import type {Reading} from './reading.js'

/** Reads the Markdown of a field, its notes and links called by the labels that the body defines. What comes from a row holds none. */
export function readProse({field, excerpt, literal}: {field: Prose; excerpt?: Excerpt; literal?: true}, reading: Reading): void {
  if (literal) {
    const {start = pointAt(reading.source, 0), end = start} = field.place
    field.children = [{type: 'text', value: field.text, position: {start, end}}]
    return
  }
  const known = excerpt && reading.prose?.get(excerpt)
  if (known) {
    field.children = known.children
    reading.report(...known.told)
    return
  }
  const told: Diagnostic[] = []
  const report = (...found: Diagnostic[]) => void told.push(...found)
  const children = parseLine(field.text, (label) => reading.labels.has(sameLabel(label)))
  for (const child of children) place(child)
  field.children = readInline(children, {...reading, report})
  reading.report(...told)
  if (excerpt) reading.prose?.set(excerpt, {children: field.children, told})

  /** Positions counted from the field's start become the file's; where the way back is lost, the whole value is meant. */
  function place(node: PhrasingContent): void {
    const from = node.position?.start.offset
    const to = node.position?.end.offset
    const {source} = reading
    if (excerpt && from !== undefined && to !== undefined) {
      const end = to > from ? fileOffset(excerpt, to - 1) + 1 : fileOffset(excerpt, to)
      node.position = {start: pointAt(source, fileOffset(excerpt, from)), end: pointAt(source, end)}
    } else {
      const {start, end} = field.place
      node.position = {start: start ?? pointAt(source, 0), end: end ?? start ?? pointAt(source, 0)}
    }
    if ('children' in node) for (const child of node.children) place(child)
  }
}
