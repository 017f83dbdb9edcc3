import {readdirSync, readFileSync} from 'node:fs'
import {create} from 'fontkit'
import {describe, expect, it} from 'vitest'
import {shapeByWords} from '../../src/brand/shape-by-words.js'

const ROOT = new URL('../..', import.meta.url).pathname
const FACES = [
  'source-sans-3/400Regular/SourceSans3_400Regular',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold',
  'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold',
  'source-code-pro/400Regular/SourceCodePro_400Regular',
  'ibm-plex-serif/400Regular/IBMPlexSerif_400Regular',
  'ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold',
]
const open = (name: string) => {
  const font = create(readFileSync(`${ROOT}/node_modules/@expo-google-fonts/${name}.ttf`))
  if (!('layout' in font)) throw new Error('a collection')
  return font
}
const texts = readdirSync(`${ROOT}/briefings/mine-ban`)
  .filter((name) => /fact-sheet|poland|q-and-a/.test(name))
  .flatMap((name) => readFileSync(`${ROOT}/briefings/mine-ban/${name}`, 'utf8').split(/\n+/))
  .concat(['To AV To. V. “T” a T', 'two  spaces ', ' in front', 'only-one', '2024', '1 2', 'Ж is not Latin', 'e\u0301 T', 'ﬁ fi ffi f i', '1/2 3/4 of it'])

type Run = ReturnType<ReturnType<typeof open>['layout']>
const seen = ({glyphs, positions}: Run) => glyphs.map(({id, codePoints}, at) => [id, codePoints, Object.values(positions[at] ?? {})])

describe('a text shaped by its words', () => {
  it.each(FACES)('is as if it were shaped whole: %s', (name) => {
    const font = open(name)
    const [whole, byWords] = [font.layout.bind(font), shapeByWords(font.layout.bind(font))]
    const plain = texts.flatMap((text) => [{text, how: undefined}, {text, how: {tnum: true}}])
    for (const {text, how} of plain) {
      const [one, other] = [byWords(text, how), whole(text, how)]
      expect({text, seen: seen(one), advance: one.advanceWidth}).toEqual({text, seen: seen(other), advance: other.advanceWidth})
    }
  })

  it('stays together where a face moves letters over a space', () => {
    const font = open('source-serif-4/600SemiBold/SourceSerif4_600SemiBold')
    const shaped: string[] = []
    const shape = shapeByWords((text, ...how) => {
      shaped.push(text)
      return font.layout(text, ...how)
    })
    shape('is it a Tent')
    expect(shaped).toContain('a Tent')
    expect(shaped).toContain('is ')
  })

  it('shapes a word once, whatever texts it stands in', () => {
    const font = open('source-sans-3/400Regular/SourceSans3_400Regular')
    const shaped: string[] = []
    const shape = shapeByWords((text, ...how) => {
      shaped.push(text)
      return font.layout(text, ...how)
    })
    shape('a convention that binds')
    shape('the convention that bound')
    expect(shaped.filter((text) => text === 'convention ')).toHaveLength(1)
  })
})
