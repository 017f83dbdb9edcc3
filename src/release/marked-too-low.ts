import {rankOf} from '../brand/index.js'
import type {Briefing} from '../briefing/index.js'
import {type Diagnostic, error} from '../diagnostic.js'
import {type Edition, meetAll} from '../edition/index.js'

/** A paper that prints passages for our own people, and is marked as one that may go to everyone. */
export function markedTooLow({places, source}: Briefing, {meta, body, brand}: Edition): Diagnostic[] {
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
