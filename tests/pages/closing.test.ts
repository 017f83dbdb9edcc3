import {expect, test} from 'vitest'
import type {Flow, Paper, Part} from '../../src/pages/index.js'
import {fillPages} from '../../src/print/fill-pages.js'
import type {LaidNode} from '../../src/print/laid-out.js'
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

/** Pages of 300 points, filled with so many lines of ten points, and with what closes the paper in so many boxes as high; each page as the heights on it. */
function filled(lines: number, closing: number) {
  const box = (count: number): LaidNode => ({type: 'VIEW', props: {}, style: {}, box: {top: 0, left: 0, width: 100, height: 10 * count}, children: Array.from({length: count}, (_, at) => line(at))})
  const line = (at: number): LaidNode => ({type: 'VIEW', props: {}, style: {}, box: {top: 10 * at, left: 0, width: 100, height: 10}, children: []})
  const flow: Flow = [{part: {type: 'opening'}, gap: 0}, {part: {type: 'closing', where: 'full'}, gap: 0, closes: true}]
  const paper = {frame: {height: 300, bottom: 0, top: () => 0}} as unknown as Paper
  const take = ({type}: Part) => box(type === 'closing' ? closing : lines)
  return fillPages(flow, {paper, key: 'a', take}).map((page) => page.flow.length)
}

test('some lines go with what would stand alone, and none where it goes on from the page before', () => {
  expect(filled(20, 4)).toEqual([24])
  expect(filled(30, 4)).toEqual([22, 12])
  expect(filled(29, 40)).toEqual([30, 30, 9])
  expect(filled(60, 4)).toEqual([30, 22, 12])
  expect(filled(30, 0)).toEqual([30])
})

test('a block of contacts that ends a paper is no better company', async () => {
  const contacts = '```contacts\n- name: Proof desk\n  mail: proofs@example.org\n```\n'
  for (let count = 20; count < 50; count++) {
    const pages = await pagesOf(`${front('contact: [policy-desk]', 'brand: ministry')}${Array.from({length: count}, () => SENTENCE).join('\n\n')}\n\n${contacts}`)
    const last = pages.at(-1)?.lines.map(({text}) => text.replaceAll('\u00A0', ' ').trim())
    expect(last).toContain(SENTENCE)
    expect(last).toContain('Policy Desk')
  }
})

test('sections of a line or two fill their pages', async () => {
  const sections = Array.from({length: 30}, (_, at) => `## Question ${at}?\n\n${SENTENCE}`)
  const pages = await pagesOf(`${front('contents: no')}${sections.join('\n\n')}\n`)
  expect(pages.map(({lines}) => lines.filter(({text}) => text.startsWith('Question')).length).slice(0, -1).filter((count) => count < 8)).toEqual([])
  expect(pages.length).toBeLessThan(5)
})
