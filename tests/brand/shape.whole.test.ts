import {readdirSync, readFileSync} from 'node:fs'
import {create, type Font} from 'fontkit'
import {describe, expect, it} from 'vitest'
import {canShape, shapeWith} from '../../src/brand/shape.js'

const ROOT = new URL('../..', import.meta.url).pathname
const FACES = [
  'source-sans-3/400Regular/SourceSans3_400Regular',
  'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold',
  'source-code-pro/400Regular/SourceCodePro_400Regular',
  'ibm-plex-serif/400Regular/IBMPlexSerif_400Regular',
  'ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold',
]
const open = (name: string) => {
  const bytes = readFileSync(`${ROOT}/node_modules/@expo-google-fonts/${name}.ttf`)
  const font = create(bytes) as Font
  return {font, whole: font.layout.bind(font), shape: shapeWith(font, bytes)}
}
const texts = readdirSync(`${ROOT}/briefings/mine-ban`)
  .filter((name) => /fact-sheet|poland|q-and-a/.test(name))
  .flatMap((name) => readFileSync(`${ROOT}/briefings/mine-ban/${name}`, 'utf8').split(/\n+/))
  .concat(['To AV To. V. “T” a T', 'two  spaces ', ' in front', 'only-one', '2024', '1 2', '', 'Ж is not Latin', 'ﬁ fi ffi f i', '1/2 3/4 of it', '1⁄2', 'a\u{1f600}b'])

type Run = ReturnType<Font['layout']>
const seen = ({glyphs, positions}: Run) => glyphs.map(({id, codePoints}, at) => [id, codePoints, positions[at]?.xAdvance, positions[at]?.xOffset, positions[at]?.yOffset])

describe('a text shaped by HarfBuzz', () => {
  // Two readers of OpenType that know nothing of each other.
  it.each(FACES)('is as fontkit shapes it: %s', (name) => {
    const {whole, shape} = open(name)
    for (const text of texts) {
      for (const how of [undefined, ['tnum', 'lnum'], ['sups']]) {
        const [ours, theirs] = [shape(text, how, undefined, undefined, 'ltr'), whole(text, how, undefined, undefined, 'ltr')]
        expect({text, seen: seen(ours), advance: ours.advanceWidth}).toEqual({text, seen: seen(theirs), advance: theirs.advanceWidth})
      }
    }
  })

  it('sets a letter and its accent as the one letter that they are, which stands for both', () => {
    const {shape} = open('ibm-plex-serif/400Regular/IBMPlexSerif_400Regular')
    const [apart, together] = [shape('e\u0301'), shape('é')]
    expect(apart.glyphs.map(({id}) => id)).toEqual(together.glyphs.map(({id}) => id))
    expect(apart.glyphs.map(({codePoints}) => codePoints)).toEqual([[0x65, 0x301]])
  })

  it('switches a feature off where it is told to', () => {
    const {shape} = open('ibm-plex-serif/400Regular/IBMPlexSerif_400Regular')
    expect(shape('fi').glyphs).toHaveLength(1)
    expect(shape('fi', {liga: false, clig: false, dlig: false}).glyphs).toHaveLength(2)
  })

  it('leaves fonts of the web to who can unpack them', () => {
    expect([canShape(Buffer.from('wOFF')), canShape(Buffer.from('wOF2')), canShape(Buffer.from([0, 1, 0, 0]))]).toEqual([false, false, true])
  })
})
