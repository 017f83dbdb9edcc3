import {accessSync, constants, existsSync, lstatSync, mkdirSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

/**
 * Where what V8 has compiled of the program is kept, so that the next start need not compile it; nothing where that is forbidden, or there is no
 * such place. Whoever may write there decides what runs: so it is beside the installed packages, or in a folder of the temporary ones that is this
 * user's alone, and never in a workspace.
 */
export function compiledFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return env.DEMARCHE_NO_COMPILE_CACHE ? undefined : (besidePackages() ?? ofThisUser())
}

/** In the folder of packages that the program is installed in, or has for itself; nothing where that may only be read. */
function besidePackages(): string | undefined {
  for (let folder = fileURLToPath(new URL('../..', import.meta.url)); ; folder = path.dirname(folder)) {
    const packages = path.basename(folder) === 'node_modules' ? folder : path.join(folder, 'node_modules')
    if (existsSync(packages)) return mayWrite(packages) ? path.join(packages, '.cache', 'demarche-compiled') : undefined
    if (path.dirname(folder) === folder) return undefined
  }
}

/** In the folder for temporary files, where others may write too: what is not this user's own, and closed to others, is not trusted. */
export function ofThisUser(temporary: string = tmpdir()): string | undefined {
  const user = process.getuid?.() ?? 'own'
  const folder = path.join(temporary, `demarche-compiled-${user}`)
  try {
    mkdirSync(folder, {recursive: true, mode: 0o700})
    const found = lstatSync(folder)
    const isOwn = user === 'own' || (found.uid === user && (found.mode & 0o077) === 0)
    return found.isDirectory() && isOwn ? folder : undefined
  } catch {
    return undefined
  }
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
