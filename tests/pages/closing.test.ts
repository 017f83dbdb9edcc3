import {expect, test} from 'vitest'
import {front, pagesOf} from '../papers.js'

const SENTENCE = 'A sentence of its own.'

/** What stands on the last page of so many paragraphs, and how many pages they are: without running heads and feet. */
async function lastPage(count: number, brand: string) {
  const body = Array.from({length: count}, () => SENTENCE).join('\n\n')
  const pages = await pagesOf(`${front('contact: [policy-desk]', `brand: ${brand}`)}${body}\n`)
  const texts = pages.at(-1)?.lines.filter(({role}) => role !== 'Artifact').map(({text}) => text.replaceAll('\u00A0', ' ').trim()) ?? []
  return {pages: pages.length, sentences: texts.filter((text) => text === SENTENCE).length, isClosed: texts.includes('Policy Desk')}
}

test.each(['house', 'ministry'])('a contact never stands alone on a page, in the brand %s', async (brand) => {
  const seen: Awaited<ReturnType<typeof lastPage>>[] = []
  for (let count = 20; count < 50; count++) seen.push(await lastPage(count, brand))
  expect(seen.filter(({isClosed, sentences}) => !isClosed || sentences === 0)).toEqual([])
  // Where it has a page of its own, five lines go with it, and no more than are needed.
  const [first] = seen.filter(({pages}) => pages === 2)
  expect(first?.sentences).toBeLessThan(7)
})
