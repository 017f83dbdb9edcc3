// What a check costs, with nothing kept from an earlier one: `node tests/bench/check.mjs` after `npm run prepare`; `npm run bench` runs it
// too. Times mean what they say only beside each other, and the ratios are of one run.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {performance} from 'node:perf_hooks'
import {fileURLToPath} from 'node:url'
import {makePapers} from './made-papers.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const FACTS = 1000
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

function inFolder(papers, deed) {
  const folder = mkdtempSync(path.join(tmpdir(), 'demarche-bench-'))
  try {
    makePapers(folder, {papers, facts: FACTS})
    return deed(folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** One process a run, so that nothing is warm that is not warm for its users. */
function processOf(folder, args) {
  const start = performance.now()
  const {status, stdout, stderr} = spawnSync(process.execPath, [path.join(root, 'dist/cli/main.js'), ...args], {cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28})
  const ms = performance.now() - start
  if (status !== 0) throw new Error(`the papers are not clean: ${stdout}${stderr.slice(0, 2000)}`)
  return ms
}

const command = ['check', '--on', '2026-11-24', '--no-cache']
const times = (papers) => inFolder(papers, (folder) => median(Array.from({length: 3}, () => processOf(folder, command))))

const start = median(Array.from({length: 5}, () => processOf(root, ['check', 'briefings/mine-ban/poland.md', '--on', '2026-11-24', '--no-cache'])))
const [few, some, all] = [125, 250, 500].map(times)
const each = (all - few) / (500 - 125)
console.log(`check, one paper, the whole process: ${Math.round(start)} ms`)
console.log(
  `check, ${FACTS} facts, the whole process: 125 papers ${Math.round(few)} ms; 250 ${Math.round(some)} ms; 500 ${Math.round(all)} ms: ` +
    `${(all / 500).toFixed(1)} ms a paper; ${(some / few).toFixed(2)} and ${(all / some).toFixed(2)} times; each paper more ${each.toFixed(1)} ms`,
)
