import {fileURLToPath} from 'node:url'
import {describe, expect, it, test} from 'vitest'
import {type Import, importsIn, sourceFiles} from './imports-of.js'

/** How far a room is open to another: for its values, for its types only, or for `import()` (and its types). */
type Door = 'values' | 'types' | 'on demand'

const types = (...rooms: string[]): Record<string, Door> => Object.fromEntries(rooms.map((room) => [room, 'types']))
const values = (...rooms: string[]): Record<string, Door> => Object.fromEntries(rooms.map((room) => [room, 'values']))

/** What any room may use. */
const FLOOR = ['diagnostic', 'source', 'files', 'inputs', 'shapes', 'content', 'version', 'once', 'recent', 'matches']

/** Which room may use which others, beside the floor. A room is a folder of `src/`, or a file there. */
const DOORS: Record<string, Record<string, Door>> = {
  language: {},
  pictures: {},
  brand: values('pictures'),
  facts: values('language'),
  drawing: values('brand', 'language'),
  blocks: {...values('brand', 'language', 'drawing'), ...types('facts')},
  kinds: {...values('brand', 'language', 'drawing'), ...types('blocks')},
  // Rows are loaded and filled in knowing nothing of blocks; a template's tree is known by its types.
  rows: {...values('language', 'facts'), ...types('briefing')},
  briefing: values('blocks', 'kinds', 'language', 'rows'),
  edition: values('briefing', 'blocks', 'kinds', 'brand', 'pictures', 'language', 'facts'),
  pages: values('edition', 'blocks', 'kinds', 'drawing', 'brand', 'language'),
  // The PDF's language tag and the division of words come from `language`; roles and setting are said by `drawing`, where they are drawn.
  print: {...values('edition', 'pages', 'brand', 'language'), ...types('drawing')},
  checks: {...values('blocks', 'kinds', 'facts', 'brand', 'language'), ...types('briefing', 'edition', 'print')},
  check: {...values('briefing', 'edition', 'checks', 'brand', 'facts', 'release'), ...types('rows')},
  // React-PDF is loaded by who prints. What `checks` says of the finished pages is asked here, where both are at hand.
  build: {...values('check', 'checks'), print: 'on demand', imposition: 'on demand', release: 'on demand'},
  // The list that `demarche facts` prints; papers say by themselves what they use.
  ledger: values('briefing', 'facts', 'language'),
  // Which files are briefings, and under which addresses `doc:` links find them; which warnings there are to choose the severity of.
  workspace: values('brand', 'briefing', 'edition', 'checks', 'rows'),
  // What V8 has compiled of the bundle, and the bundle run with it: by name, so it knows none of it.
  start: {},
  // What earlier runs left behind: entries on the disk, and what tells the program that wrote them.
  cache: {},
  press: {...values('build', 'check', 'cache', 'release', 'start'), ...types('rows')},
  // Its members are found as the command finds briefings; an annex is read as any PDF is, and bound in for a printer.
  pack: {...values('press', 'edition', 'brand', 'build', 'briefing', 'rows', 'kinds', 'language', 'verify', 'release', 'imposition'), ...types('print')},
  preview: values('press'),
  // What a PDF says of itself is read by nothing that printed it; only the recipe it carries is known from `edition`.
  // A letter is a note as it is composed for its recipient; the row that it is filled in from says whom it goes to.
  mail: {...values('briefing', 'rows'), ...types('edition')},
  // Finished PDFs on sheets: of what is printed it knows pages only.
  imposition: {},
  verify: values('edition'),
  // What was left out of a paper is known from its briefing, and what stands in its PDF from the file alone.
  release: {...values('edition', 'verify', 'language', 'brand'), ...types('briefing')},
  sign: {},
  // A template becomes as many jobs as it has rows.
  cli: values('mail', 'press', 'start', 'cache', 'ledger', 'pack', 'preview', 'workspace', 'verify', 'sign', 'briefing', 'rows', 'release'),
}

/** Doors beside `index.ts`, and the rooms that may use them: whoever reads a specification never loads what draws it. */
const SECOND_DOORS: Record<string, string[]> = {
  'blocks/views.ts': ['pages'],
  'kinds/frames.ts': ['pages'],
  // A process that prints is started before all that the command itself loads.
  'press/pool.ts': ['cli'],
  // What begins a process that prints loads nothing else before the network is closed.
  'press/begin-printing.ts': ['pack'],
  // The field types are floor for everyone, `content.ts` first; `shapes/index.ts` is for who reads YAML.
  'shapes/fields.ts': [],
  // What reads the command line loads neither a reader of YAML nor zod.
  'shapes/closest.ts': ['cli'],
  'shapes/outputs.ts': ['cli'],
}

/** What turns elements into pages: costs 250 ms to load. */
const RENDERER = /^(?:react|react-dom|react-reconciler|scheduler|pdfkit|@react-pdf\/(?!hyphenate(?:\/|$)|font(?:\/|$)).+)(?:\/|$)/

