import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {installedVersion, OWN_ROOT} from '../files.js'
import {VERSION} from '../version.js'
import {hashOf} from './sealed.js'

/** Written when the program is compiled: a hash of all its modules. */
const BUILD = path.join(OWN_ROOT, 'dist/build-id')

/** Files that are other ones where the program, or a package that it prints with, is another. */
export const programFiles = (): string[] => [BUILD, path.join(OWN_ROOT, 'package.json'), ...[packagesFile() ?? []].flat()]

/** What tells the program, with the packages that it prints with, from any other: the same text, the same papers of the same briefings. */
export function programHash(): string {
  const own = textOf(BUILD) ?? hashOf(sourcesIn(path.join(OWN_ROOT, 'src')).join('\n'))
  return hashOf(JSON.stringify([VERSION, own, packages()]))
}

/** What is read of npm's note. */
interface Lock {
  packages?: Record<string, {version?: string; dev?: boolean}>
}

/** Every package with its version, as npm has noted what it installed; else those that the program names itself. */
function packages(): Record<string, string> {
  const file = packagesFile()
  const listed: Lock = file === undefined ? {} : JSON.parse(textOf(file) ?? '{}')
  // What is there for tests and for the compiler alone prints nothing.
  const found = Object.entries(listed.packages ?? {}).flatMap(([where, {dev, version}]) => (dev ? [] : [[where, version ?? '']]))
  if (found.length > 0) return Object.fromEntries(found)
  const {dependencies} = JSON.parse(textOf(path.join(OWN_ROOT, 'package.json')) ?? '{}')
  return Object.fromEntries(Object.keys(dependencies ?? {}).map((name) => [name, installedVersion(name) ?? '']))
}

/** npm's own note of a folder `node_modules`: in the program's, or in the one that it is installed in. */
function packagesFile(): string | undefined {
  for (let folder = OWN_ROOT; ; folder = path.dirname(folder)) {
    const file = path.join(folder, 'node_modules/.package-lock.json')
    if (textOf(file) !== undefined) return file
    if (path.dirname(folder) === folder) return undefined
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .map((name) => `${name} ${hashOf(readFileSync(path.join(folder, name)))}`)
