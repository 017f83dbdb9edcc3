import type {Font} from 'fontkit'
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
