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

/** Files that keep account of what is read through them. */
export interface RecordedFiles {
  files: Files
  /** All that was read so far, each file once, in the order of their paths. */
  inputs(): Input[]
}

/** The SHA-256 of some bytes, or of a text as UTF-8, in hexadecimal. */
export const sha256Of = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')

/** Keeps account of what is read: a manifest says later what went into a paper. What could not be read is no input. */
export function recordReads(files: Files): RecordedFiles {
  const read = new Map<string, Input>()
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
        if (found.bytes) read.set(path, {path, sha256: sha256Of(found.bytes)})
        return found
      },
      async readPackage(name, path) {
        const found = await files.readPackage(name, path)
        // Its version says all that a package says of itself.
        if (found.bytes && path !== 'package.json') {
          const from = `${name}@${await versionOf(name)}/${path}`
          read.set(from, {path: from, sha256: sha256Of(found.bytes), package: true})
        }
        return found
      },
    },
    inputs: () => inOrder([...read.values()]),
  }
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
