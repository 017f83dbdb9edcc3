import {closeSync, constants, type Dirent, existsSync, fstatSync, openSync, readdirSync, readFileSync, realpathSync, statSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {oncePer} from './once.js'

/** Why a file could not be had. */
export type FileTrouble = 'missing' | 'outside' | 'not-a-file' | 'too-large' | 'unreadable'
export type FileRead = {bytes: Uint8Array; trouble?: never} | {bytes?: never; trouble: FileTrouble}

/**
 * The only door to the disk for the rooms that make a paper. Paths are relative to the workspace, with `/`; what lies
 * outside it, symlinks resolved, is not read. In tests a `Map` stands behind it.
 */
export interface Files {
  read(path: string): Promise<FileRead>
  /** A file of an installed npm package, such as a font; under the name `demarche`, a file of this one. */
  readPackage(name: string, path: string): Promise<FileRead>
  /** Names of the folders directly below one; where it is absent, nothing can be listed. */
  folders?(path: string): Promise<string[]>
}

/** Told of every place on the disk that is looked at, by its absolute path: the content of a file, the names in a folder, what lies there. */
export type Notice = (how: 'read' | 'list' | 'lies', path: string) => void

/** 20 MB: no logo, photograph or font of a paper is larger. */
const LARGEST = 20 * 1024 * 1024

const ABSOLUTE = /^([a-z][a-z0-9+.-]*:|[\\/])/i

/** Files below one folder of the disk. */
export function diskFiles(root: string, notice?: Notice): Files {
  return {
    async read(relative) {
      if (ABSOLUTE.test(relative) || relative.includes('\0') || relative.includes('\\')) return {trouble: 'outside'}
      notice?.('read', path.join(root, relative))
      return readInside(root, path.join(root, relative))
    },
    readPackage: readPackageFile,
    async folders(relative) {
      if (ABSOLUTE.test(relative) || relative.split('/').includes('..')) return []
      notice?.('list', path.join(root, relative))
      return entriesIn(path.join(root, relative)).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort()
    },
  }
}

/** The files of a workspace; brands that it lacks are looked for in another. */
export function workspaceFiles(root: string, brandsFrom?: string, notice?: Notice): Files {
  const own = diskFiles(root, notice)
  if (brandsFrom === undefined || brandsFrom === root) return own
  const other = diskFiles(brandsFrom, notice)
  return {
    ...own,
    async read(file) {
      const read = await own.read(file)
      return read.trouble === 'missing' && file.startsWith('styles/') ? other.read(file) : read
    },
    folders: async (folder) => [
      ...((await own.folders?.(folder)) ?? []),
      ...(folder === 'styles' ? ((await other.folders?.(folder)) ?? []) : []),
    ],
  }
}

/** The folder above `src/` or `dist/`: where the program's own brands lie. */
export const OWN_ROOT = fileURLToPath(new URL('..', import.meta.url))

/** A file of an installed package; packages resolve from here, then from the working directory. */
export async function readPackageFile(name: string, relative: string): Promise<FileRead> {
  const home = packageHome(name)
  return home === undefined ? {trouble: 'missing'} : readInside(home, path.join(home, relative))
}

/** The absolute folder of an installed package; nothing where it is not installed. */
export function packageHome(name: string): string | undefined {
  if (name === 'demarche') return OWN_ROOT
  const found = fromHere(name)
  if (found !== undefined && existsSync(found)) return path.dirname(found)
  return homeFrom(import.meta.url, name) ?? homeFrom(path.join(process.cwd(), 'package.json'), name)
}

/** A brand asks for each file of a font, and to look for a package takes longer than to read one. */
const fromHere = oncePer((name: string) => resolvedFrom(import.meta.url, name))

const homeFrom = (from: string, name: string): string | undefined => {
  const found = resolvedFrom(from, name)
  return found === undefined ? undefined : path.dirname(found)
}

function resolvedFrom(from: string, name: string): string | undefined {
  try {
    return createRequire(from).resolve(`${name}/package.json`)
  } catch {
    return undefined // not installed as seen from there
  }
}

/** The packages that the bundle holds, with their versions; written beside it when it is made. */
const BUNDLED = fileURLToPath(new URL('packages.json', import.meta.url))

/** The version of a package that is used: of one that is bundled, or installed, also of one that keeps its `package.json` to itself. */
export function installedVersion(name: string): string | undefined {
  const require = createRequire(import.meta.url)
  const bundled: Record<string, string | undefined> = existsSync(BUNDLED) ? require(BUNDLED) : {}
  if (bundled[name] !== undefined) return bundled[name]
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      const {version}: {version?: unknown} = require(path.join(folder, name, 'package.json'))
      return typeof version === 'string' ? version : undefined
    } catch {
      // not in this folder
    }
  }
  return undefined
}

/** At once: the files of a paper are small, and to wait for each of them in turn takes longer than to read it. */
function readInside(root: string, file: string): FileRead {
  try {
    const [home, real] = [realpathSync.native(root), realpathSync.native(file)]
    if (real !== home && !real.startsWith(home + path.sep)) return {trouble: 'outside'}
    const handle = openSync(real, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const stat = fstatSync(handle)
      if (!stat.isFile()) return {trouble: 'not-a-file'}
      if (stat.size > LARGEST) return {trouble: 'too-large'}
      return {bytes: asBytes(readFileSync(handle))}
    } finally {
      closeSync(handle)
    }
  } catch (failure) {
    const code = (failure as NodeJS.ErrnoException).code // fs throws nothing else
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      // A path that climbs out is told as such, whether or not something lies there.
      return {trouble: path.relative(root, file).startsWith('..') ? 'outside' : 'missing'}
    }
    return {trouble: 'unreadable'}
  }
}

/** A plain view of what was read: small files share the memory of others, and get their own. */
const asBytes = (read: Buffer): Uint8Array => (read.length === read.buffer.byteLength ? new Uint8Array(read.buffer) : new Uint8Array(read))

/** What lies at an absolute path. */
export async function lies(absolute: string): Promise<'file' | 'folder' | undefined> {
  const found = had(() => statSync(absolute))
  return found?.isDirectory() ? 'folder' : found ? 'file' : undefined
}

/** Names in a folder, files and folders alike, in the order of their letters' codes; none where it cannot be listed. */
export const namesIn = async (absolute: string): Promise<string[]> => entriesIn(absolute).map(({name}) => name).sort()

/** Folders directly in a folder, absolute; hidden ones and those of packages are none of ours. */
export const foldersIn = async (absolute: string): Promise<string[]> =>
  entriesIn(absolute)
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map(({name}) => path.join(absolute, name))
    .sort()

const entriesIn = (absolute: string): Dirent[] => had(() => readdirSync(absolute, {withFileTypes: true})) ?? []

/** What is there, and may be looked at. */
function had<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch {
    return undefined
  }
}

/** The absolute path with the symlinks of its folder resolved; as it is where there is no such folder. */
export async function settled(absolute: string): Promise<string> {
  const folder = path.dirname(absolute)
  return path.join(had(() => realpathSync.native(folder)) ?? folder, path.basename(absolute))
}