/** Whatever reaches out of the program. */
const OUTSIDE = /^node:(?:fs|http|https|http2|net|tls|dgram|dns|child_process|cluster|process|worker_threads)(?:\/|$)/
const MAY_REACH_OUTSIDE = ['files', 'cache', 'start', 'press', 'pack', 'preview', 'cli']

const SRC = fileURLToPath(new URL('../src', import.meta.url))
const files = sourceFiles(SRC)
const names = new Set(files.keys())
const imports = [...files].flatMap(([name, text]) => importsIn(text, name, names))
const roomOf = (file: string): string => file.split('/')[0]?.replace(/\.(?:tsx?|js)$/, '') ?? ''
const isOf = (room: string) => (one: Import) => roomOf(one.from) === room
const told = (one: Import, complaint: string): string => `src/${one.from}:${one.line} imports '${one.specifier}': ${complaint}`

describe('the doors', () => {
  test.each(Object.keys(DOORS))('%s uses only the rooms that are open to it', (room) => {
    expect(imports.filter(isOf(room)).flatMap((one) => complaintOf(one, room))).toEqual([])
  })
  test.each(FLOOR)('%s, on the floor, uses only the floor', (room) => {
    expect(imports.filter(isOf(room)).flatMap((one) => complaintOf(one, room))).toEqual([])
  })
  it('are known for every room', () => {
    const known = new Set([...Object.keys(DOORS), ...FLOOR, 'index'])
    expect([...new Set([...names].map(roomOf))].filter((room) => !known.has(room))).toEqual([])
  })
  it('lead to files that exist', () => {
    expect(
      imports.filter(({target}) => target !== undefined && !names.has(target)).map((one) => told(one, 'there is no such file')),
    ).toEqual([])
  })
  it('are closed to the command line: nothing but itself imports cli', () => {
    const into = imports.filter(({from, target}) => target !== undefined && roomOf(target) === 'cli' && roomOf(from) !== 'cli')
    expect(into.map((one) => told(one, 'cli is a thin shell, the deed belongs in a room below it'))).toEqual([])
  })
})

describe('the renderer', () => {
  // The rooms that `check` is made of are named too, so that the claim holds before and after any of them exists.
  const roots = [
    'check.ts',
    'briefing/index.ts',
    'edition/index.ts',
    'checks/index.ts',
    'blocks/index.ts',
    'kinds/index.ts',
    'language/index.ts',
    'brand/index.ts',
  ]
  test.each(roots.filter((root) => names.has(root)))('is not loaded by %s', (root) => {
    const path = pathTo(root, RENDERER)
    expect(path?.join('\n  -> ')).toBeUndefined()
  })
  it('is loaded by print, so the search does find it', () => {
    expect(pathTo('print/index.ts', RENDERER)?.[0]).toBe('src/print/index.ts')
  })
  it('is loaded by build on demand, so that check can share its file', () => {
    if (names.has('build.ts')) expect(pathTo('build.ts', RENDERER)?.join('\n  -> ')).toBeUndefined()
  })
})

