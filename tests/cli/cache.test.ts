import {appendFile, mkdir, readdir, readFile, rename, rm, stat, truncate, utimes, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {BARE, NEVER, readCommandLine, VALUED} from '../../src/cli/command-line.js'
import {run} from '../../src/cli/program.js'
import {recall} from '../../src/cli/recall.js'
import {replay} from '../../src/cli/replay.js'
import {runKeyOf} from '../../src/cli/run-key.js'
import {inThisProcess, type Job} from '../../src/press/index.js'
import {importsIn, sourceFiles} from '../imports-of.js'
import {briefing, folderOf} from '../workspace/folder-of.js'

/** Runs the command; `printed` names the papers that a renderer made, and not an earlier run. */
async function demarche(args: string, cwd: string, env: Record<string, string> = {}) {
  const [out, err, printed]: [string[], string[], string[]] = [[], [], []]
  const {print} = inThisProcess()
  const code = await run(args.split(' '), {
    stdout: {write: (text) => out.push(text)},
    stderr: {write: (text) => err.push(text)},
    cwd,
    env,
    printer(job: Job, begins) {
      printed.push(job.row ? `${job.source.path}#${job.row.key}` : job.source.path)
      return print(job, begins)
    },
  })
  return {code, out: out.join(''), err: err.join(''), printed: printed.sort()}
}

/** What the first level says of a command line: what it told before, or why it cannot. */
async function told(args: string, cwd: string, env: Record<string, string> = {}) {
  const recalled = recall(args.split(' '), {cwd, env})
  if (typeof recalled === 'string') return recalled
  const [out, err]: [string[], string[]] = [[], []]
  const code = await replay(recalled, {stdout: {write: (text) => out.push(text)}, stderr: {write: (text) => err.push(text)}, cwd, env})
  return {code, out: out.join(''), err: err.join('')}
}

/** A change that comes at least so much later that the times of files show it. */
const later = () => new Promise((done) => setTimeout(done, 30))

async function write(root: string, name: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, name)), {recursive: true})
  await writeFile(path.join(root, name), text)
}

async function bytesIn(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, {recursive: true, withFileTypes: true})).filter((entry) => entry.isFile())
  const files = names.map(async (entry) => [path.relative(folder, path.join(entry.parentPath, entry.name)), (await readFile(path.join(entry.parentPath, entry.name))).toString('base64')])
  return Object.fromEntries((await Promise.all(files)).sort())
}

const REGISTER = (value: number) => `facts:
  parties:
    statement: States Parties
    unit: {en: {one: State Party, other: States Parties}}
    values:
      - {value: ${value}, as_of: 2026-01, source: untc}
sources:
  untc: {type: treaty-register, title: Multilateral Treaties, publisher: United Nations, url: "https://treaties.un.org", accessed: 2026-11-01}
`
const BRAND = (colour: string) => `meta:\n  name: House\ncolor:\n  primary: "${colour}"\n`

/** Three papers: a plain one, one with a fact, and one with a warning and a passage for our own people. */
const papers = () => ({
  'briefings/plain.md': briefing('Plain'),
  'briefings/topic/counted.md': briefing('Counted', '', '## How many?\n\nThere are [162](fact:parties) States Parties.\n'),
  'briefings/topic/facts.yml': REGISTER(162),
  'briefings/topic/warned.md': briefing('Warned', '', '## Q\n\n<b>Answer</b>\n\n> [!INTERNAL]\n> Not for them.\n'),
  'styles/own/_brand.yml': BRAND('#123456'),
})
const ALL = ['briefings/plain.md', 'briefings/topic/counted.md', 'briefings/topic/warned.md']

async function built(files: Record<string, string> = papers(), args = 'build') {
  const cwd = await folderOf(files)
  await later()
  const first = await demarche(args, cwd)
  await later()
  return {cwd, first, again: () => demarche(args, cwd)}
}

