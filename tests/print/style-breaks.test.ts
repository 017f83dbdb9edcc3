import {expect, it} from 'vitest'
import type {LaidNode} from '../../src/print/laid-out.js'
import {breaksAtStyle} from '../../src/print/style-breaks.js'

/** A text of runs in different styles, in the lines it was set in. */
const text = (runs: string[], lines: string[]): LaidNode =>
  ({
    type: 'TEXT',
    props: {},
    children: runs.map((value) => ({type: 'TEXT_INSTANCE', props: {}, value})),
    lines: lines.map((string) => ({string, runs: [], xAdvance: 0, box: {x: 0, y: 0, width: 0, height: 0}})),
  }) as LaidNode // of a laid-out text only what is read here

it.each([
  ['before a comma', ['the ', 'word', ', and so'], ['the word-', ', and so'], true],
  ['before a no-break space', ['the ', 'questions', '\u00a0(MBC/3)'], ['the questions-', '\u00a0(MBC/3)'], true],
  ['at a space', ['the ', 'word', ' and so'], ['the word ', 'and so'], false],
  ['at a hyphen of its own', ['the long-', 'term plan'], ['the long-', 'term plan'], false],
  ['within a run', ['the ', 'questions', ' asked'], ['the ques-', 'tions asked'], false],
])('a line that ends %s: %j in %j', (_, runs, lines, expected) => {
  expect(breaksAtStyle(text(runs, lines))).toBe(expected)
})
