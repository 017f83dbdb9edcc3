import type {Place} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'

interface TextNode {
  type: 'text' | 'code'
  value: string
  place: Place
}

/**
 * The place of some words within a block: its own place where they cannot be told more closely. Text that fine
 * typography made longer has columns of its own no more: then the text around the words is meant.
 */
export function locate(words: string, within: Place, edition: Edition | undefined): Place {
  if (!edition || !words) return within
  for (const text of textsOf(edition)) {
    if (!inside(text.place, within)) continue
    const at = text.value.indexOf(words)
    if (at < 0) continue
    const {start, end} = text.place
    if (!start || !end || end.offset - start.offset !== text.value.length || end.line !== start.line) return text.place
    const point = (shift: number) => ({line: start.line, column: start.column + shift, offset: start.offset + shift})
    return {path: text.place.path, start: point(at), end: point(at + words.length)}
  }
  return within
}

const inside = (inner: Place, outer: Place): boolean =>
  inner.path === outer.path &&
  (!outer.start || (inner.start !== undefined && inner.start.offset >= outer.start.offset)) &&
  (!outer.end || (inner.end !== undefined && inner.end.offset <= outer.end.offset))

/** Every text of a paper, wherever it stands in its body, its blocks and its notes. */
function* textsOf(edition: Edition): Generator<TextNode> {
  yield* within(edition.body)
  yield* within(edition.notes)
}

function* within(value: unknown): Generator<TextNode> {
  if (typeof value !== 'object' || value === null) return
  if (isText(value)) yield value
  else for (const inner of Object.values(value)) yield* within(inner)
}

const isText = (value: object): value is TextNode =>
  'type' in value && (value.type === 'text' || value.type === 'code') && 'value' in value && typeof value.value === 'string' && 'place' in value
