// Bundles the command, the processes that print and the library: a file for each, and chunks that they share. What is loaded together
// lies together, so that a start reads a few files and not a thousand. Why, and what it gives: docs/start.md.
import {copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {builtinModules} from 'node:module'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {rolldown} from 'rolldown'
import {inAscii} from './in-ascii.mjs'
import {leanerEngine} from './leaner-engine.mjs'
import {TURNS} from './turning-letters.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const src = path.join(root, 'src')

/** Loaded where they lie, and only by who has installed them. */
const EXTERNAL = [/^@citation-js\//, /^@libpdf\//]

/** Packages of React-PDF in which elements are kept up to date, which nobody asks of paper. */
const RECONCILED = /[\\/]@react-pdf[\\/](?:renderer|reconciler)[\\/]/

/** Said of packages that we do not write, and of a room that is loaded already where one of its own asks for it on demand. */
const HARMLESS = new Set(['EVAL', 'INEFFECTIVE_DYNAMIC_IMPORT'])

/** Bundles `src/` into `dist`, which has what the compiler wrote: what processes begin with, and the program that they load. */
export async function bundle(dist) {
  const begun = await write(dist, begins(), 'esm')
  const program = await write(dist, PROGRAM, 'cjs')
  writeFileSync(path.join(dist, 'index.js'), library(program))
  const packages = packagesIn([...begun, ...program])
  copyData(dist)
  writeFileSync(path.join(dist, 'packages.json'), `${JSON.stringify(Object.fromEntries(packages.map(({name, version}) => [name, version])), null, 2)}\n`)
  writeFileSync(path.join(dist, 'LICENCES.txt'), packages.map(licenceOf).join('\n\n'))
}

/** The command, and each room's process, which load the program by the names of its parts. */
function begins() {
  const workers = readdirSync(src, {withFileTypes: true})
    .filter((room) => room.isDirectory() && existsSync(path.join(src, room.name, 'worker.ts')))
    .map(({name}) => `${name}/worker`)
  return ['cli/main', ...workers]
}

/** Scripts, and no modules: only of these does V8 hand out what it has compiled. See `start/code.ts`. */
const PROGRAM = ['index', 'cli/program', 'press/printing', 'press/checking', 'pack/printing']

async function write(dist, names, format) {
  const input = Object.fromEntries(names.map((name) => [name, path.join(src, `${name}.ts`)]))
  const begins = new Set(Object.values(input))
  const build = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    preserveEntrySignatures: 'allow-extension',
    // Of our own modules only those that a process begins with do something when they are loaded: of a room, what nobody asks for is left out. So
    // is React-PDF's reconciler, as long as we use the elements of that package and nothing that it does.
    treeshake: {moduleSideEffects: (id) => (id.startsWith(src + path.sep) ? begins.has(id) : RECONCILED.test(id) ? false : undefined)},
    external: EXTERNAL,
    resolve: {extensionAlias: {'.js': ['.ts', '.tsx', '.js']}},
    // React looks at this more than once a paper.
    transform: {define: {'process.env.NODE_ENV': '"production"'}, target: 'node20.19'},
    plugins: [modulesOfNode, noSubprograms, brotliOnDemand, widthsOnDemand, lettersOnDemand, standardFonts, noCiphers, noOwnDivision, leanerEngine, triesOnDemand, orderOnDemand, patternsKnown, noOtherYaml, nothingWaits, placesIn(format), ...(format === 'cjs' ? [importsOutside] : [])],
    onLog(level, log) {
      if (level === 'warn' && !HARMLESS.has(log.code)) throw new Error(log.message)
    },
  })
  const ending = format === 'cjs' ? 'cjs' : 'js'
  const {output} = await build.write({
    dir: dist,
    format,
    minify: true,
    comments: false,
    entryFileNames: `[name].${ending}`,
    chunkFileNames: `chunks/[name].${ending}`,
    codeSplitting: {includeDependenciesRecursively: false, groups: [{debugName: 'together', name: chunkOf(begins)}]},
  })
  await build.close()
  for (const {type, fileName, code} of output) if (type === 'chunk') writeFileSync(path.join(dist, fileName), inAscii(code))
  return output
}

/** The library is a module, of what the program exports. */
function library(program) {
  const {exports} = program.find(({fileName}) => fileName === 'index.cjs')
  return `import program from './index.cjs'\nexport const {${exports.join(', ')}} = program\n`
}

