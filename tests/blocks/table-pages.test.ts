import {describe, expect, test} from 'vitest'
import {layoutEditions, type Page} from '../../src/print/index.js'
import {front, pagesOf, sound} from '../papers.js'

const table = (head: string, rows: readonly string[]) => [head, head.replace(/[^|]+/g, ' --- '), ...rows].join('\n')
const plain = (text: string) => text.replaceAll('\u00a0', ' ').trim()
const wordsOf = (pages: readonly Page[], role: string) => pages.map(({lines}) => lines.filter((line) => line.role === role).map(({text}) => plain(text)))

describe('a table over several pages', () => {
  const names = Array.from({length: 150}, (_, at) => `State ${at + 1}`)
  const text = `${front()}<!-- table: plain, caption: All of them, notes: {a: "The last of them."} -->\n${table(
    '| Name | Number |',
    names.map((name, at) => `| ${name}${at === 149 ? ' ^a^' : ''} | ${at} |`),
  )}\n`

  let laid: Promise<Page[]> | undefined
  const pagesOnce = () => (laid ??= pagesOf(text))

  test('prints every row once, in order', async () => {
    const pages = await pagesOnce()
    const rows = wordsOf(pages, 'TH').flat().filter((words) => words.startsWith('State'))
    expect(rows.map((words) => words.replace(/ ?a$/, ''))).toEqual(names)
  })

  test('has its head on each page, and says from the second on that it goes on', async () => {
    const pages = await pagesOnce()
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(page.lines.some((line) => line.text.trim() === 'Number')).toBe(true)
    const captions = pages.map(({lines}) => lines.map(({text}) => plain(text)).find((words) => words.startsWith('All of them')))
    expect(captions).toEqual(['All of them', ...pages.slice(1).map(() => 'All of them (continued)')])
  })

  test('leaves no row alone with the notes', async () => {
    const last = wordsOf(await pagesOnce(), 'TH').at(-1) ?? []
    expect(last.filter((words) => words.startsWith('State')).length).toBeGreaterThanOrEqual(2)
  })
})

test('a row that is taller than a page goes on over it, its cells in their columns', async () => {
  const sentences = Array.from({length: 400}, (_, at) => `sentence-${at}`)
  const pages = await pagesOf(`${front()}${table('| Key | Text |', [`| Short | ${sentences.join(' and ')} |`, '| After | Short |'])}\n`)
  const lines = pages.flatMap((page) => page.lines).filter(({text}) => text.includes('sentence-'))
  expect(lines.map(({text}) => text).join(' ').match(/sentence-\d+/g)).toEqual(sentences)
  expect(new Set(lines.map(({x}) => Math.round(x))).size).toBe(1)
})

test('a short table that does not fit on the rest of a page moves to the next', async () => {
  const rows = Array.from({length: 6}, (_, at) => `| State ${at} | ${at} |`)
  const filler = Array.from({length: 31}, (_, at) => `Paragraph ${at}.`).join('\n\n')
  const pages = await pagesOf(`${front()}${filler}\n\n${table('| Name | Number |', rows)}\n`)
  const starts = wordsOf(pages, 'TH').map((words) => words.filter((one) => one.startsWith('State')).length)
  expect(starts.filter((count) => count > 0)).toEqual([6])
})

test('a table whose longest words do not fit in its place is an error, told once', async () => {
  const long = 'unconstitutionally'
  const row = `| ${Array.from({length: 6}, () => long).join(' | ')} |`
  const {edition, assets} = await sound(`${front()}<!-- table: plain, where: text -->\n${table(row, Array.from({length: 90}, () => row))}\n`)
  const {diagnostics} = await layoutEditions([edition], assets)
  expect(diagnostics.map(({rule, message}) => [rule, message.replace(/\d+ pt/, 'N pt')])).toEqual([
    ['print/column-too-narrow', 'On page 1 the columns of this table are N pt too narrow together: the longest word, `unconstitutionally`, stands in column 1.'],
  ])
  expect(diagnostics[0]?.hint).toContain('write `<!-- table: plain, where: full -->` in the line above it')
})
