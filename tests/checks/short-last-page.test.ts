import {expect, test} from 'vitest'
import {checkPrint} from '../../src/checks/index.js'
import {layoutEditions} from '../../src/print/index.js'
import {front, sound} from '../papers.js'

const SENTENCE = 'A paragraph of a line or so, of which a page takes about thirty.'

/** What is told of the pages of so many paragraphs, and how many pages they are. */
async function told(count: number, end = '', lines: string[] = []) {
  const text = `${front(...lines)}${Array.from({length: count}, () => SENTENCE).join('\n\n')}\n\n${end}\n`
  const {edition, assets} = await sound(text)
  const pages = (await layoutEditions([edition], assets)).value?.pages ?? []
  return {pages: pages.length, told: checkPrint(edition, pages).map(({rule, message, hint, place}) => `${rule} ${place.start?.line}: ${message}. ${hint}`)}
}

test('a last page with a few lines is told, with as many as must go', async () => {
  expect(await told(36)).toEqual({
    pages: 2,
    told: ['checks/short-last-page 68: The last page, 2, holds only 6 lines: less than a fifth of it is used. Shorten the paper by 6 lines, or say more there'],
  })
})

test('a last page of which a fifth is used is none', async () => {
  expect(await told(42)).toEqual({pages: 2, told: []})
})

test('a single page is as long as it is', async () => {
  expect(await told(2)).toEqual({pages: 1, told: []})
})

test('notes at its foot count as what they take', async () => {
  expect(await told(36, `${SENTENCE}[^1]\n\n[^1]: ${'A note of many words. '.repeat(40)}`)).toEqual({pages: 2, told: []})
})
