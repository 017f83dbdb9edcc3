import type {Glyph, LaidNode} from './laid-out.js'

/**
 * fontkit keeps one glyph a shape, with the characters it first stood for: where two characters share a shape, Ω the letter
 * and Ω the unit, the second would read back as the first. Each glyph gets the characters of its own text.
 */
export function restoreCharacters(node: LaidNode): void {
  for (const line of node.lines ?? []) {
    for (const run of line.runs) {
      if (run.glyphs) run.glyphs = withCharacters(run.glyphs, line.string.slice(run.start, run.end))
    }
  }
}

/** Glyphs with the characters of a text; as they are where they do not add up to it. */
export function withCharacters(glyphs: readonly Glyph[], text: string): Glyph[] {
  const characters = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  if (glyphs.reduce((count, {codePoints}) => count + codePoints.length, 0) !== characters.length) return [...glyphs]
  let at = 0
  return glyphs.map((glyph) => {
    const own = characters.slice(at, (at += glyph.codePoints.length))
    return own.every((code, k) => code === glyph.codePoints[k]) ? glyph : (Object.create(glyph, {codePoints: {value: own, enumerable: true}}) as Glyph)
  })
}