describe('a second build', () => {
  test('prints nothing where nothing has changed, and tells the same', async () => {
    const {cwd, first, again} = await built()
    expect(first).toMatchObject({code: 0, printed: ALL})
    expect(first.err).toContain('warning[')
    const before = await bytesIn(path.join(cwd, 'output'))
    expect(await again()).toEqual({...first, printed: []})
    expect(await bytesIn(path.join(cwd, 'output'))).toEqual(before)
  })

  test('prints the paper whose words have changed', async () => {
    const {cwd, again} = await built()
    await write(cwd, 'briefings/plain.md', briefing('Plainer'))
    expect((await again()).printed).toEqual(['briefings/plain.md'])
  })

  test('prints nothing for a comment or a blank line, and tells findings at their new place', async () => {
    const files = {'briefings/plain.md': briefing('Plain'), 'briefings/doubtful.md': briefing('Doubtful', '', '## Q\n\n<b>Answer</b>\n')}
    const {cwd, again} = await built(files)
    for (const [name, text] of Object.entries(files)) await write(cwd, name, text.replace('---\n\n##', '---\n\n<!-- a note to myself -->\n\n##'))
    const {printed, err} = await again()
    expect(printed).toEqual([])
    expect(err).toContain('doubtful.md:12:1')
  })

  test('prints the papers that print a fact when it changes, and no others', async () => {
    const {cwd, again} = await built()
    await write(cwd, 'briefings/topic/facts.yml', `${REGISTER(162)}unchecked: [12]\n`)
    expect((await again()).printed).toEqual([])
    await write(cwd, 'briefings/topic/facts.yml', REGISTER(161))
    expect(await again()).toMatchObject({code: 1, printed: [], err: expect.stringContaining('facts/')})
    const text = await readFile(path.join(cwd, 'briefings/topic/counted.md'), 'utf8')
    await write(cwd, 'briefings/topic/counted.md', text.replace('162', '161'))
    expect(await again()).toMatchObject({code: 0, printed: ['briefings/topic/counted.md']})
  })

  test('prints every paper of a brand that has changed', async () => {
    const {cwd, again} = await built()
    await write(cwd, 'styles/own/_brand.yml', BRAND('#654321'))
    expect((await again()).printed).toEqual(ALL)
  })

  test('of a template prints the papers whose rows have changed', async () => {
    const rows = (name: string) => `iso2,name\nPL,Poland\nFI,${name}\n`
    const template = briefing('"About [Poland](row:name)"', 'rows: rows.csv\noutput: "{iso2}-paper"\n', '## Who?\n\nIt is [Poland](row:name).\n')
    const {cwd, first, again} = await built({'briefings/all.md': template, 'briefings/rows.csv': rows('Finland')})
    expect(first).toMatchObject({code: 0, printed: ['briefings/all.md#FI', 'briefings/all.md#PL']})
    await write(cwd, 'briefings/rows.csv', rows('Suomi'))
    expect((await again()).printed).toEqual(['briefings/all.md#FI'])
    await write(cwd, 'briefings/rows.csv', `iso2,name\nFI,Suomi\nPL,Poland\nEE,Estonia\n`)
    expect((await again()).printed).toEqual(['briefings/all.md#EE'])
  })

  test('prints nothing where only the times of files have changed', async () => {
    const {cwd, first, again} = await built()
    for (const name of await readdir(cwd, {recursive: true})) await utimes(path.join(cwd, name), new Date(), new Date())
    expect((await again()).printed).toEqual([])
    expect(await told('build', cwd)).toMatchObject({out: first.out})
  })

  test('writes an output again that is gone or was altered, without printing it', async () => {
    const {cwd, again} = await built()
    const before = await bytesIn(path.join(cwd, 'output'))
    await rm(path.join(cwd, 'output/plain.en.pdf'))
    await appendFile(path.join(cwd, 'output/topic/warned.en.pdf'), 'more')
    expect(await told('build', cwd)).toBe('output')
    expect((await again()).printed).toEqual([])
    expect(await bytesIn(path.join(cwd, 'output'))).toEqual(before)
  })

  test('with other options prints what they change, and with `--no-cache` everything, to the same bytes', async () => {
    const {cwd, first} = await built()
    expect((await demarche('build --audience internal', cwd)).printed).toContain('briefings/topic/warned.md')
    const before = await bytesIn(path.join(cwd, 'output'))
    expect(await demarche('build --no-cache', cwd)).toEqual(first)
    expect(await bytesIn(path.join(cwd, 'output'))).toEqual(before)
  })
})

