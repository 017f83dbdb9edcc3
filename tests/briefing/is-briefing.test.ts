import {describe, expect, it} from 'vitest'
import {isBriefing} from '../../src/briefing/index.js'

const read = (text: string) => isBriefing({path: 'a.md', text})

describe('a Markdown file is taken for a briefing', () => {
  it.each([
    ['with a kind', '---\nkind: fact-sheet\n---\n'],
    ['with a kind that is misspelt', '---\nknd: fact-sheet\ntitle: x\n---\n'],
    ['with a kind in capitals', '---\r\nKind: fact-sheet\r\n---\r\n'],
    ['with no space after the colon', '---\nkind:fact-sheet\n---\n'],
    ['behind a byte order mark', '\uFEFF---\nkind: fact-sheet\n---\n'],
    ['below an empty line', '\n---\nkind: fact-sheet\n---\n'],
    ['below a heading', '# Title\n\n---\nkind: fact-sheet\n---\n'],
    ['with front matter that is never closed', '---\ntitle: x\n\nText.\n'],
    ['with front matter that is a program', '---js\n{}\n---\n'],
    ['with four hyphens', '----\nkind: fact-sheet\n----\n'],
  ])('%s', (_, text) => expect(read(text)).toBe(true))
})

describe('a Markdown file is left alone', () => {
  it.each([
    ['without front matter', '# Read me\n\nText.\n'],
    ['that is empty', ''],
    ['with front matter of another program', '---\ntitle: x\nlayout: page\n---\n\nkind: of\n'],
    ['that begins with a rule', '---\n\nSome text, of a kind: x.\n'],
    ['with a rule further down', '# Title\n\nText\n\n---\n\nThe kind of thing: this.\n'],
  ])('%s', (_, text) => expect(read(text)).toBe(false))
})
