import {randomBytes} from 'node:crypto'
import {readdir, rm, stat} from 'node:fs/promises'
import path from 'node:path'

const TEMPORARY = /^\.demarche-(\d+)-[0-9a-f]+\.tmp$/
/** A temporary file lives for moments. One this old, in milliseconds, is of no run that still writes it. */
const OLD = 60 * 60 * 1000

/** A name for a file that is not whole yet; it tells which process writes it. */
export const temporaryName = (): string => `.demarche-${process.pid}-${randomBytes(6).toString('hex')}.tmp`

/** Removes the temporary files that killed runs left in some folders; those of runs that go on stay. */
export async function removeLeftBehind(folders: Iterable<string>): Promise<void> {
  for (const folder of folders) {
    for (const name of await readdir(folder).catch(() => [])) {
      const [, writer] = TEMPORARY.exec(name) ?? []
      if (writer === undefined) continue
      const file = path.join(folder, name)
      if (!isRunning(Number(writer)) || (await ageOf(file)) > OLD) await rm(file, {force: true}).catch(() => undefined)
    }
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0) // sends nothing
    return true
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM' // it runs, and is somebody else's
  }
}

const ageOf = async (file: string): Promise<number> => Date.now() - ((await stat(file).catch(() => undefined))?.mtimeMs ?? Date.now())
