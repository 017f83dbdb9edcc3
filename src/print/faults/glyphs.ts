import {type Diagnostic, error} from '../../diagnostic.js'
import type {FontFace, Glyph, LaidNode} from '../laid-out.js'
import {faceOfLabels} from '../tags/data-twin.js'
import type {At, Seen} from './at.js'

interface Glyphs {
  runs: {glyphs?: Glyph[]; attributes: {font?: FontFace[]}}[]
}

/** Characters that the font does not have: they would print as something else, or not at all. */
export function glyphFaults({placed: {node}, at}: Seen): Diagnostic[] {
  return node.type === 'SVG' ? labelFaults(node, at) : (node.lines ?? []).flatMap((line) => missingGlyphs(line, at))
}

/** Labels of a drawing know no lines to break: what they cannot show is told all the same. */
function labelFaults(node: LaidNode, at: At): Diagnostic[] {
  const found: Diagnostic[] = []
  const visit = (shape: LaidNode) => {
    for (const line of shape.lines ?? []) found.push(...missingGlyphs(line, at))
    for (const child of Array.isArray(shape.children) ? shape.children : []) visit(child)
  }
  visit(node)
  const {data} = node.props.tag ?? {}
  const face = data && faceOfLabels(node)
  // The table behind a drawing is written in the face of its labels, unseen.
  if (face) found.push(...missingGlyphs({runs: [{glyphs: face.layout([data.head, ...data.rows].flat().join(' ')).glyphs, attributes: {font: [face]}}]}, at))
  return found
}

/** Characters that follow each other are told together: a word in another alphabet is one thing to mend. */
function missingGlyphs(line: Glyphs, at: At): Diagnostic[] {
  const missing = new Map<string, string>()
  for (const {glyphs = [], attributes: {font}} of line.runs) {
    let words = ''
    for (const {id, codePoints} of glyphs) {
      const character = id === 0 ? String.fromCodePoint(...codePoints) : '\ufffc' // nearly all are there
      if (character !== '\ufffc') words += character
      else if (words !== '') words = told(words, font)
    }
    told(words, font)
  }
  return [...missing].map(([words, font]) => {
    const one = [...words].length === 1
    const code = (words.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return error(
      'print/missing-glyph',
      at.find(words),
      one ? `The font ${font} has no character \`${words}\` (U+${code}).` : `The font ${font} has none of the characters of \`${words}\`.`,
      'Write it another way, or add a font that has it to `typography.fonts` of the brand.',
    )
  })

  function told(words: string, font: FontFace[] | undefined): '' {
    if (words !== '') missing.set(words, font?.[0]?.postscriptName ?? 'the font')
    return ''
  }
}
