import type {Definition, FootnoteDefinition, FootnoteReference, ImageReference, LinkReference} from 'mdast'
import type {Position} from 'unist'
import {type Briefing, commentsIn, type Stretch} from '../briefing/index.js'
import type {Audience} from '../content.js'
import {offsetOfLine, pointAt, type Source} from '../source.js'
import {isLeftOut, leaveOut} from './leave-out.js'
import {meetAll, type Tagged} from './walk.js'

/**
 * A briefing's text as it prints for an audience: without the passages that are for others, without notes and links that
 * nothing printed calls, without comments; every other character as it was typed. `parted` leaves an empty comment where a
 * passage stood: two lists or quotations that it kept apart would otherwise become one.
 */
export function sourceAsPrinted(briefing: Briefing, audience: Audience, {parted}: {parted: boolean}): Source {
  const {source, body} = briefing
  const passages = passagesIn(body, audience)
  const cuts = [...passages, ...uncalledIn(briefing, audience), ...commentsIn(source)].sort((a, b) => a.start - b.start || b.end - a.end)
  let text = ''
  let from = 0
  for (const cut of cuts) {
    if (cut.start < from) continue // within one that is cut already
    const {start, end} = wholeLines(cut, source)
    text += source.text.slice(from, Math.max(from, start))
    if (parted && passages.includes(cut)) text += `${source.text.slice(start, cut.start)}<!-- -->${source.text.slice(cut.end, end)}`
    from = Math.max(from, end)
  }
  return {path: source.path, text: text + source.text.slice(from)}
}

/** The passages for other readers; what holds nothing else, such as the item of a list, goes with its passage. */
function passagesIn(value: unknown, audience: Audience): Stretch[] {
  if (typeof value !== 'object' || value === null) return []
  if (isTagged(value) && hasPosition(value)) {
    if (isLeftOut(value, audience)) return [stretchOf(value.position)]
    const children = 'children' in value && Array.isArray(value.children) ? value.children : []
    if (children.length > 0 && children.every((child) => goes(child, audience))) return [stretchOf(value.position)]
  }
  return Object.entries(value).flatMap(([key, child]) => (key === 'position' || key === 'place' ? [] : passagesIn(child, audience)))
}

const goes = (value: unknown, audience: Audience): boolean => {
  if (typeof value !== 'object' || value === null || !isTagged(value)) return false
  if (isLeftOut(value, audience)) return true
  const children = 'children' in value && Array.isArray(value.children) ? value.children : []
  return children.length > 0 && children.every((child) => goes(child, audience))
}

type Placed = Tagged & {position: Position}
const isTagged = (value: object): value is Tagged => 'type' in value && typeof value.type === 'string'
const hasPosition = (value: Tagged): value is Placed => value.type !== 'root' && 'position' in value && value.position !== undefined
const stretchOf = ({start, end}: Position): Stretch => ({start: start.offset ?? 0, end: end.offset ?? 0})

/** Definitions of notes and links that nothing printed calls: who reads the source would read them all the same. */
function uncalledIn(briefing: Briefing, audience: Audience): Stretch[] {
  const called = new Set<string>()
  const defined: (Definition | FootnoteDefinition)[] = []
  const {body} = leaveOut(briefing, audience)
  meetAll(body, (found) => {
    if (isCall(found)) called.add(`${found.type === 'footnoteReference' ? '^' : ''}${found.identifier}`)
    if (isDefinition(found)) defined.push(found)
  })
  return defined.flatMap((one) =>
    one.position === undefined || called.has(`${one.type === 'footnoteDefinition' ? '^' : ''}${one.identifier}`) ? [] : [stretchOf(one.position)],
  )
}

const isCall = (found: Tagged): found is FootnoteReference | LinkReference | ImageReference =>
  ['footnoteReference', 'linkReference', 'imageReference'].includes(found.type)
const isDefinition = (found: Tagged): found is Definition | FootnoteDefinition => ['definition', 'footnoteDefinition'].includes(found.type)

/** Where nothing else stands in its lines they go too, with the empty line below; else the spaces before it. */
function wholeLines({start, end}: Stretch, source: Source): Stretch {
  const {text} = source
  const first = offsetOfLine(source, pointAt(source, start).line)
  const next = offsetOfLine(source, pointAt(source, Math.max(start, end - 1)).line + 1)
  const before = text.slice(first, start)
  if (!/^[\s>]*$/.test(before) || text.slice(end, next).trim() !== '') {
    const spaces = text.slice(end, next).trim() === '' ? (/[ \t]*$/.exec(before)?.[0].length ?? 0) : 0
    return {start: start - spaces, end}
  }
  const below = offsetOfLine(source, pointAt(source, next).line + 1)
  const isEmpty = next < text.length && /^[\s>]*$/.test(text.slice(next, below))
  return {start: first, end: isEmpty ? below : next}
}
