import type {Blockquote, Root, RootContent} from 'mdast'
import {expect, test} from 'vitest'
import {findTooMuch, MOST} from '../../src/briefing/caps.js'
import {readBriefing} from '../../src/briefing/index.js'
import {briefing} from '../workspace/folder-of.js'

const told = (body: string): string[] =>
  readBriefing({path: 'a.md', text: briefing('A', '', `## What?\n\n${body}\n`)}).diagnostics.map(({place, rule, message}) => `${place.start?.line} ${rule}: ${message}`)
const table = (rows: number, columns: number): string =>
  [`|${' A |'.repeat(columns)}`, `|${' - |'.repeat(columns)}`, ...Array.from({length: rows}, () => `|${' 1 |'.repeat(columns)}`)].join('\n')

test('tables, paragraphs and headings up to their caps are read, and no larger ones', () => {
  expect(told(table(MOST.rows, 2))).toEqual([])
  expect(told(table(MOST.rows + 1, 2))).toEqual(['10 briefing/too-much: A table of 5001 rows: expected at most 5000'])
  expect(told(table(2, MOST.columns))).toEqual([])
  expect(told(table(2, MOST.columns + 1))).toEqual(['10 briefing/too-much: A table of 101 columns: expected at most 100'])
  expect(told('x'.repeat(MOST.paragraph))).toEqual([])
  expect(told(`Short.\n\n${'x'.repeat(MOST.paragraph + 1)}`)).toEqual(['12 briefing/too-much: A paragraph of 30001 characters: expected at most 30000'])
  expect(told(`## ${'x'.repeat(MOST.heading)}`)).toEqual(['10 briefing/too-much: A heading of 2003 characters: expected at most 2000'])
})

test('a body of more parts, or of more levels, than a paper can hold is told where it becomes too much', () => {
  const source = {path: 'a.md', text: '***\n'.repeat(MOST.nodes)}
  const at = (line: number) => ({line, column: 1, offset: (line - 1) * 4})
  const breaks: RootContent[] = Array.from({length: MOST.nodes}, (_, index) => ({type: 'thematicBreak', position: {start: at(index + 1), end: at(index + 2)}}))
  expect(findTooMuch({type: 'root', children: breaks.slice(1)}, source)).toBeUndefined()
  expect(findTooMuch({type: 'root', children: breaks}, source)?.place.start?.line).toBe(MOST.nodes)
  const deep = (levels: number): Root => ({type: 'root', children: Array.from({length: levels}).reduce<RootContent[]>((children) => [{type: 'blockquote', children: children as Blockquote['children']}], [])})
  expect(findTooMuch(deep(MOST.depth), source)).toBeUndefined()
  expect(findTooMuch(deep(MOST.depth + 1), source)?.message).toBe('More than 100 levels, one within the other')
})

test('a key that every object has is unknown all the same', () => {
  const text = briefing('A', 'constructor:\n  polluted: yes\nhasOwnProperty: x\n')
  expect(readBriefing({path: 'a.md', text}).diagnostics.map(({rule}) => rule)).toEqual(['q-and-a/unknown-key', 'q-and-a/unknown-key'])
})
