import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Diagnostic} from '../../src/diagnostic.js'
import {readBriefing} from '../../src/briefing/index.js'
import {pointAt} from '../../src/source.js'

const FRONT = '---\nkind: fact-sheet\ntitle: T\ndate: 2026-11-24\n---\n'

/** Bits of what people type, whole and broken, so that most texts are nearly a paper. */
const bit = fc.constantFrom(
  '---\n', 'kind: fact-sheet\n', 'title: ', '"', "'", '“x”', ': ', '- ', '  ', '\t', '\n', '\r\n', '\n\n', '> ', '> [!NOTE]\n> ', '> [!ASK]\n', '[!RESPONSE]',
  '```timeline\n', '```\n', '````md\n', '~~~\n', 'events:\n', '  - date: 1999\n', '    title: |\n', '{a: [b, c]}', '[', ']', '(', ')', '[x](', 'fact:', 'lang:fr', 'javascript:',
  '<!-- chart: bar, alt: x -->\n', '<!-- ', ' -->', '<!-- table: sum -->\n', '<!-- demarche-ignore: briefing/html, reason: r -->\n', '<!-- section: ask -->\n', '| a | b |\n| - | - |\n', '| x | 1 ^a^ |\n',
  '# ', '#### ', '1. ', '[^1]', '[^1]: ', '![', '![a](b.png "c")\n', '<b>', '</b>', '<br>', '<script>', '&eacute;', '\\', '**', '_', '`', '~~', 'word ', 'é', '\u00a0', '\uFEFF', '😀', '\u0000', '6,279', '–', '=', '*x', '&x ', '!x ',
)
const typed = fc.array(bit, {maxLength: 40}).map((bits) => bits.join(''))

/** Every place lies in the file, and its lines and columns say what its offsets say. */
function outside(text: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const source = {path: 'a.md', text}
  return diagnostics.filter(({place: {start, end}}) => {
    if (!start || !end) return false
    const right = [start, end].every((point) => JSON.stringify(pointAt(source, point.offset)) === JSON.stringify(point))
    return !right || start.offset > end.offset || end.offset > text.length
  })
}

describe('any text', () => {
  it('as a file is read to its end, with every place in the file', () => {
    fc.assert(fc.property(typed, (text) => {
      const {diagnostics} = readBriefing({path: 'a.md', text})
      expect(outside(text.replace(/^\uFEFF/, ''), diagnostics)).toEqual([])
    }), {numRuns: 1500})
  })
  it('as a body is read to its end, with every place in the file', () => {
    fc.assert(fc.property(typed, (body) => {
      const text = FRONT + body
      const {diagnostics, value} = readBriefing({path: 'a.md', text})
      expect(outside(text, diagnostics)).toEqual([])
      if (value) expect(unplaced(value.body)).toEqual([])
    }), {numRuns: 3000})
  })
  it('as a value of the front matter is read to its end, with every place in the file', () => {
    fc.assert(fc.property(typed, (value) => {
      const text = `---\nkind: fact-sheet\ntitle: ${value}\ndate: 2026-11-24\n---\n`
      expect(outside(text, readBriefing({path: 'a.md', text}).diagnostics)).toEqual([])
    }), {numRuns: 1500})
  })
  it('is read the same way twice', () => {
    fc.assert(fc.property(typed, (body) => {
      const read = () => JSON.stringify(readBriefing({path: 'a.md', text: FRONT + body}))
      expect(read()).toBe(read())
    }), {numRuns: 200})
  })
})

/** Nodes of the tree and of the blocks' values without a position. */
function unplaced(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  const here = 'type' in value && !('position' in value || 'place' in value) && !NO_PLACE.has(String(value.type)) ? [value] : []
  return [...here, ...Object.values(value).flatMap(unplaced)]
}

/** A running number is written by nobody; \`break\` may part paragraphs of a field. */
const NO_PLACE = new Set(['ordinal', 'break'])
