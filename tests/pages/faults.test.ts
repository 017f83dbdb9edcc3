import {expect, it} from 'vitest'
import type {Page, TraceLine} from '../../src/print/index.js'
import {front, sound} from '../papers.js'
import {faultsOf} from './faults.js'

const {edition} = await sound(`${front()}Words.\n`)

const line = (text: string, y: number, more: Partial<TraceLine> = {}): TraceLine => ({text, x: 100, y, width: 50, size: 10, role: 'P', ...more})
const paragraph = {place: {path: 'paper.md', start: {line: 9, column: 1, offset: 71}, end: {line: 9, column: 7, offset: 77}}}

const told = (...pages: TraceLine[][]): string[] =>
  faultsOf(edition, pages.map((lines, at): Page => ({number: at + 1, edition: edition.key, width: 595.28, height: 841.89, lines, figures: [], notes: []})))

it('what a printer would send back is told, and nothing else', () => {
  expect(told([line('well', 100), line('set', 114)])).toEqual([])
  expect(told([line('low', 800)])).toEqual(['page 1: `low` stands outside the text area'])
  expect(told([line('left', 100, {x: 20})])).toEqual(['page 1: `left` stands outside the text area'])
  expect(told([line('wide', 100, {width: 480})])).toEqual(['page 1: `wide` stands outside the text area'])
  expect(told([line('one', 100), line('two', 104)])).toEqual(['page 1: `one` stands on top of `two`'])
  expect(told([line('1.', 100, {role: 'Lbl', x: 80, width: 8}), line('text', 114)])).toEqual(['page 1: `1.` has parted from its text'])
  expect(told([line('Heading', 750, {role: 'H2'})], [line('text', 100)])).toEqual(['page 1: `Heading` is a heading and ends the page'])
  expect(told([line('one', 750)], [line('What?', 100, {role: 'H2'}), line('two', 114), line('three', 128)])).toEqual([])
  expect(told([line('one', 300)], [line('What?', 100, {role: 'H2'}), line('two', 114)])).toEqual(['page 1 is left with 480 pt, of which `What?` would take no more than 110'])
  expect(told([line('one', 750, paragraph)], [line('two', 100, paragraph), line('three', 114, paragraph)])).toEqual(['page 1: `one` stands alone of its paragraph'])
})
