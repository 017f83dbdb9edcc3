// The other engines, where they are installed. Nothing of the program needs them.
import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
/** Where Typst and Node 24 are, from npm; see `INSTALL`. */
export const FOLDER = process.env.DEMARCHE_BENCH_PEERS ?? path.join(tmpdir(), 'demarche-bench-peers')

export const INSTALL = `npm install --no-save --prefix ${FOLDER} @myriaddreamin/typst-ts-node-compiler node@24
apt-get install weasyprint ruby-asciidoctor-pdf chromium`

const runs = (command, args) => spawnSync(command, args, {encoding: 'utf8'})
const has = (command) => runs('sh', ['-c', `command -v ${command}`]).status === 0
const typst = path.join(FOLDER, 'node_modules/@myriaddreamin/typst-ts-node-compiler/package.json')
const node24 = path.join(FOLDER, 'node_modules/node/bin/node')
const PYTHON = '/usr/bin/python3'

/** Node 24 from npm; this Node counts as it where it is one. */
export const NODE_24 = process.version.startsWith('v24.') ? process.execPath : existsSync(node24) ? node24 : undefined
/** This Node, whose version the table tells. */
export const NODE = process.execPath

/** What each engine is run with for some papers: `[command, ...arguments]`. Absent where it is not installed. */
export function peersIn(sources, out) {
  const at = (name) => path.join(sources, name)
  const print = (names, rows) => [NODE, path.join(here, 'peers/print-with-typst.mjs'), FOLDER, at('fonts'), sources, out, names, ...(rows ? [at('rows.json')] : [])]
  return {
    ...(existsSync(typst) ? {typst: {written: (names) => print(names.map((name) => `${name}.typ`).join(',')), template: () => print('template.typ', true)}} : {}),
    ...(runs(PYTHON, ['-c', 'import weasyprint']).status === 0 ? {weasyprint: {written: (names) => [PYTHON, path.join(here, 'peers/print-with-weasyprint.py'), sources, out, ...names.map((name) => `${name}.html`)]}} : {}),
    ...(has('asciidoctor-pdf') ? {asciidoctor: {written: () => ['asciidoctor-pdf', '-o', path.join(out, 'asciidoctor.pdf'), at('paper.adoc')]}} : {}),
    ...(has('chromium')
      ? {
          chromium: {
            // Without the network it would look for what it cannot find, and wait.
            written: ([name]) => [
              ...'chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --disable-extensions'.split(' '),
              `--user-data-dir=${path.join(out, 'chromium')}`,
              '--no-pdf-header-footer',
              `--print-to-pdf=${path.join(out, `${name}.chromium.pdf`)}`,
              `file://${at(`${name}.html`)}`,
            ],
          },
        }
      : {}),
  }
}

/** Which engines there are, with their versions, and which are missing. */
export function namePeers(peers) {
  const first = (command, ...args) => runs(command, args).stdout?.split('\n')[0].trim()
  const versions = {
    typst: () => `Typst by typst-ts-node-compiler ${JSON.parse(readFileSync(typst, 'utf8')).version}`,
    weasyprint: () => `WeasyPrint ${first(PYTHON, '-c', 'import weasyprint; print(weasyprint.__version__)')}`,
    asciidoctor: () => first('asciidoctor-pdf', '--version'),
    chromium: () => first('chromium', '--version'),
  }
  const missing = Object.keys(versions).filter((name) => !peers[name])
  return {versions: Object.keys(peers).map((name) => versions[name]()), missing: [...missing, ...(NODE_24 ? [] : ['node 24'])]}
}
