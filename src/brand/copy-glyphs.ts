import type {Font, Glyph} from 'fontkit'

/** What fontkit makes a part of a font in: its types say nothing of it. */
interface Subset {
  glyf: Uint8Array[]
  loca: {offsets: number[]}
  hmtx: {metrics: {advance: number; bearing: number}[]}
  offset: number
  _addGlyph(id: number): number
}

interface Inside {
  loca?: {offsets: number[]}
  _variationProcessor?: unknown
  _getTableStream(tag: string): {pos: number; readInt16BE(): number; readBuffer(length: number): Uint8Array}
}

/**
 * A part of a TrueType font takes each glyph as it stands there. fontkit reads the whole outline first, to find out whether it is made of others: the
 * first number of an outline says so.
 */
export function copyGlyphs(font: Font): void {
  const inside = font as unknown as Inside
  const make = font.createSubset.bind(font)
  font.createSubset = () => {
    const subset = make()
    const {loca, _variationProcessor: varies} = inside
    if (loca && !varies && '_addGlyph' in subset) copyInto(subset as unknown as Subset, {font, inside, places: loca.offsets})
    return subset
  }
}

function copyInto(subset: Subset, {font, inside, places}: {font: Font; inside: Inside; places: readonly number[]}): void {
  const add = subset._addGlyph.bind(subset)
  subset._addGlyph = (id) => {
    const [from = 0, to = 0] = [places[id], places[id + 1]]
    const outlines = inside._getTableStream('glyf')
    const start = outlines.pos + from
    outlines.pos = start
    if (to > from && outlines.readInt16BE() < 0) return add(id)
    outlines.pos = start
    const outline = outlines.readBuffer(to - from)
    const glyph = font.getGlyph(id) as Glyph & {_getMetrics(): {leftBearing: number}}
    subset.loca.offsets.push(subset.offset)
    subset.hmtx.metrics.push({advance: glyph.advanceWidth, bearing: glyph._getMetrics().leftBearing})
    subset.offset += outline.length
    return subset.glyf.push(outline) - 1
  }
}
