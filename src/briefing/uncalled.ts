import type {FootnoteDefinition, Root} from 'mdast'
import {type Diagnostic, hasErrors, warning} from '../diagnostic.js'
import type {Source} from '../source.js'
import {placeOfWords} from './reading.js'

/** Notes that nothing calls, in the text or in a field of a block: they do not print. */
export function findUncalled(body: Root, notes: ReadonlyMap<string, FootnoteDefinition>, source: Source, told: readonly Diagnostic[]): Diagnostic[] {
  // What calls a note may be what could not be read.
  if (notes.size === 0 || hasErrors(told)) return []
  const called = new Set<string>()
  findCalls(body, called)
  return [...notes].flatMap(([identifier, node]) => {
    if (called.has(identifier)) return []
    const words = `[^${node.label ?? identifier}]`
    const message = `Nothing calls the note \`${words}\`: it does not print`
    return [warning('briefing/uncalled-note', placeOfWords(source, node, words), message, `Write \`${words}\` after the words it belongs to, or delete it`)]
  })
}

/** Calls stand in the tree and in the values of blocks alike: whatever holds nodes is walked. */
function findCalls(value: unknown, called: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  if ('type' in value && value.type === 'footnoteReference' && 'identifier' in value) called.add(String(value.identifier))
  for (const child of Object.values(value)) findCalls(child, called)
}