describe('an entry', () => {
  const entries = async (cwd: string) =>
    (await readdir(path.join(cwd, '.demarche-cache'), {recursive: true, withFileTypes: true})).filter((entry) => entry.isFile() && !/^\.|TAG/.test(entry.name)).map((entry) => path.join(entry.parentPath, entry.name))

  test.each([
    ['is cut off', (file: string) => truncate(file, 90)],
    ['is empty', (file: string) => truncate(file, 0)],
    ['has another byte', async (file: string) => writeFile(file, (await readFile(file)).map((byte, at, {length}) => (at === length - 3 ? byte ^ 1 : byte)))],
  ])('that %s is as good as missing', async (_, spoil) => {
    const {cwd, first, again} = await built()
    const before = await bytesIn(path.join(cwd, 'output'))
    for (const file of await entries(cwd)) await spoil(file)
    await rm(path.join(cwd, 'output'), {recursive: true})
    expect(await told('build', cwd)).toBe('unknown')
    expect(await again()).toEqual(first)
    expect(await bytesIn(path.join(cwd, 'output'))).toEqual(before)
  })

  test('that stands under the name of another is not taken for it', async () => {
    const {cwd, first, again} = await built()
    for (const kind of ['papers', 'prints', 'editions']) {
      const folder = path.join(cwd, '.demarche-cache', kind)
      const [a = '', b = ''] = (await readdir(folder)).sort()
      await rename(path.join(folder, a), path.join(folder, 'aside'))
      await rename(path.join(folder, b), path.join(folder, a))
      await rename(path.join(folder, 'aside'), path.join(folder, b))
    }
    const before = await bytesIn(path.join(cwd, 'output'))
    await rm(path.join(cwd, 'output'), {recursive: true})
    const {printed, ...same} = await again()
    expect(printed.length).toBeGreaterThan(1)
    expect({...same, printed: ALL}).toEqual(first)
    expect(await bytesIn(path.join(cwd, 'output'))).toEqual(before)
  })

  test('says to git and to backups that it is none of theirs', async () => {
    const {cwd} = await built()
    expect(await readFile(path.join(cwd, '.demarche-cache/.gitignore'), 'utf8')).toBe('*\n')
    expect(await readFile(path.join(cwd, '.demarche-cache/CACHEDIR.TAG'), 'utf8')).toMatch(/^Signature: 8a477f597d28d172789f06886806bc55\n/)
  })
})

