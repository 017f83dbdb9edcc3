import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import GithubSlugger from 'github-slugger'
import {toString as wordsOf} from 'mdast-util-to-string'
import picocolors from 'picocolors'
import {remark} from 'remark'
import remarkGfm from 'remark-gfm'
import {visit} from 'unist-util-visit'
import {describe, expect, it, test} from 'vitest'
import type {z} from 'zod'
import {blocks} from '../src/blocks/index.js'
import {brandFile} from '../src/brand/brand-file.js'
import {readBriefing} from '../src/briefing/index.js'
import {run} from '../src/cli/program.js'
import {prettyDiagnostic} from '../src/cli/pretty.js'
import {baseMeta, kinds} from '../src/kinds/index.js'
import {languages} from '../src/language/index.js'
import {knownKeys} from '../src/shapes/known-keys.js'
import {sourceFiles} from './imports-of.js'
import {rulesIn} from './rules-of.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(`${ROOT}/${path}`, 'utf8')
const pages = ['README.md', ...readdirSync(`${ROOT}/docs`).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)]
const parser = remark().use(remarkGfm)

/** What stands in code in the first column of a page's tables. */
function firstCells(path: string): string[] {
  const found: string[] = []
  visit(parser.parse(read(path)), 'tableRow', ({children: [cell]}) => {
    if (cell) visit(cell, 'inlineCode', ({value}) => void found.push(value))
  })
  return found
}

describe('diagnostics.md', () => {
  const {rules, unread} = rulesIn(sourceFiles(`${ROOT}/src`))
  const prose = [...read('docs/diagnostics.md').matchAll(/`([a-z<>-]+\/[a-z<>-]+)`/g)].map(([, rule = '']) => rule)
  const documented = new Set(firstCells('docs/diagnostics.md'))

  /** `briefing/unknown-key` is told by the same words as `<name>/unknown-key`, and shares its row. */
  const isSlip = (rule: string) => documented.has(rule.replace(/^[a-z-]+\//, '<name>/'))

  it('is held against every call that tells something', () => {
    expect(unread).toEqual([])
    expect(rules.size).toBeGreaterThan(120)
  })
  it('has a row for each rule of the program', () => {
    expect([...rules].filter((rule) => !documented.has(rule) && !isSlip(rule) && !prose.includes(rule)).sort()).toEqual([])
  })
  it('has no rule that the program does not have', () => {
    expect([...documented].filter((rule) => !rules.has(rule)).sort()).toEqual([])
  })
  it('has no rule twice', () => {
    const cells = firstCells('docs/diagnostics.md')
    expect(cells.filter((rule, at) => cells.indexOf(rule) !== at)).toEqual([])
  })
  it('knows every rule that the reference pages tell', () => {
    const examples = [...blocks.map(({name}) => `blocks/${name}`), ...kinds.map(({name}) => `kinds/${name}`)].map((folder) => read(`src/${folder}/examples.md`))
    const told = examples.flatMap((text) =>
      [...text.matchAll(/^> (?:error|warning) \S+ ([a-z-]+)\/([a-z_-]+):/gm)].map(([, room = '', what = '']) => ({room, what})),
    )
    const isKey = (room: string, what: string) => keysOf(blocks.find(({name}) => name === room)).has(what) || Object.hasOwn({...baseMeta().shape, ...kinds.find(({name}) => name === room)?.schema().shape}, what)
    const unknown = told.filter(
      ({room, what}) => ![`${room}/${what}`, `<name>/${what}`, `<kind>/${what}`].some((rule) => documented.has(rule)) && !isKey(room, what),
    )
    expect(told.length).toBeGreaterThan(20)
    expect(unknown).toEqual([])
  })
})

describe('writing.md', () => {
  const cells = firstCells('docs/writing.md')
  it('has a row for each key of the front matter, and none that is not one', () => {
    const keys = Object.keys(baseMeta().shape)
    expect(keys.filter((key) => !cells.includes(key))).toEqual([])
    const table = /## Front matter([\s\S]*?)\n## /.exec(read('docs/writing.md'))?.[1] ?? ''
    expect([...table.matchAll(/^\| `([^`]+)`/gm)].map(([, key]) => key).filter((key) => !keys.includes(key ?? ''))).toEqual([])
  })
  it('leads to the page of each block and kind', () => {
    const text = read('docs/writing.md')
    const links = [...blocks.map(({name}) => `blocks/${name}`), ...kinds.map(({name}) => `kinds/${name}`)]
    expect(links.filter((link) => !text.includes(`(../src/${link}/examples.md)`))).toEqual([])
  })
  it('gives the pages of each kind', () => {
    for (const {name, budget} of kinds) expect(read('docs/writing.md')).toContain(`(../src/kinds/${name}/examples.md) | ${budget[0]} to ${budget[1]} |`)
  })
  it('names the languages', () => {
    expect(read('docs/writing.md')).toContain(languages.map((code) => `\`${code}\``).join(' or '))
  })
})

test('brands.md names every key that a brand may have', () => {
  const text = read('docs/brands.md')
  const words = new Set([...text.matchAll(/`([^`]*)`/g)].flatMap(([, code = '']) => code.split(/[^\w-]+/)))
  const keys = [...keysIn(brandFile)]
  expect(keys.length).toBeGreaterThan(50)
  expect(keys.filter((key) => !words.has(key))).toEqual([])
})

describe('command.md', () => {
  const text = read('docs/command.md')
  it.each([[[]], [['build']], ['check'], ['facts'], ['facts', 'import'], ['merge-reports'], ['verify'], [['verify']], [['sign']]])('has every option that `demarche %j --help` shows', async (command) => {
    const written: string[] = []
    const sink = {write: (words: string) => written.push(words)}
    const code = await run([...command, '--help'], {stdout: sink, stderr: sink, cwd: ROOT, env: {}})
    const shown = written.join('')
    const options = [...shown.matchAll(/^ {2}(?:-h, )?(--[\w-]+(?: <\w+>)?)/gm)].map(([, option = '']) => option)
    expect(code).toBe(0)
    expect(options.length).toBeGreaterThan(1)
    expect(options.filter((option) => !text.includes(`| \`${option}\` |`))).toEqual([])
  })
  it('has every key of `demarche.yml`', () => {
    const schema = /settingsFile = z\.strictObject\(\{([\s\S]*?)\n\}\)/.exec(read('src/workspace/workspace.ts'))?.[1] ?? ''
    const keys = [...schema.matchAll(/^ {2}(\w+):/gm)].map(([, key]) => key)
    expect(keys.length).toBeGreaterThan(0)
    expect(keys.filter((key) => !text.includes(`| \`${key}\` |`))).toEqual([])
  })
})

