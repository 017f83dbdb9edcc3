import PDFDocument from 'pdfkit'
import type {FontFace, Glyph, Position} from './laid-out.js'

/** pdfkit's embedded font, as far as we write into it. */
interface EmbeddedFont {
  id: string
  name: string
  font: FontFace
  scale: number
  subset: {glyphs: number[]; mapping: Record<number, number>; includeGlyph(id: number): number}
  widths: number[]
  unicode: number[][]
  ref(): unknown
}

/** What pdfkit keeps to itself and we need: the current font, transformation and catalogue. */
interface Internals {
  _font: EmbeddedFont
  _fontSize: number
  _ctm: [number, number, number, number, number, number]
  _root: {data: Record<string, {data: Record<string, unknown>}>}
  page: {height: number; dictionary: unknown; fonts: Record<string, unknown>}
  addContent(data: string): void
}

const round = (number: number) => Math.round(number * 1e6) / 1e6

/**
 * The PDF that is written, repaired where React-PDF and pdfkit go wrong: a font is embedded once and not once a run,
 * each (glyph, text) pair reads back as the text it stood for, destinations lie where the heading is.
 * A subclass because pdfkit offers no other way in.
 */
export class PdfFile extends PDFDocument {
  /** What was drawn that no file may hold; painting goes on, so that all of it is told. */
  readonly faults: string[] = []
  readonly #fonts = new Map<unknown, EmbeddedFont>()
  readonly #codes = new Map<EmbeddedFont, Map<string, number>>()
  readonly #destinations = new Map<string, unknown[]>()

  get #own(): Internals {
    return this as unknown as Internals
  }

  /** React-PDF hands over opened fonts; pdfkit would open and embed one again for every run. */
  override font(source: PDFKit.Mixins.PDFFontSource, family?: string | number, size?: number): this {
    const points = typeof family === 'number' ? family : size
    const known = this.#fonts.get(source)
    if (known) this.#own._font = known
    else {
      super.font(source)
      this.#fonts.set(source, this.#own._font)
    }
    if (points !== undefined) this.fontSize(points)
    return this
  }

  /** Called by `@react-pdf/render` for each run, in place of its own writer. Positions and offsets are points. */
  glyphs(glyphs: readonly Glyph[], positions: readonly Position[], left: number, top: number): this {
    const own = this.#own
    const font = own._font
    if (!font.subset) {
      this.faults.push(`The font \`${font.name}\` is not embedded`)
      return this
    }
    const codes = glyphs.map((glyph) => this.#code(font, glyph))
    this.save()
    this.transform(1, 0, 0, -1, 0, own.page.height)
    own.page.fonts[font.id] ??= font.ref()
    const baseline = own.page.height - top
    own.addContent('BT')
    own.addContent(`1 0 0 1 ${round(left)} ${round(baseline)} Tm`)
    own.addContent(`/${font.id} ${round(own._fontSize)} Tf`)
    this.#show(glyphs, positions, codes, left, baseline)
    own.addContent('ET')
    this.restore()
    return this
  }

  #show(glyphs: readonly Glyph[], positions: readonly Position[], codes: readonly string[], left: number, baseline: number): void {
    const own = this.#own
    const unit = 1000 / own._fontSize
    const scale = own._font.scale
    let x = left
    let moved = false
    let commands: string[] = []
    let hex = ''
    const flush = () => {
      if (hex) commands.push(`<${hex}>`)
      if (commands.length) own.addContent(`[${commands.join(' ')}] TJ`)
      hex = ''
      commands = []
    }
    positions.forEach((position, at) => {
      const {xOffset = 0, yOffset = 0} = position
      if (xOffset || yOffset) {
        flush()
        own.addContent(`1 0 0 1 ${round(x + xOffset)} ${round(baseline + yOffset)} Tm`)
        hex = codes[at] ?? ''
        flush()
        moved = true
      } else {
        if (moved) own.addContent(`1 0 0 1 ${round(x)} ${round(baseline)} Tm`)
        moved = false
        hex += codes[at] ?? ''
        const slack = (glyphs[at]?.advanceWidth ?? 0) * scale - position.xAdvance * unit
        if (Math.abs(slack) > 1e-6) {
          commands.push(`<${hex}> ${round(slack)}`)
          hex = ''
        }
      }
      x += position.xAdvance
    })
    flush()
  }

  /** One code for each pair of glyph and text, in four hex digits: one glyph may stand for two characters. */
  #code(font: EmbeddedFont, glyph: Glyph): string {
    const codes = this.#codes.get(font) ?? new Map<string, number>()
    this.#codes.set(font, codes)
    const key = `${glyph.id}:${glyph.codePoints}`
    let code = codes.get(key)
    if (code === undefined) {
      const fresh = font.subset.mapping[glyph.id] === undefined
      code = fresh ? font.subset.includeGlyph(glyph.id) : font.subset.glyphs.push(glyph.id) - 1
      font.widths[code] = glyph.advanceWidth * font.scale
      font.unicode[code] = [...glyph.codePoints]
      codes.set(key, code)
    }
    return code.toString(16).padStart(4, '0')
  }

  /** pdfkit leaves the transformation out: a destination inside a box would lie elsewhere. The first of a name counts. */
  override addNamedDestination(name: string, ...[, x, y]: unknown[]): void {
    if (name === undefined || this.#destinations.has(name)) return
    const [a, b, c, d, e, f] = this.#own._ctm
    const [left, top] = [Number(x ?? 0), Number(y ?? 0)]
    const target = [this.#own.page.dictionary, 'XYZ', round(a * left + c * top + e), round(b * left + d * top + f), null]
    this.#destinations.set(name, target)
  }

  override end(): void {
    // pdfkit sorts names by locale; a reader looks them up by code unit.
    const tree = this.#own._root.data.Names?.data.Dests as {add(name: string, value: unknown): void; _compareKeys(a: string, b: string): number}
    tree._compareKeys = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
    for (const [name, target] of this.#destinations) tree.add(name, target)
    super.end()
  }
}
