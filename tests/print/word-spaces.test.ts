import {expect, test} from 'vitest'
import {isSpace, nodesOf} from '../../src/print/laid-out.js'
import {layOut} from '../../src/print/lay-out.js'
import {front, sound} from '../papers.js'

test('a line with a picture has the word spaces of its font, as every ragged line has', async () => {
  const {edition, assets} = await sound(`${front()}${'Words of some lengths, some ![A picture](a.png) of them long, and so on. '.repeat(12)}\n`)
  const {root} = await layOut([edition], assets)
  const lines = [...nodesOf(root.children?.[0] ?? root)].flatMap(({node}) => node.lines ?? []).filter(({string}) => string.includes('\ufffc'))
  const spaces = lines.flatMap(({runs}) =>
    runs.flatMap(({glyphs = [], positions = [], attributes: {font, fontSize}}) =>
      glyphs.flatMap((glyph, at) => (isSpace(glyph) ? [(positions[at]?.xAdvance ?? 0) - (glyph.advanceWidth * fontSize) / (font?.[0]?.unitsPerEm ?? 1)] : [])),
    ),
  )
  expect(lines.length).toBeGreaterThan(5)
  expect(Math.max(...spaces.map(Math.abs))).toBeLessThan(0.01)
})
