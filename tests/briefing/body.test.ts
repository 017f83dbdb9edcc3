import type {Nodes} from 'mdast'
import {describe, expect, it} from 'vitest'
import {readBriefing} from '../../src/briefing/index.js'

const FRONT = '---\nkind: fact-sheet\ntitle: T\ndate: 2026-11-24\n---\n'
const read = (body: string) => {
  const {value, diagnostics} = readBriefing({path: 'a.md', text: FRONT + body})
  if (!value) throw new Error(`no briefing: ${diagnostics.map(({message}) => message).join('; ')}`)
  return {...value, diagnostics}
}

/** A tree as indented lines, each node with the words it is made of. */
function outline(node: Nodes, depth = 0): string {
  const pad = '  '.repeat(depth)
  if (node.type === 'block') return `${pad}block ${node.name} ${span(node)}\n`
  const own = 'value' in node ? ` ${JSON.stringify(node.value)}` : node.type === 'heading' ? ` ${node.depth}${node.data?.part ? ` (${node.data.part})` : ''}` : ''
  const children = 'children' in node ? node.children.map((child) => outline(child, depth + 1)).join('') : ''
  return node.type === 'root' ? children.replace(/^ {2}/gm, '') : `${pad}${node.type}${own} ${span(node)}\n${children}`
}

function span({position}: Pick<Nodes, 'position'>): string {
  const [start, end] = [position?.start, position?.end]
  return `${(start?.line ?? 0) - 5}:${start?.column}-${(end?.line ?? 0) - 5}:${end?.column}`
}

const TIMELINE = ['```timeline', '- date: 1999', '  title: In force', '```']

describe('the body', () => {
  it('has blocks where fences stand, in a list and in a quotation too', () => {
    const inList = TIMELINE.map((line) => `   ${line}`).join('\n')
    const inQuote = TIMELINE.map((line) => `> ${line}`).join('\n')
    expect(outline(read(`1. First\n\n${inList}\n\n${inQuote}\n`).body)).toBe(
      [
        'list 1:1-6:7', '  listItem 1:1-6:7', '    paragraph 1:4-1:9', '      text "First" 1:4-1:9', '    block timeline 3:4-6:7',
        'blockquote 8:1-11:6', '  block timeline 8:3-11:6', '',
      ].join('\n'),
    )
  })
  it('keeps a fence of another language as code', () => {
    expect(outline(read('```ts\nconst a = 1\n```\n').body)).toBe('code "const a = 1" 1:1-3:4\n')
  })
  it('joins a response to the quotation directly above it, and leaves that above alone', () => {
    expect(outline(read('> A\n\n> B\n\n> [!RESPONSE]\n> C\n').body)).toBe(
      'blockquote 1:1-1:4\n  paragraph 1:3-1:4\n    text "A" 1:3-1:4\nblock response 3:1-6:4\n',
    )
  })
  it('has the text of a tag begin below the tag', () => {
    const {body} = read('> [!NOTE]\n> Text *and* more.\n')
    const [block] = body.children
    expect(block?.type === 'block' && JSON.stringify(block.value)).toContain('"value":"Text ","position":{"start":{"line":7,"column":3,')
  })
  it('shifts the levels of headings where one is of the first', () => {
    expect(outline(read('# One\n\n## Two\n\n###### Six\n').body).match(/heading \d/g)).toEqual(['heading 2', 'heading 3', 'heading 6'])
  })
  it('gives a heading the part that its comment says', () => {
    expect(outline(read('<!-- section: status -->\n## Where it stands\n').body)).toContain('heading 2 (status) 2:1')
  })
  it('has the words of HTML and none of its tags, scripts and comments', () => {
    expect(outline(read('<div>\nOne <i>two</i><br>three &amp; four\n<script>alert(1)</script>\n</div>\n\n<!-- mine -->\n').body)).toBe(
      [
        'paragraph 1:1-4:7', '  text "One two" 1:1-4:7', '  break 1:1-4:7', '  text "three & four" 1:1-4:7', '',
      ].join('\n'),
    )
    expect(outline(read('One <b>two</b><br>three<script>alert(1)</script>\n').body)).toBe(
      ['paragraph 1:1-1:49', '  text "One " 1:1-1:5', '  text "two" 1:8-1:11', '  break 1:15-1:19', '  text "three" 1:19-1:24', ''].join('\n'),
    )
  })
  it('takes an image alone in its paragraph for a figure, its caption and its spaces understood', () => {
    const {body} = read('![A field](my%20field.png "As it *was*")\n')
    const [block] = body.children
    expect(block?.type === 'block' && block.value).toMatchObject({
      image: {type: 'image', path: 'my field.png', place: {start: {line: 6, column: 12}}},
      alt: 'A field',
      caption: {type: 'prose', text: 'As it *was*', children: [{type: 'text', value: 'As it '}, {type: 'emphasis', position: {start: {line: 6, column: 34}}}]},
    })
  })
  it('takes an image by reference alone in its paragraph for a figure', () => {
    const {body} = read('![A field][f]\n\n[f]: field.png "Caption"\n')
    expect(body.children.map((node) => (node.type === 'block' ? node.name : node.type))).toEqual(['figure', 'definition'])
  })
  it('leaves the words of a link that leads nowhere', () => {
    expect(outline(read('See [here](ftp://a.example/) and [there][x].\n\n[x]: gopher://a.example/\n').body)).not.toContain('link')
  })
  it('keeps links to other papers, headings and foreign words for the edition', () => {
    expect(outline(read('[a](doc:annex-a), [b](#slug), [c](other.md), [mot](lang:fr)\n').body).match(/link/g)).toHaveLength(4)
  })
  it('keeps what is well written where something else is not', () => {
    const {body, diagnostics} = read('Text.\n\n> [!NOET]\n> x\n\n```timelime\n```\n\nMore.\n')
    expect(diagnostics.map(({rule}) => rule)).toEqual(['briefing/unknown-tag', 'briefing/unknown-block'])
    expect(outline(body)).toBe('paragraph 1:1-1:6\n  text "Text." 1:1-1:6\nparagraph 9:1-9:6\n  text "More." 9:1-9:6\n')
  })
  it('lists the rules that are switched off, each with the place of its block', () => {
    const {ignored} = read('<!-- demarche-ignore: sources/no-access-date, reason: "A treaty has none" -->\nText.\n\nMore.\n')
    expect(ignored.map(({rule, reason, place}) => [rule, reason, place.start?.line, place.end?.line])).toEqual([
      ['sources/no-access-date', 'A treaty has none', 6, 7],
    ])
  })
  it('covers a table and the comment above it by one that switches a rule off', () => {
    const {ignored} = read('<!-- demarche-ignore: a/b, reason: r -->\n<!-- table: plain -->\n| a |\n| - |\n| x |\n')
    expect(ignored.map(({place}) => [place.start?.line, place.end?.line])).toEqual([[6, 10]])
  })
  it('says of a second position where the first stands', () => {
    const {diagnostics} = read('> [!POSITION]\n> One.\n\n> [!POSITION]\n> Two.\n')
    expect(diagnostics.map(({related}) => related?.map(({message, place}) => [message, place.start?.line]))).toEqual([[['It stands here first', 6]]])
  })
  it('has a table that no comment speaks of as the block `table`', () => {
    expect(outline(read('| a |\n| - |\n| x |\n').body)).toBe('block table 1:1-3:6\n')
  })
})
