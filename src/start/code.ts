import {mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {Script} from 'node:vm'
import {pack, unpack} from './kept-pieces.js'

/** The bundled program, as far as a process asks for it. */
export interface Code {
  /** What a module of the bundle exports, by its name below `dist/`, such as `cli/program`. It runs once. */
  load(name: string): unknown
  /** Whether V8 had compiled less of it than it might have. */
  readonly wanting: boolean
  /** Keeps what V8 has compiled by now, for processes that begin as this one did; `forGood`: there is no more to come. */
  keep(forGood?: 'forGood'): void
}

const dist = fileURLToPath(new URL('..', import.meta.url))

/** Runs do not all ask for the same: what the first ones have compiled is kept together, and stays as it is from then on. */
const RUNS = 3

/** What other builds of the program have left goes after a day, in milliseconds: until then two may be in use. */
const DAY = 24 * 60 * 60 * 1000

/**
 * Opens the bundle for a process that does what `deed` says. Loading it takes V8 as long as checking a paper: what it has compiled in an
 * earlier process is taken from `folder`, where there is any, for this build of the program, this version of Node and its flags.
 */
export function openCode(deed: string, folder: string | undefined): Code {
  const file = folder === undefined ? undefined : path.join(folder, `${buildOf()}-${process.version}-${process.arch}-${flagsName()}-${deed}`)
  const kept = file === undefined ? undefined : unpack(bytesOf(file))
  const scripts = new Map<string, Script>()
  const modules = new Map<string, {exports: unknown}>()
  let refused = false

  const load = (at: string): unknown => {
    const known = modules.get(at)
    if (known) return known.exports
    const module = {exports: {} as unknown}
    modules.set(at, module)
    const name = path.relative(dist, at)
    const cachedData = kept?.pieces.get(name)
    // The bundle is written in ASCII: each byte is a letter.
    const script = new Script(`(function (exports, require, module, __filename, __dirname, importOutside) {${readFileSync(at, 'latin1')}\n})`, {
      filename: at,
      ...(cachedData ? {cachedData} : {}),
    })
    scripts.set(name, script)
    if (!cachedData || script.cachedDataRejected) refused = true
    const outside = createRequire(at)
    const require = (wanted: string) => (wanted.startsWith('.') ? load(path.join(path.dirname(at), wanted)) : outside(wanted))
    script.runInThisContext()(module.exports, Object.assign(require, {resolve: outside.resolve}), module, at, path.dirname(at), importOutside)
    return module.exports
  }

  return {
    load: (name) => load(path.join(dist, `${name}.cjs`)),
    get wanting() {
      return file !== undefined && (refused || (kept?.runs ?? 0) < RUNS)
    },
    keep(forGood) {
      if (file === undefined) return
      const pieces = new Map(kept?.pieces)
      for (const [name, script] of scripts) pieces.set(name, script.createCachedData())
      try {
        mkdirSync(path.dirname(file), {recursive: true})
        const whole = `${file}.${process.pid}.tmp`
        writeFileSync(whole, pack({runs: forGood ? RUNS : (kept?.runs ?? 0) + 1, pieces}))
        renameSync(whole, file)
        forget(path.dirname(file))
      } catch {
        // A full disk, or no leave to write: the next start takes as long as this one.
      }
    },
  }
}

/** What is not bundled may be a module. Of a script that was compiled before, Node no longer knows how it imports one. */
const importOutside = (specifier: string) => import(specifier)

function buildOf(): string {
  return bytesOf(path.join(dist, 'build-id'))?.toString().slice(0, 16) ?? 'none'
}

/** Flags that a user sets for all of Node, as part of a file's name. V8 refuses what it compiled under others: each has its own. */
function flagsName(): string {
  let number = 0
  for (const letter of process.env.NODE_OPTIONS ?? '') number = (number * 31 + letter.charCodeAt(0)) >>> 0
  return number.toString(36)
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

function forget(folder: string): void {
  const own = buildOf()
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name)
    if (!name.startsWith(own) && Date.now() - statSync(file).mtimeMs > DAY) rmSync(file, {recursive: true, force: true})
  }
}
