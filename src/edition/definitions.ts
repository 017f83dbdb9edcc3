import type {Definition, FootnoteDefinition} from 'mdast'
import {type Diagnostic, error} from '../diagnostic.js'
import type {CitationField} from '../shapes/fields.js'
import {meetAll, type Tagged} from './walk.js'

/** What the words of a paper may call, wherever it is defined: links and notes by label, sources by id. */
export interface Definitions {
  links: Map<string, Definition>
  footnotes: Map<string, FootnoteDefinition>
  sources: Map<string, CitationField>
  diagnostics: Diagnostic[]
}

/** Gathers what is defined in a body. Of two the first counts, as in Markdown; sources of one id in two blocks are told here, for a block sees only itself. */
export function gatherDefinitions(body: unknown): Definitions {
  const found: Definitions = {links: new Map(), footnotes: new Map(), sources: new Map(), diagnostics: []}
  meetAll(body, (node) => {
    if (isDefinition(node) && !found.links.has(node.identifier)) found.links.set(node.identifier, node)
    if (isFootnote(node) && !found.footnotes.has(node.identifier)) found.footnotes.set(node.identifier, node)
    if (isCitation(node)) {
      const first = found.sources.get(node.id)
      if (!first) found.sources.set(node.id, node)
      else {
        const twice = error('edition/doubled-source', node.place, `The id \`${node.id}\` names two sources`, 'Give each source an id of its own')
        found.diagnostics.push({...twice, related: [{message: 'It stands here first', place: first.place}]})
      }
    }
  })
  return found
}

const isDefinition = (node: Tagged): node is Definition => node.type === 'definition' && 'identifier' in node
const isFootnote = (node: Tagged): node is FootnoteDefinition => node.type === 'footnoteDefinition' && 'identifier' in node
const isCitation = (node: Tagged): node is CitationField => node.type === 'citation' && 'id' in node
