import {mkdir, symlink} from 'node:fs/promises'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {findBriefings, openWorkspace, otherPapers, type Workspace} from '../../src/workspace/index.js'
import {briefing, folderOf} from './folder-of.js'

async function opened(folder: string): Promise<Workspace> {
  const {value, diagnostics} = await openWorkspace(folder)
  expect(diagnostics).toEqual([])
  if (!value) throw new Error('no workspace')
  return value
}

/** What was found, told from the workspace; and what was said. */
async function find(root: string, paths: string[], cwd = root) {
  const workspace = await opened(cwd)
  const {found, skipped, diagnostics} = await findBriefings(workspace, paths, cwd)
  return {
    found: found.map((one) => path.posix.join(path.relative(workspace.root, one.workspace.root), one.source.path)),
    skipped,
    told: diagnostics.map(({rule, message, hint, place}) => [rule, place.path, message, ...(hint ? [hint] : [])].join(' | ')),
  }
}

describe('the workspace', () => {
  test('is the nearest folder upward with `briefings/` or `demarche.yml`', async () => {
    const root = await folderOf({'briefings/a/x.md': '', 'inner/demarche.yml': 'paper: Letter\n', 'inner/deep/er/': ''})
    expect((await opened(path.join(root, 'briefings', 'a'))).root).toBe(root)
    expect((await opened(path.join(root, 'inner', 'deep', 'er'))).root).toBe(path.join(root, 'inner'))
    expect((await opened(path.join(root, 'inner'))).settings).toEqual({paper: 'Letter'})
  })

  test('says what is made of warnings', async () => {
    const root = await folderOf({'demarche.yml': 'severity:\n  checks/link-words: off\n  fact-sheet/over-budget: error\n'})
    expect((await opened(root)).settings).toEqual({severity: {'checks/link-words': 'off', 'fact-sheet/over-budget': 'error'}})
    const {diagnostics} = await openWorkspace(await folderOf({'demarche.yml': 'severity:\n  checks/link-words: never\n'}))
    expect(diagnostics.map(({message, place}) => [message, place.start?.line, place.start?.column])).toEqual([['Expected `error`, `warning` or `off`', 2, 22]])
  })

  test('is a folder of its own where there is none', async () => {
    const root = await folderOf({'x.md': ''})
    expect((await opened(root)).root).toBe(root)
  })

  test('takes its brand from `demarche.yml`, else the only one in `styles/`, else `house`', async () => {
    const styles = {'styles/un/_brand.yml': ''}
    expect((await opened(await folderOf({'demarche.yml': 'brand: ministry\n', ...styles}))).defaultBrand).toBe('ministry')
    expect((await opened(await folderOf({'demarche.yml': '# nothing yet\n', ...styles}))).defaultBrand).toBe('un')
    expect((await opened(await folderOf({'demarche.yml': '', ...styles, 'styles/eu/_brand.yml': ''}))).defaultBrand).toBe('house')
    expect((await opened(await folderOf({'demarche.yml': ''}))).defaultBrand).toBe('house')
  })

  test.each([
    ['brnad: house\n', 'workspace/unknown-key 1:1-1:6 `brnad` is not a key of `demarche.yml` | Did you mean `brand`?'],
    [
      'brand: minstry\n',
      'workspace/brand 1:8-1:15 There is no brand `minstry` | Did you mean `ministry`? The brands are `house`, `ministry`',
    ],
    [
      'severity: {checks/link-word: off}\n',
      'workspace/unknown-rule 1:12-1:28 `checks/link-word` is not the rule of a warning: errors cannot be switched off | Did you mean `checks/link-words`?',
    ],
    [
      'severity:\n  facts/text-differs: warning\n',
      'workspace/unknown-rule 2:3-2:21 `facts/text-differs` is not the rule of a warning: errors cannot be switched off | Write the rule as it stands in brackets after `warning`',
    ],
    ['out: ../elsewhere\n', 'workspace/out 1:6-1:18 `out` must lie inside the workspace | Name a folder such as `output`, or use `--out`'],
    ['out: /tmp\n', 'workspace/out 1:6-1:10 `out` must lie inside the workspace | Name a folder such as `output`, or use `--out`'],
  ])('says what is wrong with %j, and opens nothing', async (text, expected) => {
    const {value, diagnostics} = await openWorkspace(await folderOf({'demarche.yml': text}))
    expect(value).toBeUndefined()
    expect(
      diagnostics.map(
        ({rule, message, hint, place: {start, end}}) =>
          `${rule} ${start?.line}:${start?.column}-${end?.line}:${end?.column} ${message} | ${hint}`,
      ),
    ).toEqual([expected])
  })
})

