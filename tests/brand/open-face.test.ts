import {create, type Font} from 'fontkit'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {keepShapes, openFace} from '../../src/brand/open-face.js'
import {readPackageFile} from '../../src/files.js'

const open = async () => {
  const {bytes} = await readPackageFile('@expo-google-fonts/source-sans-3', '400Regular/SourceSans3_400Regular.ttf')
  if (!bytes) throw new Error('the font is not installed')
  return openFace(bytes)
}
const charactersOf = (font: Awaited<ReturnType<typeof open>>, text: string) => font.layout(text).glyphs.map(({codePoints}) => codePoints)

it('a glyph stands for its characters, though it was met first as a part of another', async () => {
  const font = await open()
  for (let id = 0; id < font.numGlyphs; id++) font.getGlyph(id)
  expect(charactersOf(font, '‘a’')).toEqual([[0x2018], [0x61], [0x2019]])
})

it('a glyph that stands for two characters reads as the one that was typed', async () => {
  const font = await open()
  expect(charactersOf(font, '\n')).toEqual([[0x0a]])
  expect(charactersOf(font, '\ufffc')).toEqual([[0xfffc]])
  expect(charactersOf(font, '\n')).toEqual([[0x0a]])
})

it('a face is opened once for its bytes', async () => {
  const bytes = (await readPackageFile('@expo-google-fonts/source-sans-3', '400Regular/SourceSans3_400Regular.ttf')).bytes ?? new Uint8Array()
  expect(openFace(bytes)).toBe(openFace(bytes))
})

it.each([
  ['source-sans-3', '400Regular_Italic/SourceSans3_400Regular_Italic.ttf'],
  ['source-sans-3', '600SemiBold/SourceSans3_600SemiBold.ttf'],
  ['source-code-pro', '400Regular/SourceCodePro_400Regular.ttf'],
])('a face of %s says of its slant and its widths what its font says', async (family, file) => {
  const {bytes} = await readPackageFile(`@expo-google-fonts/${family}`, file)
  if (!bytes) throw new Error('the font is not installed')
  type Measured = Font & {post: {isFixedPitch: number}}
  const measures = ({italicAngle, underlinePosition, underlineThickness, post: {isFixedPitch}}: Measured) => ({italicAngle, underlinePosition, underlineThickness, isFixedPitch})
  expect(measures(openFace(bytes) as Measured)).toEqual(measures(create(Buffer.from(bytes)) as Measured))
})

it('a face whose table of names lies beyond its end is opened all the same', async () => {
  const {bytes} = await readPackageFile('@expo-google-fonts/source-sans-3', '400Regular/SourceSans3_400Regular.ttf')
  if (!bytes) throw new Error('the font is not installed')
  const broken = Buffer.from(bytes)
  const entry = broken.indexOf('post', 12, 'latin1')
  broken.writeUInt32BE(bytes.length - 8, entry + 8)
  expect(openFace(broken).unitsPerEm).toBe(1000)
})

it('a part of a face has the bytes that fontkit alone would write', async () => {
  const {bytes} = await readPackageFile('@expo-google-fonts/source-sans-3', '400Regular/SourceSans3_400Regular.ttf')
  if (!bytes) throw new Error('the font is not installed')
  type Encoding = {includeGlyph(id: number): number; encode(): Uint8Array}
  const partOf = (font: Font, ids: readonly number[]) => {
    const subset = font.createSubset() as unknown as Encoding
    for (const id of ids) subset.includeGlyph(id)
    return Buffer.from(subset.encode()).toString('hex')
  }
  const [ours, theirs] = [openFace(bytes), create(Buffer.from(bytes)) as Font]
  // Simple outlines, none at all, and letters with accents, which are made of others.
  const some = [...'az 0é ÀßŽ½’'].map((letter) => ours.glyphForCodePoint(letter.codePointAt(0) ?? 0).id)
  expect(partOf(ours, some)).toBe(partOf(theirs, some))
  fc.assert(fc.property(fc.uniqueArray(fc.integer({min: 1, max: ours.numGlyphs - 1}), {minLength: 1, maxLength: 30}), (ids) => void expect(partOf(ours, ids)).toBe(partOf(theirs, ids))), {numRuns: 40})
})

describe('what a face made of a text', () => {
  const counting = (most: number) => {
    const shaped: string[] = []
    // Of a font nothing but `layout` is asked for here, and nothing of what it returns.
    const font = {layout: (text: string) => ({shaped: shaped.push(text)})} as unknown as Pick<Font, 'layout'>
    keepShapes(font, most)
    return {layout: (text: string) => font.layout(text), shaped}
  }

  it('is kept while it is asked for, however much else is', () => {
    const {layout, shaped} = counting(100)
    for (let turn = 0; turn < 50; turn++) {
      layout('in every paper')
      layout(`in paper ${turn}`)
    }
    expect(shaped.filter((text) => text === 'in every paper')).toHaveLength(1)
  })

  it('is let go when much else was asked for since', () => {
    const {layout, shaped} = counting(100)
    layout('in one paper')
    for (let turn = 0; turn < 50; turn++) layout(`in paper ${turn}`)
    layout('in one paper')
    expect(shaped.filter((text) => text === 'in one paper')).toHaveLength(2)
  })
})
