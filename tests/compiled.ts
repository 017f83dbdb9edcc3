import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {sourceFiles} from './imports-of.js'

const project = fileURLToPath(new URL('..', import.meta.url))

/**
 * The folder of the package as it is installed, compiled from `src/` as it stands: processes of their own cannot run
 * TypeScript. Compiled once for each state of the sources, beside the packages it needs.
 */
export function compiled(): string {
  const cache = path.join(project, 'node_modules/.cache/demarche')
  const hash = createHash('sha256')
  for (const [name, text] of [...sourceFiles(path.join(project, 'src'))].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${name}\0${text}\0`)
  const scripts = readdirSync(path.join(project, '.ci')).filter((name) => name.endsWith('.mjs'))
  for (const name of ['package.json', 'tsconfig.json', ...scripts.map((script) => `.ci/${script}`)]) hash.update(readFileSync(path.join(project, name)))
  const key = hash.digest('hex').slice(0, 16)
  const home = path.join(cache, key)
  if (!existsSync(home)) compile(cache, home)
  return home
}

function compile(cache: string, home: string): void {
  mkdirSync(cache, {recursive: true})
  for (const old of readdirSync(cache)) {
    if (Date.now() - statSync(path.join(cache, old)).mtimeMs > 60 * 60 * 1000) rmSync(path.join(cache, old), {recursive: true, force: true})
  }
  const fresh = mkdtempSync(path.join(cache, 'fresh-'))
  const {files} = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8'))
  for (const name of ['package.json', ...files.filter((name: string) => !name.startsWith('dist/'))]) cpSync(path.join(project, name), path.join(fresh, name), {recursive: true})
  const {status, stdout} = spawnSync(process.execPath, [path.join(project, '.ci/build-dist.mjs'), path.join(fresh, 'dist')], {encoding: 'utf8'})
  if (status !== 0) throw new Error(stdout)
  try {
    renameSync(fresh, home)
  } catch {
    rmSync(fresh, {recursive: true, force: true}) // another test file was faster
  }
}
