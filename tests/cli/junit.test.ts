import {SaxesParser} from 'saxes'
import {describe, expect, test} from 'vitest'
import {junitReport} from '../../src/cli/junit.js'
import {briefing, folderOf} from '../workspace/folder-of.js'
import {demarche} from './in-one-process.js'

interface Element {
  name: string
  attributes: Record<string, string>
  children: Element[]
  text: string
}

/** The tree of an XML text; throws where it is not well-formed. */
function treeOf(xml: string): Element {
  const root: Element = {name: '', attributes: {}, children: [], text: ''}
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (failure) => {
    throw failure
  })
  parser.on('opentag', ({name, attributes}) => {
    const element: Element = {name, attributes: attributes as Record<string, string>, children: [], text: ''} // without namespaces a value is a string
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  const [suites] = root.children
  if (!suites) throw new Error('an empty file')
  return suites
}

const outline = ({name, attributes, children}: Element): unknown => [name, attributes.name ?? attributes.message ?? '', ...children.map(outline)]

const FILES = {
  'briefings/a.md': briefing('A', '', '## Q\n\nLook [here](https://example.org).\n\nAnd [here](https://example.org).\n'),
  'briefings/b.md': briefing('B').replace('title:', 'titel:'),
  'briefings/c.md': briefing('C'),
}

describe('a report in the form of JUnit', () => {
  test('has a suite a paper and a case a rule, whole on stdout', async () => {
    const {code, out, err, writes} = await demarche('check --format junit', await folderOf(FILES))
    expect({code, err, writes}).toEqual({code: 1, err: '', writes: 1})
    const suites = treeOf(out)
    expect(suites.attributes).toEqual({name: 'demarche', tests: '4', failures: '1', errors: '0', skipped: '0'})
    expect(outline(suites)).toEqual([
      'testsuites',
      'demarche',
      ['testsuite', 'briefings/a.md', ['testcase', 'checked'], ['testcase', 'checks/link-words', ['system-out', '']]],
      ['testsuite', 'briefings/b.md', ['testcase', 'q-and-a/unknown-key', ['failure', '`titel` is not a key of the front matter']]],
      ['testsuite', 'briefings/c.md', ['testcase', 'checked']],
    ])
    expect(suites.children[0]?.children[1]?.children[0]?.text.split('\n')).toEqual([
      'briefings/a.md:10:6: warning[checks/link-words]: The words `here` do not say where the link leads. Put the link on words that name the page',
      'briefings/a.md:12:5: warning[checks/link-words]: The words `here` do not say where the link leads. Put the link on words that name the page',
    ])
  })
  test('tells what is wrong with the workspace in a suite of its own', async () => {
    const {out} = await demarche('check --format junit', await folderOf({...FILES, 'demarche.yml': 'papre: A4\n'}))
    expect(outline(treeOf(out))).toEqual(['testsuites', 'demarche', ['testsuite', 'demarche', ['testcase', 'workspace/unknown-key', ['failure', expect.stringContaining('`papre`')]]]])
  })
  test('skips what a baseline has', async () => {
    const cwd = await folderOf(FILES)
    await demarche('check --write-baseline known.json', cwd)
    const {code, out} = await demarche('check --format junit --baseline known.json', cwd)
    const suites = treeOf(out)
    expect(code).toBe(0)
    expect(suites.attributes).toMatchObject({tests: '5', failures: '0', skipped: '2'})
    expect(outline(suites)).toContainEqual(['testsuite', 'briefings/b.md', ['testcase', 'checked'], ['testcase', 'q-and-a/unknown-key', ['skipped', 'Listed in the baseline']]])
  })
  test('says of a build that papers were printed', async () => {
    const {code, out, writes} = await demarche('build --format junit', await folderOf({'briefings/c.md': briefing('C')}))
    expect({code, writes}).toEqual({code: 0, writes: 1})
    expect(outline(treeOf(out))).toContainEqual(['testsuite', 'briefings/c.md', ['testcase', 'printed']])
  })
  test('is well-formed whatever the words are, and tells a fault of the program as an error', () => {
    const message = 'A "quoted" <tag> & a\tsign \u0000\u000b\ufffe \ud800 \u{1d4b3}\nin \'two\' lines ]]>\r'
    const found = ['x/y', 'press/bug'].map((rule) => ({rule, severity: 'error' as const, message, place: {path: 'a&b.md'}}))
    const suites = treeOf(junitReport({diagnostics: [], papers: [{briefing: 'a&b.md', diagnostics: found, leftOut: [], facts: []}], skipped: 0, printing: false}, (path) => path))
    expect(suites.attributes).toMatchObject({tests: '2', failures: '1', errors: '1'})
    expect(suites.children[0]?.children.map(({children: [one]}) => one?.name)).toEqual(['error', 'failure'])
    expect(suites.children[0]?.children[0]?.children[0]?.attributes.message).toBe('A "quoted" <tag> & a\tsign \ufffd\ufffd\ufffd \ufffd \u{1d4b3}\nin \'two\' lines ]]>\r')
  })
})
