import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {blockNamed} from '../blocks/index.js'
import {type Diagnostic, error, type Place} from '../diagnostic.js'
import type {Source} from '../source.js'
import {placeOf} from './reading.js'

/** A block that stands more often in a paper than it may. */
export function tooMany(name: string, atMost: number, place: Place, first: Place): Diagnostic {
  const times = atMost === 1 ? 'once' : `${atMost} times`
  const found = error('briefing/too-many', place, `\`${name}\` may stand ${times} in a paper`, 'Keep one, and write the others as plain text')
  return {...found, related: [{message: 'It stands here first', place: first}]}
}

/** Blocks that stand more often than they may in a template that is filled in. */
export function findTooMany(body: Root, source: Source): Diagnostic[] {
  const met = new Map<string, Place[]>()
  visit(body, 'block', ({name, position}) => {
    met.set(name, [...(met.get(name) ?? []), placeOf(source, position ? {position} : {})])
  })
  return [...met].flatMap(([name, [first, ...others]]) => {
    const atMost = blockNamed(name)?.atMost
    return atMost === undefined || !first ? [] : others.slice(atMost - 1).map((place) => tooMany(name, atMost, place, first))
  })
}
