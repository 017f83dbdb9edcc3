import {readFileSync} from 'node:fs'
import path from 'node:path'

/** Texts of the workspace by the paths that places have, each read once; a brand of the program's own has none to mend. */
export function textsBelow(root: string): (file: string) => string | undefined {
  const read = new Map<string, string | undefined>()
  return (file) => {
    if (!read.has(file)) {
      try {
        read.set(file, readFileSync(path.resolve(root, file), 'utf8'))
      } catch {
        read.set(file, undefined)
      }
    }
    return read.get(file)
  }
}
