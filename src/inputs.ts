import {createHash} from 'node:crypto'
import type {Files} from './files.js'
import {VERSION} from './version.js'

/** A file that a paper is made from. */
export interface Input {
  /** In the workspace; of a package, `name@version/path`. */
  path: string
  sha256: string
  /** It lies in an installed package. */
  package?: true
}

/** Something that a paper asked for, there or not: while all of these are as they were, so is the paper. */
export interface Reading {
  /** In the workspace, or in the package. */
  path: string
  package?: string
  /** The names of the folders in it were asked for, and not its content. */
  folder?: true
  /** SHA-256 of what was found, else why nothing was. */
  found: string
}

/** Files that keep account of what is read through them. */
export interface RecordedFiles {
  files: Files
  /** All that was read so far, each file once, in the order of their paths. */
  inputs(): Input[]
  /** All that was asked for so far, found or not. */
  readings(): Reading[]
}

/** The SHA-256 of some bytes, or of a text as UTF-8, in hexadecimal. */
export const sha256Of = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')

/** Of bytes that were read from a file, and that nobody changes: a font is asked for its hash by who records it, and by who keeps it. */
const hashes = new WeakMap<Uint8Array, string>()

/** The SHA-256 of a file's bytes, reckoned once. */
export function sha256OfFile(bytes: Uint8Array): string {
  const sha256 = hashes.get(bytes) ?? sha256Of(bytes)
  hashes.set(bytes, sha256)
  return sha256
}

/** Keeps account of what is read: a manifest says later what went into a paper. What could not be read is no input. */
export function recordReads(files: Files): RecordedFiles {
  const read = new Map<string, Input>()
  const readings = new Map<string, Reading>()
  const note = (reading: Reading) => void readings.set(JSON.stringify([reading.package, reading.path, reading.folder]), reading)
  const versions = new Map<string, Promise<string>>()
  const versionOf = (name: string): Promise<string> => {
    const known = versions.get(name) ?? readVersion(name, files)
    versions.set(name, known)
    return known
  }
  return {
    files: {
      ...files,
      async read(path) {
        const found = await files.read(path)
        const sha256 = found.bytes && sha256OfFile(found.bytes)
        if (sha256 !== undefined) read.set(path, {path, sha256})
        note({path, found: sha256 ?? found.trouble ?? ''})
        return found
      },
      async readPackage(name, path) {
        const found = await files.readPackage(name, path)
        const sha256 = found.bytes && sha256OfFile(found.bytes)
        note({path, package: name, found: sha256 ?? found.trouble ?? ''})
        // Its version says all that a package says of itself.
        if (sha256 !== undefined && path !== 'package.json') {
          const from = `${name}@${await versionOf(name)}/${path}`
          read.set(from, {path: from, sha256, package: true})
        }
        return found
      },
      ...(files.folders
        ? {
            async folders(path: string) {
              const names = (await files.folders?.(path)) ?? []
              note({path, folder: true, found: namesHash(names)})
              return names
            },
          }
        : {}),
    },
    inputs: () => inOrder([...read.values()]),
    readings: () => [...readings.values()],
  }
}

/** A list of names, as a reading has it. */
const namesHash = (names: readonly string[]): string => sha256Of(names.join('\n'))

/** What is found there now, as a reading has it. */
export async function readAgain({path, package: name, folder}: Reading, files: Files): Promise<string> {
  if (folder) return namesHash((await files.folders?.(path)) ?? [])
  const {bytes, trouble} = name === undefined ? await files.read(path) : await files.readPackage(name, path)
  return bytes ? sha256Of(bytes) : (trouble ?? '')
}

/** Inputs of several readings, each once, in the order of their paths. */
export function inOrder(inputs: readonly Input[]): Input[] {
  const once = new Map(inputs.map((input) => [input.path, input]))
  return [...once.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function readVersion(name: string, files: Files): Promise<string> {
  if (name === 'demarche') return VERSION
  const {bytes} = await files.readPackage(name, 'package.json')
  try {
    const {version}: {version?: unknown} = JSON.parse(new TextDecoder().decode(bytes))
    return typeof version === 'string' ? version : 'unknown'
  } catch {
    return 'unknown'
  }
}
