import {expect, test} from 'vitest'
import {outputPath} from '../../src/press/output-path.js'

const usual = {brand: 'house', paper: 'A4'} as const
const paper = {language: 'en', brand: 'house', paper: 'A4', audience: 'external', usual} as const
const where = (path: string, more: Partial<Parameters<typeof outputPath>[1]> = {}, prefix = '') =>
  outputPath({source: {path, text: ''}, prefix}, {...paper, ...more})

test('a paper lies in its topic, under its name and language', () => {
  expect(where('briefings/mine-ban/poland.md')).toBe('mine-ban/poland.en.pdf')
  expect(where('briefings/mine-ban/annexes/a.b.markdown', {language: 'fr'})).toBe('mine-ban/annexes/a.b.fr.pdf')
  expect(where('notes/x.md')).toBe('notes/x.en.pdf')
  expect(where('x.md')).toBe('x.en.pdf')
})

test('brand and paper appear where they are not the briefing’s own, and an internal paper says so', () => {
  expect(where('briefings/x.md', {brand: 'ministry'})).toBe('x.en.ministry.pdf')
  expect(where('briefings/x.md', {paper: 'Letter', audience: 'internal'})).toBe('x.en.Letter.INTERNAL.pdf')
  expect(where('briefings/x.md', {brand: 'ministry', paper: 'Letter', audience: 'internal'})).toBe('x.en.ministry.Letter.INTERNAL.pdf')
  expect(where('briefings/x.md', {brand: 'ministry', usual: {brand: 'ministry', paper: 'A4'}})).toBe('x.en.pdf')
})

test('a paper of another workspace lies in a folder of that name', () => {
  expect(where('sub/x.md', {}, '../there')).toBe('there/sub/x.en.pdf')
  expect(where('x.md', {}, '..')).toBe('x.en.pdf')
})

test('no name leads out of the output folder', () => {
  expect(where('briefings/../../x.md', {language: '../../etc/passwd', brand: '..\\up'})).toBe('x...-..-etc-passwd...-up.pdf')
})