describe('a run that would find nothing changed', () => {
  test('is told again, in any format', async () => {
    const {cwd, first} = await built()
    expect(await told('build', cwd)).toEqual({code: first.code, out: first.out, err: first.err})
    for (const format of ['json', 'github', 'sarif', 'junit']) {
      const {code, out, err} = await demarche(`build --no-cache --format ${format}`, cwd)
      expect(await told(`build --format=${format} --jobs 3`, cwd)).toEqual({code, out, err})
    }
  })

  test('is told again with its errors', async () => {
    const {cwd, first} = await built({'briefings/a.md': briefing('A').replace('title:', 'titel:'), 'briefings/b.md': briefing('B')})
    expect(first.code).toBe(1)
    expect(await told('build', cwd)).toEqual({code: 1, out: first.out, err: first.err})
    await rm(path.join(cwd, 'briefings/b.md'))
    await later()
    const {printed: _, ...alone} = await demarche('build --out nowhere', cwd)
    expect(await told('build --out nowhere', cwd)).toEqual(alone)
  })

  const appears: [string, (cwd: string) => Promise<unknown>][] = [
    ['a briefing is new', (cwd) => write(cwd, 'briefings/topic/new.md', briefing('New'))],
    ['a folder with a briefing is new', (cwd) => write(cwd, 'briefings/else/new.md', briefing('New'))],
    ['a briefing is gone', (cwd) => rm(path.join(cwd, 'briefings/plain.md'))],
    ['a register is new, higher up', (cwd) => write(cwd, 'briefings/facts.yml', 'facts: {}\n')],
    ['a brand is new', (cwd) => write(cwd, 'styles/other/_brand.yml', BRAND('#000000'))],
    ['there are settings now', (cwd) => write(cwd, 'demarche.yml', 'paper: Letter\n')],
    ['a text has changed, and not its size', (cwd) => write(cwd, 'briefings/plain.md', briefing('Plein'))],
  ]
  test.each(appears)('is made again when %s', async (_, change) => {
    const {cwd} = await built()
    expect(await told('build', cwd)).not.toBeTypeOf('string')
    await change(cwd)
    expect(await told('build', cwd)).toBe('changed')
  })

  test('is made again when what it wrote beside the papers is gone', async () => {
    const {cwd} = await built(papers(), 'build --deps papers.d')
    expect(await told('build --deps papers.d', cwd)).not.toBeTypeOf('string')
    expect(await told('build', cwd)).toBe('unknown')
    await rm(path.join(cwd, 'papers.d'))
    expect(await told('build --deps papers.d', cwd)).toBe('output')
  })

  test('is remembered too where the folder that it looks through holds the output and the cache', async () => {
    const {cwd, again} = await built(papers(), 'build .')
    await again()
    expect(await told('build .', cwd)).not.toBeTypeOf('string')
  })

  test('is made again where a killed build has left something to tidy up', async () => {
    const {cwd, again} = await built()
    await write(cwd, 'output/topic/.demarche-999999-00ff.tmp', 'half a paper')
    expect(await told('build', cwd)).toBe('output')
    await again()
    expect(await readdir(path.join(cwd, 'output/topic'))).toEqual(['counted.en.pdf', 'warned.en.pdf'])
    expect(await told('build', cwd)).not.toBeTypeOf('string')
  })

  test('of `check` is one of a day', async () => {
    const {cwd, first} = await built(papers(), 'check')
    expect(await told('check', cwd)).toEqual({code: first.code, out: first.out, err: first.err})
    expect(await told('check', cwd, {SOURCE_DATE_EPOCH: '1895478400'})).toBe('unknown')
    expect(await told('check --on 2030-01-01', cwd)).toBe('unknown')
    await demarche('check --on 2030-01-01', cwd)
    expect(await told('check --on=2030-01-01', cwd)).not.toBeTypeOf('string')
  })

  test('is not one that mends, asks, or was refused', async () => {
    const {cwd} = await built()
    for (const args of ['check --fix', 'check --dry-run', 'build --why plain', 'check --write-baseline known.json', 'build --no-cache', 'build --brand nowhere']) {
      await demarche(args, cwd)
      expect(await told(args, cwd)).toBe('unknown')
    }
    expect(await told('build --format nonsense', cwd)).toEqual({code: undefined, out: '', err: ''})
  })

  test('keeps its papers where it is told to', async () => {
    const cwd = await folderOf({...papers(), 'demarche.yml': 'cache: build/cache\n'})
    await later()
    await demarche('build', cwd)
    expect((await stat(path.join(cwd, 'build/cache/prints'))).isDirectory()).toBe(true)
    expect((await demarche('build', cwd)).printed).toEqual([])
    expect(await told('build', cwd)).not.toBeTypeOf('string')
    expect((await demarche('build --cache elsewhere', cwd)).printed).toEqual(ALL)
    expect((await stat(path.join(cwd, 'elsewhere/prints'))).isDirectory()).toBe(true)
    expect(await readdir(cwd)).not.toContain('.demarche-cache')
  })

  test('leaves no cache in a folder that is no workspace', async () => {
    const cwd = await folderOf({'a.md': briefing()})
    await demarche('build a.md', cwd)
    expect((await readdir(cwd)).sort()).toEqual(['a.md', 'output'])
  })
})

