import {expect, it} from 'vitest'
import type {FontFace, LaidNode, LaidRun} from '../../src/print/laid-out.js'
import {repair} from '../../src/print/repair.js'

/** A face in which every letter is a tenth of its size wide, and a space a twentieth. */
const face: FontFace = {
  unitsPerEm: 1000,
  layout: (text) => ({
    glyphs: [...text].map((letter) => ({id: 1, codePoints: [letter.codePointAt(0) ?? 0], advanceWidth: letter === ' ' ? 50 : 100})),
    positions: [...text].map((letter) => ({xAdvance: letter === ' ' ? 50 : 100})),
  }),
}

const run = (start: number, text: string, strike: boolean): LaidRun => ({
  start,
  end: start + text.length,
  glyphs: face.layout(text).glyphs,
  // As the engine leaves them: spaces squeezed to nothing.
  positions: [...text].map((letter) => ({xAdvance: letter === ' ' ? 0 : 1})),
  xAdvance: 0,
  attributes: {font: [face], fontSize: 10, align: 'left', ...(strike ? {strike} : {})},
})

it('a line through words stands on the words it was meant for, and not on the space after them', () => {
  const string = 'a b c struck '
  const rect = {x: 3, y: 0, width: 6, height: 1}
  const line = {string, runs: [run(0, 'a b c ', false), run(6, 'struck ', true)], xAdvance: 9, box: {x: 0, y: 0, width: 50, height: 12}, decorationLines: [{rect}]}
  const text = {type: 'TEXT', props: {}, lines: [line], box: {top: 0, left: 0, width: 50, height: 12}}
  repair(text as LaidNode, {isCode: false}) // of a layout only what is read here
  expect(rect).toMatchObject({x: 4.5, width: 6})
})