describe('the README', () => {
  const text = read('README.md')
  it('has a row for each room, and for no folder that is not there', () => {
    const rooms = readdirSync(`${ROOT}/src`, {withFileTypes: true}).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    expect([...text.matchAll(/^\| \[`([a-z]+)`\]/gm)].map(([, room]) => room).sort()).toEqual(rooms.sort())
  })
  it('shows a briefing that is read without a word', () => {
    const briefing = fenceAfter(text, '## One briefing')
    expect(readBriefing({path: 'briefings/hello.md', text: briefing}).diagnostics).toEqual([])
  })
  it('shows a message as the command tells it', () => {
    const briefing = '---\nkind: fact-sheet\ntitel: The Mine Ban Convention\ndate: 2026-11-24\n---\n'
    const [diagnostic] = readBriefing({path: 'briefings/hello.md', text: briefing}).diagnostics
    if (!diagnostic) throw new Error('nothing was told')
    const shown = prettyDiagnostic(diagnostic, {colours: picocolors.createColors(false), textOf: () => briefing, shownPath: (path) => path})
    expect(fenceAfter(text, '## When something is wrong').trim()).toBe(shown.trim())
  })
})

describe.each(pages)('%s', (page) => {
  it('leads to files and headings that exist', () => {
    const dead: string[] = []
    visit(parser.parse(read(page)), ['link', 'image', 'definition'], (node) => {
      if (!('url' in node) || /^[a-z]+:/.test(node.url)) return
      const [path = '', heading] = node.url.split('#')
      const file = new URL(path, new URL(`../${page}`, import.meta.url))
      const target = path === '' ? `${ROOT}/${page}` : fileURLToPath(file)
      if (!existsSync(target) || (heading !== undefined && (statSync(target).isDirectory() || !addressesIn(target).includes(heading)))) dead.push(node.url)
    })
    expect(dead).toEqual([])
  })
})

/** The text of the first fence after a heading. */
function fenceAfter(markdown: string, heading: string): string {
  const [, fence = ''] = /^(?:```|````)\w*\n([\s\S]*?)^```/m.exec(markdown.slice(markdown.indexOf(heading))) ?? []
  return fence
}

function addressesIn(file: string): string[] {
  const slugger = new GithubSlugger()
  const found: string[] = []
  visit(parser.parse(readFileSync(file, 'utf8')), 'heading', (node) => void found.push(slugger.slug(wordsOf(node))))
  return found
}

/** Every key a schema takes, at any depth. */
function keysIn(schema: z.ZodType, path: readonly string[] = []): Set<string> {
  const keys = new Set<string>()
  if (path.length > 6) return keys
  for (const key of knownKeys(schema, path)) {
    keys.add(key)
    for (const inner of keysIn(schema, [...path, key])) keys.add(inner)
  }
  // A list or a record: what one of its entries takes.
  if (keys.size === 0 && knownKeys(schema, [...path, '0']).length > 0) for (const inner of keysIn(schema, [...path, '0'])) keys.add(inner)
  return keys
}

const keysOf = (block: (typeof blocks)[number] | undefined): Set<string> =>
  block && block.form !== 'quote' ? new Set([...keysIn(block.schema()), 'entry']) : new Set()
