import {type Diagnostic, error, type Place} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import {START} from '../content.js'

interface Reference {
  id: string
  paper: string
  place: Place
}

/** Links to a heading of another paper that is not printed for these readers: on paper they would lead nowhere. */
export function brokenLinks(editions: readonly Edition[]): Diagnostic[] {
  const ids = new Map(editions.map(({key, body}) => [key, new Set(idsIn(body))]))
  return editions.flatMap(({body, notes}) =>
    [...referencesIn([body, notes])].flatMap(({id, paper, place}) =>
      id === START || ids.get(paper)?.has(id)
        ? []
        : [error('pack/dead-link', place, `The heading \`#${id}\` of the other paper does not print for these readers`, 'Lead to another heading, or to the paper as a whole')],
    ),
  )
}

function* idsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  // A link has the id that it leads to.
  if (!isReference(value) && 'id' in value && typeof value.id === 'string') yield value.id
  // An id that an author gave, as composed.
  if ('type' in value && value.type === 'id' && 'text' in value && typeof value.text === 'string') yield value.text
  for (const inner of Object.values(value)) yield* idsIn(inner)
}

function* referencesIn(value: unknown): Generator<Reference> {
  if (typeof value !== 'object' || value === null) return
  // One without a paper leads to its own.
  if (isReference(value) && 'paper' in value) yield value as unknown as Reference // as composed
  for (const inner of Object.values(value)) yield* referencesIn(inner)
}

const isReference = (value: object): value is {type: 'reference'} => 'type' in value && value.type === 'reference'
