import type {Font} from 'fontkit'
import type {Assets} from '../content.js'
import type {Brand, Face} from './brand.js'
import type {TextStyle} from './look.js'

/** Widths and ascents of the brand's own faces. */
export interface Fonts {
  /** Width of a text set in one line, in points. */
  width(text: string, style: TextStyle): number
  /** Height of the ascent over the baseline as a share of the size: first baseline from the top of a text box. */
  ascent(family: string): number
  /** Whether a family has a glyph for a character. */
  covers(family: string, codePoint: number): boolean
  /** The opened face itself. */
  open(face: Face): Font
}

/** Opens a brand's faces, each at its first use. The font reader is loaded here: who only checks a paper does not pay for it. */
export async function openFonts(brand: Brand, assets: Assets): Promise<Fonts> {
  const {openFace, shaperReady} = await import('./open-face.js')
  await shaperReady
  const open = ({family, sha256}: Face): Font => {
    const bytes = assets.get(sha256)
    if (!bytes) throw new Error(`The brand ${brand.name} came without the bytes of ${family}`)
    return openFace(bytes)
  }
  // Asked for each word whose width somebody wants.
  const known = new Map<string, Font>()
  const fontOf = (family: string, weight = 400, style: Face['style'] = 'normal'): Font => {
    const key = `${weight} ${style} ${family}`
    const one = known.get(key)
    if (one) return one
    const face = nearestFace(brand.fonts.faces, {family, weight, style})
    if (!face) throw new Error(`The brand ${brand.name} has no face of ${family}`)
    const font = open(face)
    known.set(key, font)
    return font
  }
  return {
    width(text, {fontFamily, fontSize, fontWeight, fontStyle, letterSpacing = 0, textTransform, fontFeatureSettings}) {
      const font = fontOf(fontFamily, fontWeight, fontStyle)
      const shown = textTransform === 'uppercase' ? text.toUpperCase() : text
      const {advanceWidth, glyphs} = font.layout(shown, fontFeatureSettings ?? [])
      return (advanceWidth / font.unitsPerEm) * fontSize + Math.max(0, glyphs.length - 1) * letterSpacing
    },
    ascent(family) {
      const font = fontOf(family)
      return font.ascent / font.unitsPerEm
    },
    open,
    covers: (family, codePoint) => fontOf(family).hasGlyphForCodePoint(codePoint),
  }
}

/** The face that comes nearest: the style asked for where the family has it, then the closest weight, the lighter of two. */
export function nearestFace(faces: readonly Face[], {family, weight, style}: Omit<Face, 'sha256'>): Face | undefined {
  const inFamily = faces.filter((face) => face.family === family)
  const inStyle = inFamily.filter((face) => face.style === style)
  const away = (face: Face) => Math.abs(face.weight - weight)
  return [...(inStyle.length > 0 ? inStyle : inFamily)].sort((a, b) => away(a) - away(b) || a.weight - b.weight)[0]
}
