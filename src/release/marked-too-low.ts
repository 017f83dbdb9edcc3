import {type Rank, rankOf} from '../brand/index.js'
import type {Briefing} from '../briefing/index.js'
import {type Diagnostic, error, type Place} from '../diagnostic.js'
import {type Edition, meetAll} from '../edition/index.js'

/** Sources by their ids, with their markings. */
export type Sources = ReadonlyMap<string, {marking?: string; partOf?: string; place: Place}>

/** A paper that may go to more readers than what it prints: passages for our own people, or what a source with a marking says. */
export const markedTooLow = (briefing: Briefing, edition: Edition, sources: Sources = new Map()): Diagnostic[] => [
  ...internalInPublic(briefing, edition),
  ...(edition.cited ?? []).flatMap((cited) => citedTooLow(cited, edition, sources)),
]

/** A source has the marking of what it is a part of, where it has none. Two schemes are not compared: nobody knows which reaches fewer. */
function citedTooLow({id, place}: {id: string; place: Place}, {meta, brand}: Edition, sources: Sources): Diagnostic[] {
  const own = sources.get(id)
  const source = own?.marking === undefined && own?.partOf !== undefined ? sources.get(own.partOf) : own
  if (source?.marking === undefined) return []
  const words = source.marking.normalize('NFC').toUpperCase()
  const rank = rankOf(words, brand.markings)
  if (!rank) return [error('release/source-marking', source.place, `The source \`${id}\` is marked \`${words}\`, which is no marking of a scheme that the brand \`${brand.name}\` knows`, 'Mend its spelling, or add it to the brand under `defaults.demarche.markings`')]
  const paper = meta.marking === undefined ? undefined : rankOf(meta.marking, brand.markings)
  if (!isLower(paper, rank)) return []
  const marked = meta.marking === undefined ? 'has no marking' : `is marked \`${meta.marking}\``
  const told = error('release/marking-too-low', place, `The paper ${marked}, and cites a source that is marked \`${words}\``, `Mark the paper \`${words}\`, or cite another source`)
  return [{...told, related: [{message: 'It is this source', place: source.place}]}]
}

const isLower = (paper: Rank | undefined, source: Rank): boolean => source.rank > 0 && (!paper || (paper.scheme === source.scheme && paper.rank < source.rank))

function internalInPublic({places, source}: Briefing, {meta, body, brand}: Edition): Diagnostic[] {
  const {marking, audience} = meta
  if (audience !== 'internal' || marking === undefined || rankOf(marking, brand.markings)?.rank !== 0 || !printsInternal(body)) return []
  const message = `The paper prints passages for our own people, and is marked \`${marking}\`, which may go to everyone`
  const place = places.marking_internal ?? places.marking ?? {path: source.path}
  return [error('release/marking-too-low', place, message, 'Give the paper for our own people a marking of its own: `marking_internal`')]
}

function printsInternal(body: Edition['body']): boolean {
  let found = false
  meetAll(body, (one) => {
    found ||= one.type === 'block' && 'name' in one && one.name === 'internal'
  })
  return found
}
