import {expect, test} from 'vitest'
import {glyphFaults} from '../../src/print/faults/glyphs.js'
import type {LaidNode} from '../../src/print/laid-out.js'

const PLACE = {path: 'paper.md'}

/** Glyphs that follow each other: `.notdef` where the face has none, and then with no characters where the glyph before stands for them. */
function textOf(...glyphs: [id: number, characters: string][]): LaidNode {
  const run = {glyphs: glyphs.map(([id, characters]) => ({id, codePoints: Array.from(characters, (one) => one.codePointAt(0) ?? 0), advanceWidth: 500})), attributes: {font: [{postscriptName: 'Face'}], fontSize: 10}}
  return {type: 'TEXT', props: {}, lines: [{string: '', runs: [run]}]} as unknown as LaidNode // all that is asked of a line here
}

const told = (node: LaidNode) =>
  glyphFaults({placed: {node, x: 0, y: 0, above: []}, at: {page: 1, place: PLACE, find: () => PLACE, width: 0, height: 0}}).map(({message}) => message)

test('characters that a face lacks are told together, a glyph without characters among them as well', () => {
  expect(told(textOf([0, 'क'], [0, ''], [0, 'ख'], [7, 'a'], [0, 'ग']))).toEqual(['The font Face has none of the characters of `कख`.', 'The font Face has no character `ग` (U+0917).'])
})

test('the sign that stands for a picture in a line is no character', () => {
  expect(told(textOf([0, '\ufffc'], [7, 'a']))).toEqual([])
})
