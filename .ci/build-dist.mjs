// Compiles `src/` into `dist/`, or into the folder named: bundled for who uses it, and module by module for tests and measurements that
// look inside, which is not shipped. The old one stays until the new one is whole.
import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {chmodSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {bundle} from './bundle.mjs'
import {drawPlaces} from './draw-places.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = path.resolve(process.argv[2] ?? path.join(root, 'dist'))
const fresh = `${dist}-fresh`
const stale = `${dist}-stale`

const typescript = createRequire(import.meta.url).resolve('typescript/package.json')
const {bin} = createRequire(import.meta.url)(typescript)
rmSync(fresh, {recursive: true, force: true})
const {status} = spawnSync(process.execPath, [path.join(path.dirname(typescript), bin.tsc), '--project', root, '--outDir', fresh], {stdio: 'inherit'})
if (status !== 0) {
  rmSync(fresh, {recursive: true, force: true})
  process.exit(1)
}

await bundle(fresh)
drawPlaces(path.join(fresh, 'places'))
chmodSync(path.join(fresh, 'cli', 'main.js'), 0o755) // the compiler does not set the bit, and npx wants it
// What earlier runs have left is of use to the program that left it, and to no other.
const modules = readdirSync(fresh, {recursive: true, encoding: 'utf8'}).filter((name) => /\.(?:c?js|json)$/.test(name)).sort()
const build = createHash('sha256')
for (const name of modules) build.update(`${name}\0`).update(readFileSync(path.join(fresh, name)))
writeFileSync(path.join(fresh, 'build-id'), `${build.digest('hex')}\n`)

rmSync(stale, {recursive: true, force: true})
try {
  renameSync(dist, stale)
} catch (failure) {
  if (failure.code !== 'ENOENT') throw failure
}
renameSync(fresh, dist)
rmSync(stale, {recursive: true, force: true})
