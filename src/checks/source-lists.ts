import type {Briefing} from '../briefing/index.js'
import type {ComposedCitation} from '../content.js'
import type {Place} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import type {Register} from '../facts/index.js'
import type {CitationField, SourceEntry} from '../shapes/fields.js'
import {metIn} from './met-in.js'

/** A source in a list of a paper. */
export interface Listed {
  id: string
  place: Place
}

/**
 * The sources of the lists that say what a paper rests on. A list under a title of its own, such as "Further reading" or
 * "Main sources", is a choice, and is held against nothing.
 */
export function sourcesListed({body}: Edition): Listed[] | undefined {
  // What `edition/` makes of a block of this name is the composed form of its schema.
  const blocks = metIn(body).flatMap(({node}) => (node.type === 'block' && 'name' in node && node.name === 'sources' && 'value' in node ? [node.value as List] : []))
  const lists = blocks.filter(({title}) => title === undefined)
  return lists.length > 0 ? lists.flatMap(({sources}) => sources) : undefined
}

interface List {
  title?: unknown
  sources: ComposedCitation[]
}

/** Whether one source is another, or a part of it. */
export function isWithin(id: string, whole: string, {sources}: Pick<Register, 'sources'>, seen: readonly string[] = []): boolean {
  if (id === whole) return true
  const partOf = sources.get(id)?.partOf
  return partOf !== undefined && !seen.includes(partOf) && isWithin(partOf, whole, {sources}, [...seen, id])
}

/** Sources that a briefing writes out itself, by id. */
export function sourcesWritten({body}: Briefing): Map<string, {entry: SourceEntry; place: Place}> {
  const found = new Map<string, {entry: SourceEntry; place: Place}>()
  for (const {id, entry, place} of citationsIn(body)) if (entry && !found.has(id)) found.set(id, {entry, place})
  return found
}

/** Only the field types make a node of this tag. */
const citationsIn = (body: Briefing['body']): CitationField[] => metIn(body).flatMap(({node, cited}) => (node.type === 'citation' && !cited ? [node as CitationField] : []))
