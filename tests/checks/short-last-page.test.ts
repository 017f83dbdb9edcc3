import {expect, test} from 'vitest'
import {checkPrint} from '../../src/checks/index.js'
import {layoutEditions} from '../../src/print/index.js'
import {front, sound} from '../papers.js'

const SENTENCE = 'A paragraph of a line or so, of which a page takes about thirty.'

/** What is told of the pages of so many paragraphs, and how many pages they are. */
async function told(count: number, end = '', lines: string[] = []) {
  return toldOf(`${front(...lines)}${Array.from({length: count}, () => SENTENCE).join('\n\n')}\n\n${end}\n`)
}

async function toldOf(text: string) {
  const {edition, assets} = await sound(text)
  const pages = (await layoutEditions([edition], assets)).value?.pages ?? []
  return {pages: pages.length, told: checkPrint(edition, pages).map(({rule, message, hint, place}) => `${rule} ${place.start?.line}: ${message}. ${hint}`)}
}

// Six paragraphs of a line, and the gaps between them.
test('a last page with a few lines is told, with as many as must go', async () => {
  expect(await told(36)).toEqual({
    pages: 2,
    told: ['checks/short-last-page 68: The last page, 2, holds only 6 lines: less than a fifth of it is used. Shorten the paper by 10 lines, or say more there'],
  })
})

test.each(['house', 'ministry'])('as many lines as must go, hardly one more, even where a contact has drawn some along, in the brand %s', async (brand) => {
  const sized = (count: number, end: string) => toldOf(`${front(`brand: ${brand}`, 'contact: [policy-desk]')}${Array.from({length: count}, (_, at) => `Line ${at}`).join('\\\n')}\n\n${end}\n`)
  let seen = 0
  for (const [count, end] of [[38, ''], [40, ''], [42, SENTENCE], [44, ''], [42, `${SENTENCE}[^1]\n\n[^1]: A note.`], [36, `${SENTENCE}[^1]\n\n[^1]: A note.`]] as const) {
    const {pages, told} = await sized(count, end)
    const lines = told.map((one) => Number(/Shorten the paper by (?:a single|(\d+)) line/.exec(one)?.[1] ?? 1))
    seen += lines.length
    for (const over of lines) {
      expect((await sized(count - over, end)).pages).toBe(pages - 1)
      expect((await sized(count - over + 3, end)).pages).toBe(pages)
    }
  }
  expect(seen).toBeGreaterThan(0)
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
