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
    const first = found.links.get(node.identifier)
    if (first) {
      const message = `\`[${node.label ?? node.identifier}]\` is defined twice: links lead where the first one says`
      report({...warning('briefing/duplicate-link', placeOf(source, node), message, 'Delete one of the two'), related: [stands(first)]})
      return
    }
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
    const first = found.notes.get(node.identifier)
    if (!first) {
      found.notes.set(node.identifier, node)
      return
    }
    const words = `[^${node.label ?? node.identifier}]`
    const message = `The note \`${words}\` is written twice, and only the first would print`
    report({...error('briefing/duplicate-note', placeOfWords(source, node, words), message, 'Give each note a name of its own'), related: [stands(first)]})
  })
  return found

  function byLabel(place: Place): Diagnostic {
    return error('rows/link-by-label', place, 'A link to a column stands where its value prints, and not by a label', 'Write `[Poland](row:name)`')
  }
  function stands(first: Definition | FootnoteDefinition) {
    return {message: 'It stands here first', place: placeOf(source, first)}
  }
}
