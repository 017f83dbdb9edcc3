import {mkdir, open, rename, rm} from 'node:fs/promises'
import path from 'node:path'

/**
 * Writes a file whole or not at all: into a temporary file of the same folder, then under its name. What stood there before
 * stays until that moment. Returns why it could not be done, in the reader's words.
 */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<string | undefined> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file).slice(0, 200)}.${process.pid}.tmp`)
  try {
    await mkdir(path.dirname(file), {recursive: true})
    const handle = await open(temporary, 'w')
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
    ENAMETOOLONG: 'its name is too long',
    EBUSY: 'another program has it open',
  }
  return words[code] ?? `the system answers \`${code || String(failure)}\``
}