test('every option of `build` and `check` is one that the first level knows, with or without a value', async () => {
  const known = new Map<string, boolean>([...VALUED.map((name) => [name, true] as const), ...BARE.map((name) => [name, false] as const)])
  for (const deed of ['build', 'check']) {
    const {out} = await demarche(`${deed} --help`, '/')
    const options = [...out.matchAll(/^ {2}--([\w-]+)( <\w+>)?/gm)].map(([, name = '', value]) => [name, value !== undefined] as const)
    expect(options.length).toBeGreaterThan(10)
    for (const [name, takesValue] of options) {
      if ((NEVER as readonly string[]).includes(name)) expect(readCommandLine([deed, `--${name}`, 'x'])).toBeUndefined()
      else expect([name, known.get(name)]).toEqual([name, takesValue])
    }
  }
  expect(readCommandLine(['build', 'a.md', '--paper=A4', '--out', '--strict', '--anonymous'])).toEqual({
    deed: 'build',
    paths: ['a.md'],
    options: [['paper', 'A4'], ['out', '--strict'], ['anonymous', '']],
  })
  for (const odd of [['facts'], ['build', '--strict=no'], ['build', '--out'], ['build', '-x'], ['build', '--unheard-of'], []]) expect(readCommandLine(odd)).toBeUndefined()
})

test('a run is told again by the program that made it, and by no other that is installed elsewhere', async () => {
  const [here, there] = [await folderOf({'briefings/a.md': briefing()}), await folderOf({'briefings/a.md': briefing()})]
  const keyIn = (cwd: string, program: string) => runKeyOf({deed: 'build', paths: [], options: []}, {cwd, env: {}}, program)?.key
  const own = keyIn(here, path.join(here, 'node_modules/demarche'))
  expect(keyIn(here, '/usr/lib/node_modules/demarche')).not.toBe(own)
  // A machine that has the same folders elsewhere may go on where another left off.
  expect(keyIn(there, path.join(there, 'node_modules/demarche'))).toBe(own)
})

test('to tell a run again, nothing is loaded that reads briefings or prints', () => {
  const root = fileURLToPath(new URL('../../src', import.meta.url))
  const files = sourceFiles(root)
  const names = new Set(files.keys())
  const reached = new Set(['cli/recall.ts', 'cli/replay.ts'])
  const packages = new Set<string>()
  for (const file of reached) {
    for (const {kind, target, specifier} of importsIn(files.get(file) ?? '', file, names)) {
      if (kind !== 'value') continue
      if (target === undefined) packages.add(specifier)
      else reached.add(target)
    }
  }
  expect([...packages].filter((name) => !name.startsWith('node:')).sort()).toEqual(['picocolors', 'string-width'])
  expect([...new Set([...reached].map((file) => file.split('/')[0]))].sort()).toEqual(['cache', 'cli', 'diagnostic.ts', 'files.ts', 'once.ts', 'version.ts'])
})