/** What a process loads together: a module of its own costs each file a third of a millisecond. Other chunks follow from `import()`. */
const TOGETHER = {
  start: ['cli/main.ts'],
  closed: ['press/close-network.ts'],
  hire: ['press/pool.ts'],
  tell: ['cli/replay.ts'],
  command: ['cli/program.ts', 'cli/commands/build.ts', 'cli/commands/check.ts'],
  check: ['press/print-paper.ts'],
  papers: ['cli/papers.ts'],
}

/** The chunk of a module: the first of `TOGETHER` that reaches it. What the command line shares with those below it is by itself, as they are loaded without it, too. */
function chunkOf(begins) {
  const reached = {}
  return (id, context) => {
    if (begins.has(id)) return null
    for (const [name, begins] of Object.entries(TOGETHER)) {
      reached[name] ??= new Set(begins.flatMap((begin) => [...reachedFrom(path.join(src, begin), context)]))
    }
    const [first, ...others] = Object.keys(TOGETHER).filter((name) => reached[name].has(id))
    return first === 'command' && others.length > 0 ? 'words' : (first ?? null)
  }
}

function reachedFrom(begin, context, reached = new Set()) {
  if (reached.has(begin)) return reached
  reached.add(begin)
  for (const id of context.getModuleInfo(begin)?.importedIds ?? []) reachedFrom(id, context, reached)
  return reached
}

/** Modules of Node that are asked for by what is seldom called: to load one takes a millisecond or three. */
const SELDOM = ['child_process', 'crypto', 'fs/promises', 'timers/promises', 'zlib']

/**
 * Node reads all that one of its modules has before it gives one name of it to an `import`: of `node:fs` that loads streams as well. Asked for as a
 * whole it does not; and of those in `SELDOM` each function asks when it is called.
 */
const modulesOfNode = {
  name: 'modules-of-node',
  resolveId: {
    filter: {id: /^(?:node:)?[a-z_/0-9]+$/},
    handler(id, importer, {kind}) {
      const name = id.replace(/^node:/, '')
      return kind === 'import-statement' && !importer?.includes('rolldown/runtime') && builtinModules.includes(name) ? {id: `\0of-node:${name}`, moduleSideEffects: false} : undefined
    },
  },
  load: {
    filter: {id: /^\0of-node:/},
    handler(id) {
      const name = id.slice('\0of-node:'.length)
      // Of `node:fs` some ask for all: what is old there warns, and what is not loaded yet would be.
      const isLeft = (key) => key === 'default' || (name === 'fs' && /^[FRWX]_OK$|Stream$|^promises$/.test(key))
      const names = Object.entries(process.getBuiltinModule(`node:${name}`)).filter(([key]) => /^[A-Za-z_$][\w$]*$/.test(key) && !isLeft(key))
      const isSeldom = SELDOM.includes(name)
      const make = ([key, value]) =>
        isSeldom && typeof value === 'function' && !/^[A-Z]/.test(key) ? `export const ${key} = (...given) => whole().${key}(...given)` : `export const ${key} = /* @__PURE__ */ (() => whole().${key})()`
      return [
        'let loaded',
        `const whole = () => (loaded ??= process.getBuiltinModule('node:${name}'))`,
        ...names.map(make),
        `export default /* @__PURE__ */ ${isSeldom ? 'new Proxy({}, {get: (_, key) => whole()[key]})' : 'whole()'}`,
      ].join('\n')
    },
  },
}

/** The reader of the command line could start other programs, and loads what that takes; ours never asks it to. */
const noSubprograms = {
  name: 'no-subprograms',
  transform: {filter: {id: /[\\/]commander[\\/]lib[\\/]command\.js$/}, handler: (code) => code.replace("require('node:child_process')", '{}')},
}

