import {expect, test} from 'vitest'
import {namedPaper} from '../../src/press/named-paper.js'

const paths = ['briefings/a/one.md', 'briefings/a/two.md', 'briefings/b/two.md', 'briefings/b/three.md']
const papers = paths.map((path) => ({path, title: path, ids: []}))
const found = (name: string, from = 'briefings/a/one.md') => namedPaper(name, from, papers)?.path

test('a name is looked for beside the briefing first, then anywhere, where it must be the only one', () => {
  expect(found('two')).toBe('briefings/a/two.md')
  expect(found('two', 'briefings/b/three.md')).toBe('briefings/b/two.md')
  expect(found('three')).toBe('briefings/b/three.md')
  expect(found('two', 'notes/x.md')).toBeUndefined()
  expect(found('b/two')).toBe('briefings/b/two.md')
})

test('a path is as seen from the briefing', () => {
  expect(found('../b/two.md')).toBe('briefings/b/two.md')
  expect(found('three.md')).toBeUndefined()
  expect(found('briefings/b/three.md')).toBe('briefings/b/three.md')
  expect(found('../../../etc/passwd')).toBeUndefined()
})
