// Compiles a program of this folder with the sources as they stand, for processes of their own cannot run TypeScript, and runs it:
// `fuzz` or `real`.
import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'

const [program] = process.argv.splice(2, 1)
const project = fileURLToPath(new URL('../..', import.meta.url))
const cache = path.join(project, 'node_modules/.cache')
mkdirSync(cache, {recursive: true})
const home = mkdtempSync(path.join(cache, 'fuzz-'))
process.on('exit', () => rmSync(home, {recursive: true, force: true}))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130))

for (const name of ['package.json', 'styles']) cpSync(path.join(project, name), path.join(home, name), {recursive: true})
const settings = path.join(home, 'tsconfig.json')
writeFileSync(settings, JSON.stringify({extends: path.join(project, 'tsconfig.json'), compilerOptions: {rootDir: project, outDir: home, declaration: false, noCheck: true, typeRoots: [path.join(project, 'node_modules/@types')]}, include: [], files: [`${program}.ts`, 'child.ts'].map((name) => path.join(project, 'tests/fuzz', name))}))
const compiler = createRequire(import.meta.url).resolve('typescript/package.json')
const {bin} = createRequire(import.meta.url)(compiler)
const {status} = spawnSync(process.execPath, [path.join(path.dirname(compiler), bin.tsc), '--project', settings], {stdio: 'inherit'})
if (status !== 0) process.exit(2)
await import(pathToFileURL(path.join(home, `tests/fuzz/${program}.js`)).href)
