import type {FontFace, Glyph, Position} from './laid-out.js'

/** pdfkit's embedded font, as far as we write into it. */
export interface EmbeddedFont {
  id: string
  name: string
  font: FontFace
  scale: number
  /** Absent in the standard fonts, which no file of ours may hold. */
  subset?: {glyphs: number[]; mapping: Record<number, number>; includeGlyph(id: number): number}
  widths: number[]
  unicode: number[][]
  ref(): unknown
}

/** A thousandth of a point, or of a glyph's unit: finer than any device. */
export const round = (number: number): number => Math.round(number * 1e3) / 1e3

/**
 * Codes for glyphs, in four hex digits: one for each pair of glyph and text, since one glyph may stand for two characters
 * and must read back as the one that was meant.
 */
export function makeCodes(): (font: EmbeddedFont, glyph: Glyph) => string {
  const codes = new Map<EmbeddedFont, Map<string, number>>()
  return (font, glyph) => {
    const {subset} = font
    if (!subset) throw new Error(`The font ${font.name} has no subset`)
    const known = codes.get(font) ?? new Map<string, number>()
    codes.set(font, known)
    const key = `${glyph.id}:${glyph.codePoints}`
    let code = known.get(key)
    if (code === undefined) {
      const fresh = subset.mapping[glyph.id] === undefined
      code = fresh ? subset.includeGlyph(glyph.id) : subset.glyphs.push(glyph.id) - 1
      font.widths[code] = glyph.advanceWidth * font.scale
      font.unicode[code] = [...glyph.codePoints]
      known.set(key, code)
    }
    return code.toString(16).padStart(4, '0')
  }
}

export interface GlyphRun {
  glyphs: readonly Glyph[]
  /** In points. */
  positions: readonly Position[]
  codes: readonly string[]
  font: EmbeddedFont
  size: number
  left: number
  baseline: number
}

/** The operators that show a run: steps between glyphs where the font's own widths are not meant. */
export function* showGlyphs({glyphs, positions, codes, font, size, left, baseline}: GlyphRun): Generator<string> {
  const unit = 1000 / size
  let x = left
  let moved = false
  let commands: string[] = []
  let hex = ''
  const shown = () => {
    if (hex) commands.push(`<${hex}>`)
    const all = commands
    hex = ''
    commands = []
    return all.length > 0 ? [`[${all.join(' ')}] TJ`] : []
  }
  for (const [at, position] of positions.entries()) {
    const {xOffset = 0, yOffset = 0} = position
    if (xOffset || yOffset) {
      yield* shown()
      // Unlike all else in a position, what raises a superior comes in units of the face.
      yield `1 0 0 1 ${round(x + xOffset)} ${round(baseline + (yOffset * font.scale) / unit)} Tm`
      hex = codes[at] ?? ''
      yield* shown()
      moved = true
    } else {
      if (moved) yield `1 0 0 1 ${round(x)} ${round(baseline)} Tm`
      moved = false
      hex += codes[at] ?? ''
      const slack = (glyphs[at]?.advanceWidth ?? 0) * font.scale - position.xAdvance * unit
      if (Math.abs(slack) > 1e-6) {
        commands.push(`<${hex}> ${round(slack)}`)
        hex = ''
      }
    }
    x += position.xAdvance
  }
  yield* shown()
}
