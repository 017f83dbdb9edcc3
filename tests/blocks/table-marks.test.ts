import {expect, test} from 'vitest'
import {partsAtMarks} from '../../src/blocks/table/marks.js'
import {totalsOf} from '../../src/blocks/table/totals.js'
import type {Inline} from '../../src/content.js'

const place = {path: 'paper.md'}
const text = (value: string): Inline => ({type: 'text', value, place})

test('a mark parts from the words it follows, and the space before it goes', () => {
  expect(partsAtMarks([text('6,279 ^b^')])).toEqual([{type: 'words', children: [text('6,279')]}, {type: 'mark', letter: 'b'}])
})

test('a mark within emphasis is a mark, and the words around it stay emphasised', () => {
  const strong = (value: string): Inline => ({type: 'strong', children: [text(value)], place})
  expect(partsAtMarks([strong('over^a^ all')])).toEqual([
    {type: 'words', children: [strong('over')]},
    {type: 'mark', letter: 'a'},
    {type: 'words', children: [strong(' all')]},
  ])
})

test('a caret that calls nothing stays a caret', () => {
  expect(partsAtMarks([text('10^6')])).toEqual([{type: 'words', children: [text('10^6')]}])
})

test('sums are exact in decimals where floating point is not', () => {
  const rows = [['a', '0.1', '1,000'], ['b', '0.2', '2.50'], ['c', '–', '']]
  expect(totalsOf(rows)).toEqual([
    {value: 0.3, decimals: 1, whole: 3n},
    {value: 1002.5, decimals: 2, whole: 100250n},
  ])
})