/** A module goes on to believe that it lies where the compiler would have put it: `import.meta.url` is seen from `dist`. */
const placesIn = (format) => ({
  name: 'places',
  transform: {
    filter: {code: /import\.meta\.url/},
    handler(code, id) {
      if (id === 'rolldown/runtime.js' || id === '\0rolldown/runtime.js') return undefined // it asks for nothing but modules of Node
      const own = path.relative(src, id)
      const place = own.startsWith('..') ? PLACES[packageOf(id)?.name] : own.replace(/\.tsx?$/, '.js')
      if (place === undefined) throw new Error(`${id} asks where it lies: say so in .ci/bundle.mjs`)
      return code.replaceAll('import.meta.url', `__placeOf(${JSON.stringify(place)})`)
    },
  },
  renderChunk(code, {fileName}) {
    return code.replace(/__placeOf\((["'`])(.*?)\1\)/g, (_, _quote, place) => {
      const relative = path.posix.relative(path.posix.dirname(fileName), place)
      return `new URL(${JSON.stringify(relative)},${format === 'cjs' ? "require('node:url').pathToFileURL(__filename)" : 'import.meta.url'}).href`
    })
  },
})

/** Packages that may ask where they lie, and what they are told: pdfkit reads a file from beside it, fdir looks for a package. */
const PLACES = {pdfkit: 'pdfkit/index.js', fdir: 'index.js', 'yoga-layout': 'yoga-layout/index.js', harfbuzzjs: 'harfbuzzjs/harfbuzz.js'}

/** The profile of colours that PDF/A asks for is read by path, and so is what HarfBuzz was compiled to. */
function copyData(dist) {
  mkdirSync(path.join(dist, 'harfbuzzjs'), {recursive: true})
  copyFileSync(path.join(root, 'node_modules/harfbuzzjs/dist/harfbuzz.wasm'), path.join(dist, 'harfbuzzjs/harfbuzz.wasm'))
  const from = path.join(root, 'node_modules/pdfkit/js/data')
  mkdirSync(path.join(dist, 'pdfkit/data'), {recursive: true})
  for (const name of readdirSync(from).filter((file) => file.endsWith('.icc'))) copyFileSync(path.join(from, name), path.join(dist, 'pdfkit/data', name))
}

/** Only fonts of the web are packed with Brotli, and its dictionary is large: loaded by the first such font. */
const brotliOnDemand = {
  name: 'brotli-on-demand',
  transform: {
    filter: {id: /fontkit[\\/]dist/, code: /brotli\/decompress/},
    handler: (code) =>
      code.replace(
        /import (\S+) from ["']brotli\/decompress\.js["'];?/,
        (_, name) => `import {createRequire as __requireFrom} from 'node:module';const ${name} = (...args) => __requireFrom(__placeOf('files.js'))('brotli/decompress.js')(...args);`,
      ),
  },
}

/** What measures texts for a terminal takes 15 ms to make its patterns of all emoji: it is made for the first text that is not plain. */
const widthsOnDemand = {
  name: 'widths-on-demand',
  transform: {
    filter: {id: /[\\/]string-width[\\/]index\.js$/},
    handler: (code) => {
      const imports = code.match(/^import .*$/gm).join('\n')
      const body = code.replace(/^import .*$/gm, '').replace('export default function stringWidth', 'return function stringWidth')
      return `${imports}\nlet made\nconst make = () => {${body}}\nexport default (text) => (made ??= make())(text)`
    },
  },
}

/** Half a megabyte of letters in ASCII, for the titles of other scripts: it is a file beside the bundle, read for the first of them. */
const lettersOnDemand = {
  name: 'letters-on-demand',
  load: {
    filter: {id: /[\\/]any-ascii[\\/]block\.js$/},
    async handler(id) {
      const {default: block} = await import(id)
      const blocks = Array.from({length: 0x1100}, (_, number) => [number, block(number)]).filter(([, letters]) => letters)
      this.emitFile({type: 'asset', fileName: 'ascii.json', source: JSON.stringify(Object.fromEntries(blocks))})
      return `import {readFileSync} from 'node:fs'
let blocks
export default (number) => (blocks ??= JSON.parse(readFileSync(new URL(__placeOf('ascii.json')), 'utf8')))[number] ?? ''`
    },
  },
}

/** Measures of the fonts that every reader of PDF has: asked for by a `require` that a bundler does not see. */
const standardFonts = {
  name: 'standard-fonts',
  transform: {
    filter: {id: /pdfkit[\\/]js/, code: /#standard-fonts/},
    handler: (code) => code.replace(/require\$1\('#standard-fonts\/(\w+)'\)/g, "require('pdfkit/standard-fonts/$1')"),
  },
}

/** pdfkit could close a file with a password, and makes tables for that when it is loaded; ours are never closed. */
const noCiphers = {
  name: 'no-ciphers',
  load: {
    filter: {id: /[\\/]@noble[\\/]ciphers[\\/](?:esm[\\/])?aes\.js$/},
    handler: () => "const refuse = () => { throw new Error('not in the bundle') }\nexport const cbc = refuse\nexport const ecb = refuse",
  },
}

/** React-PDF makes a tree of the patterns of English words when it is loaded; ours hands it words that are divided already. */
const noOwnDivision = {
  name: 'no-own-division',
  load: {
    filter: {id: /[\\/]@react-pdf[\\/]hyphenate[\\/]lib[\\/]en-us\.js$/},
    handler: () => "const refuse = () => { throw new Error('not in the bundle') }\nexport const syllables = refuse\nexport const hyphenate = refuse\nexport const patterns = []",
  },
}

/** What letters are is packed in tables, and fonts bring some for scripts that we do not set: each is unpacked for the first letter that is looked up. */
const triesOnDemand = {
  name: 'tries-on-demand',
  transform: {
    filter: {id: /[\\/]unicode-trie[\\/]index\.js$/},
    handler: (code) =>
      `${code.replace('module.exports = UnicodeTrie', '')}
module.exports = class {
  constructor(data) { this.packed = data }
  get(codePoint) { return (this.trie ??= new UnicodeTrie(this.packed)).get(codePoint) }
}`,
  },
}

/** Every text is asked for its order, and to know it takes a table of all letters: it is asked of texts that have one. */
const orderOnDemand = {
  name: 'order-on-demand',
  transform: {
    filter: {id: /[\\/]bidi-js[\\/]dist[\\/]bidi\.js$/},
    handler: (code) =>
      `${code}
const factory = module.exports
module.exports = () => {
  const order = factory()
  const getEmbeddingLevels = (text, direction) => direction === 'rtl' || ${TURNS}.test(text) ? order.getEmbeddingLevels(text, direction) : {levels: new Uint8Array(text.length), paragraphs: []}
  return {...order, getEmbeddingLevels}
}`,
  },
}

/** The package that finds files asks whether one is installed that it has been given already. */
const patternsKnown = {
  name: 'patterns-known',
  transform: {filter: {id: /[\\/]fdir[\\/]/, code: /__require\.resolve/}, handler: (code) => code.replace('__require.resolve("picomatch")', 'throw undefined')},
}

/** HarfBuzz is compiled while its module is loaded, which a script cannot wait for: it exports what there is to wait for. */
const nothingWaits = {
  name: 'nothing-waits',
  transform: {
    filter: {id: /[\\/]harfbuzzjs[\\/]dist[\\/]index\.mjs$/},
    handler(code) {
      if (!code.includes('init(await createHarfBuzz());')) throw new Error('harfbuzzjs begins otherwise: see nothingWaits in .ci/bundle.mjs')
      return code.replace('init(await createHarfBuzz());', 'export const ready = createHarfBuzz().then(init);')
    },
  },
}

/** A script that was compiled before no longer knows how Node imports: it is handed that by `start/code.ts`. Where Node itself loads it, for the library, it knows. */
const importsOutside = {
  name: 'imports-outside',
  renderChunk(code) {
    const asked = code.replace(/\bimport\(/g, '__import(')
    return asked === code ? code : `const __import=typeof importOutside==='function'?importOutside:(name)=>import(name);${asked}`
  },
}

/** What cuts front matter off brings a reader of YAML and one of JavaScript along: ours refuses both, and reads YAML by another. */
const noOtherYaml = {
  name: 'no-other-yaml',
  load: {filter: {id: /[\\/]js-yaml[\\/]index\.js$/}, handler: () => "const refuse = () => { throw new Error('not in the bundle') }; module.exports = {safeLoad: refuse, safeDump: refuse}"},
}

/** Every package that is in the bundle, by name. */
function packagesIn(output) {
  const found = new Map()
  for (const {moduleIds = []} of output) {
    for (const id of moduleIds) {
      const one = packageOf(id)
      if (one) found.set(`${one.name} ${one.version}`, one)
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The package that a module is of; nothing for our own. */
function packageOf(id) {
  const [, folder] = /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id) ?? []
  return folder === undefined ? undefined : {folder, ...JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))}
}

function licenceOf({name, version, license, homepage, repository, folder}) {
  const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.|$)/i.test(one))
  const text = file === undefined ? (repository?.url ?? homepage ?? '') : readFileSync(path.join(folder, file), 'utf8').trim()
  return `${name} ${version} (${license})\n\n${text}\n`
}
