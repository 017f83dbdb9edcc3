import {mkdir, open, realpath, rename, rm} from 'node:fs/promises'
import path from 'node:path'
import {temporaryName} from './left-behind.js'

/**
 * Writes a file whole or not at all: into a temporary file of the same folder, then under its name. What stood there before
 * stays until that moment. Where `within` is given, nothing is written outside that folder, symlinks resolved. Returns why
 * it could not be done, in the reader's words.
 */
export async function writeWhole(file: string, bytes: Uint8Array, within?: string): Promise<string | undefined> {
  const folder = path.dirname(file)
  const temporary = path.join(folder, temporaryName())
  try {
    await mkdir(folder, {recursive: true})
    if (within !== undefined && !(await isInside(folder, within))) return 'its folder is a link that leads elsewhere'
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
    return undefined
  } catch (failure) {
    await rm(temporary, {force: true}).catch(() => undefined)
    return reason(failure)
  }
}

async function isInside(folder: string, within: string): Promise<boolean> {
  const [real, home] = [await realpath(folder), await realpath(within)]
  return real === home || real.startsWith(home.endsWith(path.sep) ? home : home + path.sep)
}

function reason(failure: unknown): string {
  const code = (failure as NodeJS.ErrnoException).code ?? '' // fs rejects with nothing else
  const words: Record<string, string> = {
    EACCES: 'its folder may not be written to',
    EPERM: 'its folder may not be written to',
    EROFS: 'its disk may only be read',
    ENOTDIR: 'a file stands where its folder should be',
    EEXIST: 'a file stands where its folder should be',
    EISDIR: 'a folder of that name stands there',
    ENOTEMPTY: 'a folder of that name stands there',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk is full',
    EFBIG: 'the disk takes no file as large',
    ENAMETOOLONG: 'its name is too long',
    EBUSY: 'another program has it open',
  }
  return words[code] ?? `the system answers \`${code || String(failure)}\``
}
