import type {Definition, FootnoteDefinition, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {type Diagnostic, error, type Place, warning} from '../diagnostic.js'
import {columnOf} from '../rows/index.js'
import type {Source} from '../source.js'
import {troubleOfLink} from './links.js'
import {sameLabel} from './markdown.js'
import {placeOf, placeOfWords} from './reading.js'

/** What the body defines for its links and notes to call. */
export interface Definitions {
  /** Labels of links (`label`) and notes (`^label`), as `sameLabel` makes them. */
  labels: Set<string>
  /** Link definitions by identifier; the first of several counts. */
  links: Map<string, Definition>
  /** Note definitions by identifier; the first of several counts. */
  notes: Map<string, FootnoteDefinition>
  /** Identifiers of link definitions that lead nowhere a paper may lead. */
  leadNowhere: Set<string>
}

/** Finds the definitions of links and notes; those that are wrong, or written twice, are told. */
export function findDefinitions(body: Root, source: Source, report: (...found: Diagnostic[]) => void): Definitions {
  const found: Definitions = {labels: new Set(), links: new Map(), notes: new Map(), leadNowhere: new Set()}
  visit(body, 'definition', (node) => {
    found.labels.add(sameLabel(node.label ?? node.identifier))
    if (found.links.has(node.identifier)) return
    found.links.set(node.identifier, node)
    const place = placeOfWords(source, node, node.url)
    const trouble = columnOf(node.url) === undefined ? troubleOfLink(node.url, place) : byLabel(place)
    if (trouble) {
      report(trouble)
      found.leadNowhere.add(node.identifier)
    }
  })
  visit(body, 'footnoteDefinition', (node) => {
    found.labels.add(sameLabel(`^${node.label ?? node.identifier}`))
    if (!found.notes.has(node.identifier)) found.notes.set(node.identifier, node)
  })
  return found

  function byLabel(place: Place): Diagnostic {
    return error('rows/link-by-label', place, 'A link to a column stands where its value prints, and not by a label', 'Write `[Poland](row:name)`')
  }
}

/** Notes and links that are defined twice; in a template that is for each row to say, which may drop one of the two. */
export function findDoubled(body: Root, source: Source): Diagnostic[] {
  const first = new Map<string, Definition | FootnoteDefinition>()
  return definitionsIn(body).flatMap((node) => {
    const words = `[${node.type === 'definition' ? '' : '^'}${node.label ?? node.identifier}]`
    const key = `${node.type} ${node.identifier}`
    const other = first.get(key)
    if (!other) {
      first.set(key, node)
      return []
    }
    const told =
      node.type === 'definition'
        ? warning('briefing/duplicate-link', placeOf(source, node), `\`${words}\` is defined twice: links lead where the first one says`, 'Delete one of the two')
        : error('briefing/duplicate-note', placeOfWords(source, node, words), `The note \`${words}\` is written twice, and only the first would print`, 'Give each note a name of its own')
    return [{...told, related: [{message: 'It stands here first', place: placeOf(source, other)}]}]
  })
}

/** Definitions wherever they stand, in the values of blocks too. */
function definitionsIn(value: unknown): (Definition | FootnoteDefinition)[] {
  if (typeof value !== 'object' || value === null) return []
  const within = Object.entries(value).flatMap(([key, child]) => (key === 'position' || key === 'place' ? [] : definitionsIn(child)))
  return isDefinition(value) ? [value, ...within] : within
}

const isDefinition = (value: object): value is Definition | FootnoteDefinition =>
  'type' in value && (value.type === 'definition' || value.type === 'footnoteDefinition') && 'identifier' in value
