import type {FootnoteReference} from 'mdast'
import type {Note, Piece} from '../content.js'
import {error, type Place} from '../diagnostic.js'
import {closest} from '../shapes/index.js'
import type {SourceEntry, SourceField} from '../shapes/fields.js'
import {citationWords} from './citation.js'
import {type Composing, placeOf} from './composing.js'
import {composePieces} from './pieces.js'
import {wordsOf} from '../content.js'

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

/** The number of the note that cites a source: one for each source and locator. What is said of it is said once, after it. */
export function callSource({id, locator, place}: Call, composing: Composing, remarks: readonly string[] = []): number | undefined {
  const source = sourceNamed(id, composing)
  if (!source) {
    const ids = [...composing.sources.keys(), ...composing.register.sources.keys()]
    const near = closest(id, ids)
    const known = ids.length > 0 ? `The sources are ${ids.slice(0, 20).map((name) => `\`${name}\``).join(', ')}` : 'Add a fence of `sources` with this id'
    composing.report(error('edition/unknown-source', place, `No source of this paper has the id \`${id}\``, near ? `Did you mean \`${near}\`?` : known))
    return undefined
  }
  const key = `${id},${locator ?? ''}`
  const words = citationWords(source, composing.language, locator)
  const number = numberOf(key, place, place, composing, () => [{type: 'paragraph', children: words, place}])
  if (number !== undefined && !composing.cited.some((one) => one.id === id)) composing.cited.push({id, place})
  if (number !== undefined) addRemarks(composing.notes.get(key), remarks, place, composing)
  return number
}

type Call = Pick<SourceField, 'id' | 'locator' | 'place'>

/** A source as the paper lists it, else as the register has it. */
export function sourceNamed(id: string, {sources, register, used}: Pick<Composing, 'sources' | 'register' | 'used'>): {entry: SourceEntry; place: Place} | undefined {
  const listed = sources.get(id)
  if (listed?.entry) return {entry: listed.entry, place: listed.place}
  const registered = register.sources.get(id)
  if (registered) {
    used.register = true
    used.sources.add(id)
  }
  return registered
}

/** A sentence after the citation, unless it stands there already. */
function addRemarks(note: Note | undefined, remarks: readonly string[], place: Place, {language}: Composing): void {
  const [paragraph] = note?.children ?? []
  if (paragraph?.type !== 'paragraph') return
  const said = wordsOf(paragraph.children)
  for (const remark of remarks) {
    const sentence = language.typography(asSentence(remark.normalize('NFC')))
    if (!said.includes(sentence)) paragraph.children.push({type: 'text', value: ` ${sentence}`, place})
  }
}

const asSentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`

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