describe('the briefings', () => {
  const files = {
    'briefings/b/two.md': briefing(),
    'briefings/a/one.md': briefing(),
    'briefings/a/README.md': '# About\n',
    'briefings/a/picture.png': '',
    'notes/three.md': briefing(),
    'notes/plain.md': '# Notes\n',
  }

  test('are those of `briefings/`, in the order of their paths; other Markdown is counted', async () => {
    const root = await folderOf(files)
    const all = {found: ['briefings/a/one.md', 'briefings/b/two.md'], skipped: 1, told: []}
    expect(await find(root, [])).toEqual(all)
    expect(await find(root, [], path.join(root, 'briefings', 'b'))).toEqual(all)
  })

  test('are the files, folders and patterns named, as typed where one stands', async () => {
    const root = await folderOf(files)
    const below = path.join(root, 'briefings')
    expect((await find(root, ['a', '../notes/three.md'], below)).found).toEqual(['briefings/a/one.md', 'notes/three.md'])
    expect((await find(root, ['**/t*.md'])).found).toEqual(['briefings/b/two.md', 'notes/three.md'])
    expect((await find(root, [path.join(root, 'notes')])).found).toEqual(['notes/three.md'])
  })

  test('are taken once, however often they are named', async () => {
    const root = await folderOf(files)
    expect(await find(root, ['briefings', 'briefings/a', 'briefings/a/one.md', './briefings/a/one.md'])).toMatchObject({
      found: ['briefings/a/one.md', 'briefings/b/two.md'],
      skipped: 1,
      told: [],
    })
  })

  test('are read whatever they hold when they are named', async () => {
    const root = await folderOf(files)
    expect(await find(root, ['notes/plain.md'])).toEqual({found: ['notes/plain.md'], skipped: 0, told: []})
    expect(await find(root, ['notes', 'notes/plain.md'])).toEqual({found: ['notes/three.md', 'notes/plain.md'], skipped: 0, told: []})
  })

  test('may have names that look like patterns', async () => {
    const root = await folderOf({'briefings/[draft] x.md': briefing()})
    expect((await find(root, ['briefings/[draft] x.md'])).found).toEqual(['briefings/[draft] x.md'])
  })

  test('outside the workspace belong to one of their own, which takes its brands from this one', async () => {
    const root = await folderOf({'here/briefings/a.md': briefing(), 'here/styles/un/_brand.yml': 'x', 'there/sub/b.md': briefing()})
    const here = await opened(path.join(root, 'here'))
    const {found} = await findBriefings(here, ['../there'], here.root)
    expect(found.map(({source, workspace}) => [workspace.root, source.path, workspace.defaultBrand])).toEqual([
      [path.join(root, 'there'), 'sub/b.md', 'un'],
    ])
    expect(await found[0]?.workspace.files.read('styles/un/_brand.yml')).toHaveProperty('bytes')
    expect(await found[0]?.workspace.files.read('../here/briefings/a.md')).toEqual({trouble: 'outside'})
  })

  test('that are not there are told with the nearest name', async () => {
    const root = await folderOf(files)
    const told = async (typed: string, cwd = root) => (await find(root, [typed], cwd)).told
    const missing = (place: string, typed: string, hint?: string) => [
      `workspace/no-such-file | ${place} | There is no file or folder \`${typed}\`${hint ? ` | Did you mean \`${hint}\`?` : ''}`,
    ]
    expect(await told('briefings/a/oen.md')).toEqual(missing('briefings/a/oen.md', 'briefings/a/oen.md', 'briefings/a/one.md'))
    expect(await told('briefings/a/one')).toEqual(missing('briefings/a/one', 'briefings/a/one', 'briefings/a/one.md'))
    expect(await told('breifings/a/one.md')).toEqual(missing('breifings/a/one.md', 'breifings/a/one.md', 'briefings/a/one.md'))
    expect(await told('two.md')).toEqual(missing('two.md', 'two.md', 'briefings/b/two.md'))
    expect(await told('oen.md', path.join(root, 'briefings/a'))).toEqual(missing('briefings/a/oen.md', 'oen.md', 'one.md'))
    expect(await told('briefings\\a\\one.md')).toEqual(missing('briefings\\a\\one.md', 'briefings\\a\\one.md', 'briefings/a/one.md'))
    expect(await told('xyzzy')).toEqual(missing('xyzzy', 'xyzzy'))
    expect(await told('z*.md')).toEqual(['workspace/no-such-file | z*.md | No Markdown file matches `z*.md`'])
  })

  test('of other kinds are told with what is done with them, whatever they hold', async () => {
    const root = await folderOf({'a.pdf': '%PDF-', 'b.yml': 'title: P\n', 'c.csv': 'a\n', 'd.docx': 'PK', 'e.txt': briefing()})
    const told = async (name: string) => (await find(root, [name])).told
    expect(await told('a.pdf')).toEqual(['workspace/no-markdown | a.pdf | `a.pdf` is no Markdown | `demarche verify a.pdf` tells what a finished paper is; to print one, name its Markdown'])
    expect(await told('b.yml')).toEqual(['workspace/no-markdown | b.yml | `b.yml` is no Markdown | `demarche pack b.yml` prints a pack; a register or a brand is read with the papers that call for it'])
    expect(await told('c.csv')).toEqual(['workspace/no-markdown | c.csv | `c.csv` is no Markdown | It is read with the papers that call for it: name one of those'])
    expect(await told('d.docx')).toEqual(['workspace/no-markdown | d.docx | `d.docx` is no Markdown | Save its text as Markdown, and begin it with `---`, then its keys, then `---` again'])
    expect(await find(root, ['e.txt'])).toEqual({found: ['e.txt'], skipped: 0, told: []})
  })

  test('that cannot be read are told, and the others are found', async () => {
    const root = await folderOf({
      'briefings/latin.md': Uint8Array.of(0x2d, 0xe9, 0x2d),
      'briefings/ok.md': briefing(),
      'secret.md': 'x',
    })
    await mkdir(path.join(root, 'inner/briefings'), {recursive: true})
    await symlink(path.join(root, 'secret.md'), path.join(root, 'inner/briefings/link.md'))
    expect(await find(root, [])).toEqual({
      found: ['briefings/ok.md'],
      skipped: 0,
      told: ['workspace/encoding | briefings/latin.md | The file is not UTF-8 text | Save it with the encoding UTF-8'],
    })
    expect((await find(path.join(root, 'inner'), ['briefings/link.md'])).told).toEqual([
      'workspace/unreadable | briefings/link.md | The file is a link to one outside the workspace',
    ])
  })

  test('that are nowhere are told: an empty folder is not a clean one', async () => {
    expect((await find(await folderOf({'demarche.yml': ''}), [])).told[0]).toMatch(
      /^workspace\/no-briefings \| \. \| There is no folder `briefings`/,
    )
    expect((await find(await folderOf({'briefings/README.md': '# x'}), [])).told).toEqual([
      'workspace/no-briefings | briefings | There is no briefing in `briefings`: expected Markdown that begins with `---` and a `kind`',
    ])
  })
})

test('links may lead to every briefing of the workspace; its headings are read where one of them is asked for, and where nobody links, nothing is', async () => {
  const root = await folderOf({
    'briefings/a.md': briefing('A', 'symbol: X/1\nrev: 2\n', '## First things\n\nWords.\n'),
    'briefings/b.md': briefing('B', '', '## Q\n\n[A](doc:a), [C](doc:c#q), [D](<../briefings/d%20d.md#q>), [E](<e e.md#q>)\n'),
    'briefings/c.md': briefing('C', '', '## Q\n\nWords.\n'),
    'briefings/d d.md': briefing('D', '', '## Q\n\nWords.\n'),
    'briefings/e e.md': briefing('E', '', '## Q\n\nWords.\n'),
    'briefings/f.md': 'No briefing at all.\n',
    'briefings/g.md': briefing('A title: with a colon'),
  })
  const workspace = await opened(root)
  const {found} = await findBriefings(workspace, ['briefings/b.md'], root)
  const papers = await otherPapers(workspace, found)
  expect(papers).toContainEqual({path: 'briefings/a.md', title: 'A', symbol: 'X/1/Rev.2', ids: [], sha256: expect.stringMatching(/^[0-9a-f]{64}$/)})
  expect(papers.map(({title, ids}) => [title, ...ids])).toEqual([['A'], ['B'], ['C', 'q'], ['D', 'q'], ['E', 'q'], ['']])
  expect(papers.at(-1)).toEqual({path: 'briefings/g.md', title: '', unread: true, ids: []})
  const {found: silent} = await findBriefings(workspace, ['briefings/a.md'], root)
  expect(await otherPapers(workspace, silent)).toEqual([])
})
