import type {Font} from 'fontkit'
import * as harfbuzz from 'harfbuzzjs'

type Shape = Font['layout']
type Shaped = ReturnType<Shape>
type Position = Shaped['positions'][number]

/** In a bundle of scripts nothing waits while a module is loaded: who shapes waits for this first. It is no promise where the module has waited. */
export const shaperReady: unknown = (harfbuzz as {ready?: Promise<void>}).ready

/** Whether HarfBuzz reads these bytes: it takes a font as it is, and unpacks none of the web. */
export const canShape = (bytes: Uint8Array): boolean => !['wOFF', 'wOF2'].includes(String.fromCharCode(...bytes.subarray(0, 4)))

/**
 * What a face makes of a text, by HarfBuzz: its glyphs, each with the characters it stands for, and their places in units of the face.
 * It stands in for fontkit's own `layout`, which takes ten times as long, and leaves letters and their accents apart.
 */
export function shapeWith(font: Font, bytes: Uint8Array): Shape {
  const face = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(bytes)))
  const buffer = new harfbuzz.Buffer()
  const known = new Map<string, harfbuzz.Feature[]>()
  const plain = new Map<number, Position>()

  const featuresOf = (asked: Parameters<Shape>[1]): harfbuzz.Feature[] => {
    const values = asked === undefined || typeof asked === 'string' ? [] : Array.isArray(asked) ? asked.map((tag): [string, boolean] => [tag, true]) : Object.entries(asked)
    const key = values.join()
    const features = known.get(key) ?? values.map(([tag, on]) => new harfbuzz.Feature(tag, on ? 1 : 0))
    known.set(key, features)
    return features
  }
  // Most glyphs stand where the one before ends: those of one width share their place.
  const plainPosition = (xAdvance: number): Position => {
    const position = plain.get(xAdvance) ?? {xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0}
    plain.set(xAdvance, position)
    return position
  }

  const shape = (text: string | number[], asked?: Parameters<Shape>[1]) => {
    const string = typeof text === 'string' ? text : String.fromCodePoint(...text)
    buffer.reset()
    buffer.setClusterLevel(harfbuzz.ClusterLevel.MONOTONE_CHARACTERS)
    buffer.addText(string)
    buffer.setDirection(harfbuzz.Direction.LTR)
    buffer.guessSegmentProperties()
    buffer.setLanguage('und') // else it would be asked of the machine
    harfbuzz.shape(face, buffer, featuresOf(asked))
    // Asked for both at once, it would define four properties more of each glyph, which takes longer than to shape it.
    const [found, places] = [buffer.getGlyphInfos(), buffer.getGlyphPositions()]
    let [advanceWidth, end] = [0, string.length]
    const glyphs: Shaped['glyphs'] = []
    const positions: Position[] = []
    // From the last to the first, so that each knows where the next characters begin.
    for (let at = found.length - 1; at >= 0; at--) {
      const {codepoint, cluster} = found[at] ?? {codepoint: 0, cluster: 0}
      const {xAdvance, yAdvance, xOffset, yOffset} = places[at] ?? {xAdvance: 0, yAdvance: 0, xOffset: 0, yOffset: 0}
      // Of several glyphs for the same characters the first one stands for them.
      const isFirst = found[at - 1]?.cluster !== cluster
      glyphs.push(font.getGlyph(codepoint, isFirst ? charactersOf(string, cluster, end) : []))
      positions.push(xOffset === 0 && yOffset === 0 && yAdvance === 0 ? plainPosition(xAdvance) : {xAdvance, yAdvance, xOffset, yOffset})
      advanceWidth += xAdvance
      if (isFirst) end = cluster
    }
    glyphs.reverse()
    positions.reverse()
    return {glyphs, positions, advanceWidth}
  }
  return shape as Shape // of a run nobody asks for more
}

function charactersOf(text: string, start: number, end: number): number[] {
  const characters: number[] = []
  for (let at = start; at < end; ) {
    const character = text.codePointAt(at) ?? 0
    characters.push(character)
    at += character > 0xffff ? 2 : 1
  }
  return characters
}
