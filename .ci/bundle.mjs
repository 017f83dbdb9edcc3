// Bundles the command, the processes that print and the library: a file for each, and chunks that they share. What is loaded together
// lies together, so that a start reads a few files and not a thousand. Why, and what it gives: docs/start.md.
import {copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {rolldown} from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url))
const src = path.join(root, 'src')

/** Loaded where they lie, and only by who has installed them. */
const EXTERNAL = [/^@citation-js\//, /^@libpdf\//]

/** Bundles `src/` into `dist`, which has what the compiler wrote. */
export async function bundle(dist) {
  const input = entries()
  const begins = new Set(Object.values(input))
  const build = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    // Of our own modules only those that a process begins with do something when they are loaded: of a room, what nobody asks for is left out.
    treeshake: {moduleSideEffects: (id) => (id.startsWith(src + path.sep) ? begins.has(id) : undefined)},
    external: EXTERNAL,
    resolve: {extensionAlias: {'.js': ['.ts', '.tsx', '.js']}},
    // React looks at this more than once a paper.
    transform: {define: {'process.env.NODE_ENV': '"production"'}, target: 'node20.19'},
    plugins: [brotliOnDemand, widthsOnDemand, standardFonts, patternsKnown, noOtherYaml, places],
    onLog(level, log) {
      if (level === 'warn' && log.code !== 'EVAL') throw new Error(log.message)
    },
  })
  const {output} = await build.write({
    dir: dist,
    format: 'esm',
    minify: true,
    comments: false,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
  })
  await build.close()
  const packages = packagesIn(output)
  copyColours(dist)
  writeFileSync(path.join(dist, 'packages.json'), `${JSON.stringify(Object.fromEntries(packages.map(({name, version}) => [name, version])), null, 2)}\n`)
  writeFileSync(path.join(dist, 'LICENCES.txt'), packages.map(licenceOf).join('\n\n'))
  return output.map(({fileName}) => fileName)
}

/** The command, the library, and each room's process: by its path without the ending. */
function entries() {
  const workers = readdirSync(src, {withFileTypes: true})
    .filter((room) => room.isDirectory() && existsSync(path.join(src, room.name, 'worker.ts')))
    .map(({name}) => `${name}/worker`)
  return Object.fromEntries(['index', 'cli/main', ...workers].map((name) => [name, path.join(src, `${name}.ts`)]))
}

/** A module goes on to believe that it lies where the compiler would have put it: `import.meta.url` is seen from `dist`. */
const places = {
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
      return `new URL(${JSON.stringify(relative)},import.meta.url).href`
    })
  },
}

/** Packages that may ask where they lie, and what they are told: pdfkit reads a file from beside it, fdir looks for a package. */
const PLACES = {pdfkit: 'pdfkit/index.js', fdir: 'index.js', 'yoga-layout': 'yoga-layout/index.js'}

/** The profile of colours that PDF/A asks for is read by path. */
function copyColours(dist) {
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

/** Measures of the fonts that every reader of PDF has: asked for by a `require` that a bundler does not see. */
const standardFonts = {
  name: 'standard-fonts',
  transform: {
    filter: {id: /pdfkit[\\/]js/, code: /#standard-fonts/},
    handler: (code) => code.replace(/require\$1\('#standard-fonts\/(\w+)'\)/g, "require('pdfkit/standard-fonts/$1')"),
  },
}

/** The package that finds files asks whether one is installed that it has been given already. */
const patternsKnown = {
  name: 'patterns-known',
  transform: {filter: {id: /[\\/]fdir[\\/]/, code: /__require\.resolve/}, handler: (code) => code.replace('__require.resolve("picomatch")', 'throw undefined')},
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
