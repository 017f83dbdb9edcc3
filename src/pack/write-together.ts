import {readFile, rename, rm} from 'node:fs/promises'
import path from 'node:path'
import {z} from 'zod'
import {removeLeftBehind, temporaryName, writeWhole} from '../press/index.js'

/**
 * Writes files that belong together: all of them beside their places first, and under their names once all are there. What an
 * earlier pack listed and this one no longer has is removed; what others put into the folder stays. Returns why it could not
 * be done, in the reader's words.
 */
export async function writeTogether(folder: string, files: ReadonlyMap<string, Uint8Array>, within: string): Promise<string | undefined> {
  const earlier = await listedIn(folder)
  await removeLeftBehind(new Set([...files.keys()].map((file) => path.dirname(path.join(folder, file)))))
  const staged: {from: string; to: string}[] = []
  try {
    for (const [file, bytes] of files) {
      const to = path.join(folder, file)
      const from = path.join(path.dirname(to), temporaryName())
      const trouble = await writeWhole(from, bytes, within)
      if (trouble !== undefined) return trouble
      staged.push({from, to})
    }
    for (const {from, to} of staged) await rename(from, to)
  } catch (failure) {
    return `the system answers \`${(failure as NodeJS.ErrnoException).code ?? String(failure)}\`` // fs rejects with nothing else
  } finally {
    for (const {from} of staged) await rm(from, {force: true}).catch(() => undefined)
  }
  for (const file of earlier) if (!files.has(file)) await rm(path.join(folder, file), {force: true}).catch(() => undefined)
  return undefined
}

const listed = z.object({papers: z.array(z.object({path: z.string()})), annexes: z.array(z.object({path: z.string()})), pack: z.object({files: z.array(z.string())})})

/** The files that the folder's own list names; none where there is no list, or it is not ours. */
async function listedIn(folder: string): Promise<string[]> {
  try {
    const {papers, annexes, pack} = listed.parse(JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')))
    const files = [...papers, ...annexes].map(({path: file}) => file)
    return [...files, ...pack.files.map((file) => file.replace(/\.pdf$/, '.zip'))].filter((file) => /^(?:(?:papers|annexes)\/)?[\w.-]+\.(?:pdf|zip)$/.test(file))
  } catch {
    return []
  }
}
