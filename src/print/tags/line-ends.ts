import type {Glyph, LaidLine, LaidNode} from '../laid-out.js'

/**
 * Where an author or a title breaks the line, the words on both sides read as one unless a space parts them: it is added
 * to the end of the line, where nobody sees it. Lines that the layout broke have their space already.
 */
export function spaceForcedBreaks(node: LaidNode): void {
  const source = wordsOf(node).replaceAll('\u00ad', '')
  if (!source.includes('\n')) return
  node.lines?.forEach((line, at) => {
    const next = node.lines?.[at + 1]
    if (next && source.includes(`${line.string.slice(-12)}\n${next.string.slice(0, 12)}`)) addSpace(line)
  })
}

/** Two texts of one element follow each other: lines of code. */
export function spaceEnd({lines = []}: LaidNode): void {
  const last = lines.at(-1)
  if (last && /\S$/.test(last.string)) addSpace(last)
}

function addSpace(line: LaidLine): void {
  const run = line.runs.findLast((one) => one.glyphs?.length)
  const face = run?.attributes.font?.[0] as {unitsPerEm: number; glyphForCodePoint?(code: number): Glyph} | undefined
  const glyph = face?.glyphForCodePoint?.(0x20)
  if (!run?.glyphs || !run.positions || !face || !glyph) return
  run.glyphs = [...run.glyphs, glyph]
  run.positions = [...run.positions, {xAdvance: (glyph.advanceWidth * run.attributes.fontSize) / face.unitsPerEm}]
}

const wordsOf = (node: LaidNode & {value?: unknown}): string =>
  typeof node.value === 'string' ? node.value : (node.children ?? []).map(wordsOf).join('')