describe('the world outside', () => {
  it('is reached only by files, cache, start, press, pack, preview and cli', () => {
    const out = imports.filter((one) => OUTSIDE.test(one.specifier) && !MAY_REACH_OUTSIDE.includes(roomOf(one.from)))
    expect(out.map((one) => told(one, 'take a `Files` from src/files.ts instead'))).toEqual([])
  })
  it('is imported by its `node:` name', () => {
    const bare = imports.filter(({specifier}) => /^(?:fs|http|https|net|child_process|process|path|url|crypto|os)(?:\/|$)/.test(specifier))
    expect(bare.map((one) => told(one, `write 'node:${one.specifier}'`))).toEqual([])
  })
  it('is not reached by `require`, but for the patterns of hyphenation, the installed fonts, and what is bundled', () => {
    const users = imports.filter(({specifier}) => specifier === 'node:module').map(({from}) => from)
    expect(users.filter((file) => !['files.ts', 'language/hyphenation.ts', 'press/close-network.ts', 'start/code.ts'].includes(file))).toEqual([])
  })
  it('is not asked for by global names: `process`, `fetch`', () => {
    const used = uses(/(?<![\w.'`-])(?:process\.\w+|fetch\()/, (room) => !MAY_REACH_OUTSIDE.includes(room))
    expect(used).toEqual([])
  })
  it('does not decide what prints: no Intl, no locale', () => {
    expect(uses(/\bIntl\.|\.toLocale\w*\(|\.localeCompare\(/, (room) => room !== 'cli')).toEqual([])
  })
})

describe('the scanner of imports', () => {
  const scan = (text: string) =>
    importsIn(text, 'blocks/note/view.tsx', new Set(['blocks/block.ts', 'drawing/index.ts', 'drawing/mark.tsx']))
  test.each([
    [`import {Note} from '../../drawing/index.js'`, 'value drawing/index.ts'],
    [`import type {Note} from '../../drawing/index.js'`, 'type drawing/index.ts'],
    [`import {type Note} from '../../drawing/index.js'`, 'value drawing/index.ts'],
    [`import type, {Note} from '../../drawing/index.js'`, 'value drawing/index.ts'],
    [`import {\n  one,\n  two,\n} from '../../drawing/mark.js'`, 'value drawing/mark.tsx'],
    [`export {one} from '../block.js'`, 'value blocks/block.ts'],
    [`export type * from '../block.js'`, 'type blocks/block.ts'],
    [`import '../block.js'`, 'value blocks/block.ts'],
    [`const {one} = await import('../block.js')`, 'dynamic blocks/block.ts'],
    [`import {useState} from 'react'`, 'value react'],
    [`import {gone} from './gone.js'`, 'value blocks/note/gone.js'],
  ])('reads %j', (text, expected) => expect(scan(text).map((one) => `${one.kind} ${one.target ?? one.specifier}`)).toEqual([expected]))

  test.each([
    `// import {a} from 'react'`,
    ` * import {a} from 'react'`,
    ` * see import('react')`,
    `const from = 'react'`,
    `export const a = {from: 'b'}\nconst c = [from, 'x']`,
  ])('passes over %j', (text) => expect(scan(text)).toEqual([]))
  it('misses none: every line that ends in a specifier is an import it found', () => {
    const missed = [...files].flatMap(([name, text]) => {
      const written = text.split('\n').filter((line) => /^(?:import\b.*|export\b.*|\}) from '[^']+'/.test(line)).length
      const found = importsIn(text, name, names).filter(({kind}) => kind !== 'dynamic').length
      return written > found ? [`src/${name}: ${written} written, ${found} found`] : []
    })
    expect(missed).toEqual([])
    expect(imports.length).toBeGreaterThan(100)
  })
})

/** What is wrong with an import, as one sentence that names the door it should have used; nothing where it is right. */
function complaintOf(one: Import, room: string): string[] {
  const {target} = one
  if (target === undefined) return []
  const other = roomOf(target)
  if (other === room || !names.has(target)) return []
  const door = FLOOR.includes(other) ? 'values' : DOORS[room]?.[other]
  if (door === undefined) {
    const open = Object.entries(DOORS[room] ?? {}).map(([name, how]) => (how === 'values' ? name : `${name} (${how})`))
    return [told(one, `${room} may not use ${other}; it may use ${[...open, 'the floor'].join(', ')}`)]
  }
  if (door !== 'values' && one.kind === 'value') {
    const remedy = door === 'types' ? 'write `import type`' : 'write `import type`, or `await import()` where it is needed'
    return [told(one, `${other} is open to ${room} for ${door === 'types' ? 'its types' : 'import()'} only; ${remedy}`)]
  }
  if (door === 'types' && one.kind === 'dynamic') return [told(one, `${other} is open to ${room} for its types only`)]
  if (target === `${other}.ts` || target === `${other}/index.ts`) return []
  if (SECOND_DOORS[target]) {
    return FLOOR.includes(other) || SECOND_DOORS[target].includes(room)
      ? []
      : [told(one, `src/${target} is a door for ${SECOND_DOORS[target].join(', ')} only`)]
  }
  return [told(one, `enter by the door, src/${other}/index.ts`)]
}

/** The chain of static value imports from a file to a package, the package last; nothing where there is none. */
function pathTo(root: string, wanted: RegExp): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[root, undefined]])
  for (const file of cameFrom.keys()) {
    for (const one of imports) {
      if (one.from !== file || one.kind !== 'value') continue
      if (wanted.test(one.specifier)) {
        const chain = [one.specifier]
        for (let at: string | undefined = file; at !== undefined; at = cameFrom.get(at)) chain.unshift(`src/${at}`)
        return chain
      }
      if (one.target !== undefined && !cameFrom.has(one.target)) cameFrom.set(one.target, file)
    }
    // JSX alone loads react/jsx-runtime, with no import to be seen.
    if (file.endsWith('.tsx') && wanted.test('react')) return [`src/${file}`, 'react/jsx-runtime (the file is .tsx)']
  }
  return undefined
}

/** Lines of code, comments aside, that hold a pattern in the rooms asked about. */
function uses(pattern: RegExp, isAsked: (room: string) => boolean): string[] {
  return [...files].flatMap(([name, text]) =>
    isAsked(roomOf(name))
      ? text.split('\n').flatMap((line, index) => {
          const code = line.replace(/^\s*\/?\*.*|\/\/ .*/, '')
          return pattern.test(code) ? [`src/${name}:${index + 1} ${code.trim()}`] : []
        })
      : [],
  )
}
