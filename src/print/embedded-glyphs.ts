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

/** A font as a file has it, and its codes for glyphs. */
export interface OwnFont {
  font: EmbeddedFont
  codesOf(glyphs: readonly Glyph[]): string
}

/** A thousandth of a point, or of a glyph's unit: finer than any device. */
export const round = (number: number): number => Math.round(number * 1e3) / 1e3

/**
 * Codes for glyphs, in four hex digits: one for each pair of glyph and text, since one glyph may stand for two characters
 * and must read back as the one that was meant.
 */
export function makeCodes(font: EmbeddedFont): (glyphs: readonly Glyph[]) => string {
  const {subset} = font
  if (!subset) throw new Error(`The font ${font.name} has no subset`)
  const byPair = new Map<string, string>()
  // A face has one object for a glyph and its usual text, so that most are found by it.
  const byGlyph = new Map<Glyph, string>()

  const codeOf = (glyph: Glyph): string => {
    const key = `${glyph.id}:${glyph.codePoints}`
    const known = byPair.get(key)
    if (known !== undefined) return known
    const fresh = subset.mapping[glyph.id] === undefined
    const code = fresh ? subset.includeGlyph(glyph.id) : subset.glyphs.push(glyph.id) - 1
    font.widths[code] = glyph.advanceWidth * font.scale
    font.unicode[code] = [...glyph.codePoints]
    const hex = code.toString(16).padStart(4, '0')
    byPair.set(key, hex)
    return hex
  }
  return (glyphs) => {
    let codes = ''
    for (const glyph of glyphs) {
      let code = byGlyph.get(glyph)
      if (code === undefined) {
        code = codeOf(glyph)
        byGlyph.set(glyph, code)
      }
      codes += code
    }
    return codes
  }
}

export interface GlyphRun {
  glyphs: readonly Glyph[]
  /** In points. */
  positions: readonly Position[]
  size: number
  /** Where its first glyph stands on the line, in a drawing whose y goes down. */
  left: number
  top: number
}

/** Where the next glyphs stand: upright, in a drawing whose y goes down. */
export const standing = (x: number, y: number): string => `1 0 0 -1 ${round(x)} ${round(y)} Tm`

/** The operators that show a run: steps between glyphs where the font's own widths are not meant. `codesOf` says what stands for glyphs. */
export function* showGlyphs({glyphs, positions, size, left, top}: GlyphRun, unitsPerEm: number, codesOf: (glyphs: readonly Glyph[]) => string): Generator<string> {
  const scale = 1000 / unitsPerEm
  const unit = 1000 / size
  let x = left
  let moved = false
  let commands: string[] = []
  let together: Glyph[] = []
  const shown = () => {
    if (together.length > 0) commands.push(`<${codesOf(together)}>`)
    const all = commands
    together = []
    commands = []
    return all.length > 0 ? [`[${all.join(' ')}] TJ`] : []
  }
  for (const [at, {xAdvance, xOffset = 0, yOffset = 0}] of positions.entries()) {
    const glyph = glyphs[at]
    if (!glyph) continue
    if (xOffset || yOffset) {
      yield* shown()
      // Unlike all else in a position, what raises a superior comes in units of the face.
      yield standing(x + xOffset, top - (yOffset * scale) / unit)
      together.push(glyph)
      yield* shown()
      moved = true
    } else {
      if (moved) yield standing(x, top)
      moved = false
      together.push(glyph)
      const slack = glyph.advanceWidth * scale - xAdvance * unit
      if (Math.abs(slack) > 1e-6) {
        commands.push(`<${codesOf(together)}> ${round(slack)}`)
        together = []
      }
    }
    x += xAdvance
  }
  yield* shown()
}