describe('`--why`', () => {
  test('names what has changed since a paper was built', async () => {
    const {cwd} = await built()
    const why = async (args = '') => (await demarche(`build --why counted${args}`, cwd)).out
    expect(await why()).toBe('briefings/topic/counted.md would not be printed again: nothing that it is made from has changed\n')
    await write(cwd, 'briefings/topic/facts.yml', REGISTER(161))
    await write(cwd, 'styles/own/_brand.yml', BRAND('#654321'))
    await write(cwd, 'briefings/topic/counted.md', (await readFile(path.join(cwd, 'briefings/topic/counted.md'), 'utf8')).replace('162', '161'))
    expect(await why(' --paper Letter')).toBe(
      [
        'briefings/topic/counted.md would be printed again',
        '  - `--paper` was not given, and is `Letter`',
        '  - `briefings/topic/counted.md` has changed',
        "  - the brand's `styles/own/_brand.yml` has changed",
        '  - `briefings/topic/facts.yml` has changed',
        '  - the fact `parties` was `162 States Parties`, and is `161 States Parties`',
        '',
      ].join('\n'),
    )
    expect((await demarche('build --why nothing', cwd)).code).toBe(3)
    expect((await demarche('build --why plain --no-cache', cwd)).code).toBe(3)
  })

  test('tells a change that makes no other paper from one that does', async () => {
    const {cwd} = await built()
    await appendFile(path.join(cwd, 'briefings/plain.md'), '\n<!-- later -->\n')
    expect((await demarche('build --why briefings/plain.md', cwd)).out).toBe(
      'briefings/plain.md would not be printed again: the cache has the paper that comes of this\n  - `briefings/plain.md` has changed\n',
    )
  })

  test('names the cells of a row', async () => {
    const template = briefing('"About [Poland](row:name)"', 'rows: rows.csv\noutput: "{iso2}-paper"\n', '## Who?\n\nIt is [Poland](row:name).\n')
    const {cwd} = await built({'briefings/all.md': template, 'briefings/rows.csv': 'iso2,name\nPL,Poland\n'})
    await write(cwd, 'briefings/rows.csv', 'iso2,name\nPL,Polska\n')
    expect((await demarche('build --why all', cwd)).out).toBe(
      'briefings/all.md (PL) would be printed again\n  - of the row `PL`, `name` was `Poland`, and is `Polska`\n',
    )
    await demarche('build', cwd)
    await write(cwd, 'briefings/rows.csv', 'iso2,name\nPL,Poland\n')
    expect((await demarche('build --why all', cwd)).out).toBe(
      'briefings/all.md (PL) would not be printed again: the cache has the paper that comes of this\n  - of the row `PL`, `name` was `Polska`, and is `Poland`\n',
    )
    expect((await demarche('build', cwd)).printed).toEqual([])
  })

  test('takes a paper by what its author knows of it', async () => {
    const template = briefing('"About [Poland](row:name)"', 'rows: rows.csv\noutput: "{iso2}-paper"\n', '## Who?\n\nIt is [Poland](row:name).\n')
    const {cwd} = await built({'briefings/all.md': template, 'briefings/rows.csv': 'iso2,name\nPL,Poland\nLV,Latvia\n'})
    const told = async (typed: string) => (await demarche(`build --why ${typed}`, cwd)).out.match(/all\.md \(..\)/g)
    expect(await told('briefings/all.md')).toEqual(['all.md (PL)', 'all.md (LV)'])
    for (const one of ['LV', 'LV-paper', 'output/LV-paper.en.pdf']) expect(await told(one)).toEqual(['all.md (LV)'])
    expect(await demarche('build --why EE', cwd)).toMatchObject({code: 3, err: expect.stringContaining('there is no briefing `EE` among those of this build')})
  })
})

test('`--deps` names the files that each paper is made from, for make', async () => {
  const {cwd} = await built({...papers(), 'briefings/a b#c.md': briefing('Odd')}, 'build --deps papers.d')
  const text = await readFile(path.join(cwd, 'papers.d'), 'utf8')
  const rules = text.replaceAll(' \\\n ', '').split('\n\n')
  const [, inputs = ''] = rules.find((rule) => rule.startsWith('output/topic/counted.en.pdf: '))?.split(': ') ?? []
  expect(inputs.split(' ')).toEqual(expect.arrayContaining(['briefings/topic/counted.md', 'briefings/topic/facts.yml', 'styles/own/_brand.yml']))
  expect(inputs).not.toContain('plain.md')
  expect(text).toContain('output/a\\ b\\#c.en.pdf: briefings/a\\ b\\#c.md')
  expect(rules).toContain('briefings/topic/facts.yml:')
  for (const file of text.matchAll(/^ {2}([^\s\\]+)/gm)) expect((await stat(path.resolve(cwd, file[1] ?? ''))).isFile()).toBe(true)
})
