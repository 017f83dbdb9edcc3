import {readdirSync, readFileSync} from 'node:fs'
import type {Nodes} from 'mdast'
import {remark} from 'remark'
import remarkGfm from 'remark-gfm'
import {visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import {specs} from '../src/blocks/index.js'
import {CHARTS} from '../src/blocks/chart/chart.js'
import {readBriefing} from '../src/briefing/index.js'
import {specs as kinds} from '../src/kinds/index.js'
import {SOURCE_TYPES} from '../src/shapes/fields.js'

const FOLDER = new URL('../briefings/specimen/', import.meta.url)
const papers = readdirSync(FOLDER).filter((name) => name.endsWith('.md')).map((name) => ({path: `briefings/specimen/${name}`, text: readFileSync(new URL(name, FOLDER), 'utf8')}))
const all = papers.map(({text}) => text).join('\n')

/** Every type of node that CommonMark and GFM know, HTML aside: it does not print. */
const CONSTRUCTS: Nodes['type'][] = [
  'blockquote', 'break', 'code', 'definition', 'delete', 'emphasis', 'footnoteDefinition', 'footnoteReference', 'heading', 'image', 'inlineCode',
  'link', 'linkReference', 'list', 'listItem', 'paragraph', 'strong', 'table', 'tableCell', 'tableRow', 'text', 'thematicBreak',
]

describe('the specimens', () => {
  const read = papers.map((source) => readBriefing(source))
  const blocks = new Set<string>()
  const nodes: Nodes[] = []
  for (const {value} of read) if (value) visit(value.body, 'block', (node) => void blocks.add(node.name))
  for (const {text} of papers) visit(remark().use(remarkGfm).parse(text), (node) => void nodes.push(node))

  it('are read without a word', () => {
    expect(read.flatMap(({diagnostics}) => diagnostics)).toEqual([])
  })
  it('are one of each kind', () => {
    expect(read.map(({value}) => value?.kind).sort()).toEqual(Object.keys(kinds).sort())
  })
  it('show every block', () => {
    expect(Object.keys(specs).filter((name) => !blocks.has(name))).toEqual([])
  })
  it('show every form of a chart, and both of a table', () => {
    for (const form of CHARTS) expect(all).toContain(`<!-- chart: ${form},`)
    for (const form of ['plain', 'sum']) expect(all).toContain(`<!-- table: ${form},`)
  })
  it('show every type of source', () => {
    expect(SOURCE_TYPES.filter((type) => !all.includes(`type: ${type}\n`))).toEqual([])
  })
  it('show every construct of Markdown', () => {
    expect(CONSTRUCTS.filter((type) => !nodes.some((node) => node.type === type))).toEqual([])
  })
  it('show headings of each level below the title, lists of each sort, and code of both', () => {
    const lists = nodes.filter((node) => node.type === 'list')
    const code = nodes.filter((node) => node.type === 'code')
    expect([2, 3, 4, 5, 6].filter((depth) => !nodes.some((node) => node.type === 'heading' && node.depth === depth))).toEqual([])
    expect(lists.some((list) => list.ordered && list.start !== 1)).toBe(true)
    expect(lists.some((list) => list.children.some(({spread}) => spread))).toBe(true)
    expect(lists.some((list) => list.children.some(({checked}) => checked === true))).toBe(true)
    expect(lists.some((list) => list.children.some(({checked}) => checked === false))).toBe(true)
    expect(code.some(({lang}) => lang === null)).toBe(true)
  })
  it('are of both brands and both papers', () => {
    expect(all).toContain('\nbrand: house\n')
    expect(all).toContain('\nbrand: ministry\n')
    expect(all).toContain('\npaper: Letter\n')
  })
})
