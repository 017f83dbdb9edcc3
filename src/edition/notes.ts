import type {FootnoteReference} from 'mdast'
import type {Piece} from '../content.js'
import {error, type Place} from '../diagnostic.js'
import {closest} from '../shapes/index.js'
import type {SourceField} from '../shapes/fields.js'
import {citationWords} from './citation.js'
import {type Composing, placeOf} from './composing.js'
import {composePieces} from './pieces.js'

/** The number of the note that a label calls; the first call composes its text. */
export function callFootnote(node: FootnoteReference, composing: Composing): number | undefined {
  const place = placeOf(composing.source, node)
  const label = node.label ?? node.identifier
  const definition = composing.footnotes.get(node.identifier)
  if (!definition) {
    const near = closest(node.identifier, composing.footnotes.keys())
    const hint = near ? `Did you mean \`[^${near}]\`?` : `Add a line \`[^${label}]: ...\` outside every internal passage`
    composing.report(error('edition/unknown-note', place, `\`[^${label}]\` calls a note that is not in this edition of the paper`, hint))
    return undefined
  }
  return numberOf(`^${node.identifier}`, place, placeOf(composing.source, definition), composing, (inside) =>
    composePieces(definition.children, inside),
  )
}

/** The number of the note that cites a source: one for each source and locator. */
export function callSource({id, locator, place}: SourceField, composing: Composing): number | undefined {
  const source = composing.sources.get(id)
  if (!source) {
    const ids = [...composing.sources.keys()]
    const near = closest(id, ids)
    const known = ids.length > 0 ? `The sources are ${ids.map((name) => `\`${name}\``).join(', ')}` : 'Add a fence of `sources` with this id'
    composing.report(error('edition/unknown-source', place, `No source of this paper has the id \`${id}\``, near ? `Did you mean \`${near}\`?` : known))
    return undefined
  }
  const words = citationWords(source, composing.language, locator)
  return numberOf(`${id},${locator ?? ''}`, place, place, composing, () => [{type: 'paragraph', children: words, place}])
}

function numberOf(
  key: string,
  call: Place,
  place: Place,
  composing: Composing,
  compose: (inside: Composing) => Piece[],
): number | undefined {
  if (composing.inNote) {
    composing.report(error('edition/note-in-note', call, 'A note cannot call another note', 'Write what both say in one of them'))
    return undefined
  }
  const known = composing.notes.get(key)
  if (known) return known.number
  const number = composing.notes.size + 1
  composing.notes.set(key, {number, children: compose({...composing, inNote: true}), place})
  return number
}
