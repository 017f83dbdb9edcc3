import {toString as textOf} from 'mdast-util-to-string'
import type {Briefing} from '../briefing/index.js'
import type {Audience} from '../content.js'
import type {Place} from '../diagnostic.js'
import {isLeftOut, meetAll, type Tagged} from '../edition/index.js'
import {placeAt} from '../source.js'

/** A sentence, or another text, that is left out for an audience. */
export interface Dropped {
  words: string
  place: Place
}

/** All that a briefing says and its paper does not: each sentence of the passages that are not for the audience, and of the notes that only they call. */
export function droppedTexts(briefing: Briefing, audience: Audience): Dropped[] {
  const passages: Tagged[] = []
  const calls = {kept: new Set<string>(), dropped: new Set<string>()}
  const meet = (value: unknown, within: boolean): void => {
    if (typeof value !== 'object' || value === null) return
    const leaves = !within && isTagged(value) && isLeftOut(value, audience)
    if (leaves) passages.push(value)
    if (isTagged(value) && value.type === 'footnoteReference' && 'identifier' in value) calls[within || leaves ? 'dropped' : 'kept'].add(String(value.identifier))
    for (const [key, child] of Object.entries(value)) if (!isBeside(key, value)) meet(child, within || leaves)
  }
  meet(briefing.body, false)
  if (passages.length === 0) return []
  meetAll(briefing.body, (found) => {
    if (found.type !== 'footnoteDefinition' || !('identifier' in found)) return
    const id = String(found.identifier)
    if (calls.dropped.has(id) && !calls.kept.has(id)) passages.push(found)
  })
  return passages.flatMap((passage) => sentencesIn(passage, briefing))
}

/** What is no text of the author's: where it stands, and what sort of thing it is. */
const BESIDE = new Set(['position', 'place', 'data', 'type'])
/** The same in Markdown's own nodes; in a record, a label is what its author wrote. */
const BESIDE_IN_MARKDOWN: Record<string, readonly string[]> = {block: ['name'], code: ['lang'], table: ['align'], country: ['iso2', 'iso3']}
const REFERRING = ['identifier', 'label', 'referenceType']

const isBeside = (key: string, within: object): boolean =>
  BESIDE.has(key) || ('identifier' in within && REFERRING.includes(key)) || (isTagged(within) && BESIDE_IN_MARKDOWN[within.type]?.includes(key) === true)

const isTagged = (value: object): value is Tagged => 'type' in value && typeof value.type === 'string'

/** What is one run of words, whatever is emphasized in it. */
const RUNS = new Set(['paragraph', 'heading', 'tableCell', 'prose', 'code', 'inlineCode', 'text'])

function sentencesIn(passage: Tagged, {source}: Briefing): Dropped[] {
  const found: Dropped[] = []
  const say = (text: string, span: {start: number; end: number} | undefined, place: Place) => {
    let cursor = span?.start ?? 0
    for (const sentence of text.split(/(?<=[.!?…]["'”’»)\]]*)\s+|\n{2,}/u)) {
      const words = sentence.trim()
      if (!/[\p{L}\p{N}]/u.test(words)) continue
      // The author's marks stand between the words: each is looked for behind the one before.
      let [from, to] = [-1, -1]
      for (const word of words.split(/\s+/)) {
        const at = span ? source.text.indexOf(word, cursor) : -1
        if (at < 0 || at + word.length > (span?.end ?? 0)) continue
        if (from < 0) from = at
        cursor = to = at + word.length
      }
      found.push({words, place: from < 0 ? place : placeAt(source, from, to)})
    }
  }
  const visit = (value: unknown, around: Place): void => {
    if (typeof value === 'string') say(value, spanOf(around), around)
    if (typeof value !== 'object' || value === null) return
    const place = placeIn(value) ?? around
    if (isTagged(value) && RUNS.has(value.type)) {
      say(textOf(value), spanOf(place), place)
      visitAddresses(value, place)
      return
    }
    for (const [key, child] of Object.entries(value)) if (!isBeside(key, value)) visit(child, place)
  }
  /** What a run of words does not say: where its links lead, and what its pictures are called. */
  const visitAddresses = (value: unknown, place: Place): void =>
    meetAll(value, (one) => {
      if ('url' in one && typeof one.url === 'string' && /^[a-z]+:/i.test(one.url)) say(one.url, undefined, placeIn(one) ?? place)
      if ('title' in one && typeof one.title === 'string') say(one.title, undefined, placeIn(one) ?? place)
    })
  const placeIn = (value: object): Place | undefined => {
    if ('place' in value && isPlace(value.place)) return value.place
    if (!('position' in value)) return undefined
    const {start, end} = (value.position ?? {}) as {start?: {offset?: number}; end?: {offset?: number}} // a node of Markdown
    return start?.offset === undefined ? undefined : placeAt(source, start.offset, end?.offset ?? start.offset)
  }
  visit(passage, placeIn(passage) ?? {path: source.path})
  return found
}

const spanOf = ({start, end}: Place) => (start && end ? {start: start.offset, end: end.offset} : undefined)

const isPlace = (value: unknown): value is Place => typeof value === 'object' && value !== null && 'path' in value
