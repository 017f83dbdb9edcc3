// What starting costs: the command that does next to nothing, and with and without what Node keeps of its compiling. `npm run bench` runs it
// too; alone, `node tests/bench/start.mjs` after `npm run prepare`. The deeds are taken in turn, each beside a Node that does nothing.
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {NODE, NODE_24} from './peers.mjs'
import {cpuOf, inTurn, ratio, runProcess, wallOf} from './timing.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const main = path.join(root, 'dist/cli/main.js')
const PAPER = 'briefings/mine-ban/poland.md'

/** Every deed on one Node, so many times: its runs, by its name. */
export async function runStarts(node, times) {
  const out = mkdtempSync(path.join(tmpdir(), 'demarche-bench-start-'))
  const run = (...args) => ({
    before: () => delete process.env.DEMARCHE_NO_COMPILE_CACHE,
    run: () => runProcess([node, main, ...args], {cwd: root}),
  })
  const uncompiled = (...args) => ({...run(...args), before: () => (process.env.DEMARCHE_NO_COMPILE_CACHE = '1')})
  const one = ['check', PAPER, '--on', '2026-11-24', '--no-cache']
  const deeds = {
    'node -e 0': () => runProcess([node, '-e', '0']),
    '--version': run('--version'),
    'check, one paper': run(...one),
    'check, one paper, nothing kept compiled': uncompiled(...one),
    'build, one paper, cold': run('build', PAPER, '--no-cache', '--out', out),
    'build, one paper, cold, nothing kept compiled': uncompiled('build', PAPER, '--no-cache', '--out', out),
  }
  try {
    for (const deed of Object.values(deeds).slice(1)) deed.run() // what is kept of compiling is there from the second run on
    return await inTurn(deeds, times)
  } finally {
    delete process.env.DEMARCHE_NO_COMPILE_CACHE
    rmSync(out, {recursive: true, force: true})
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const times = Number(process.env.TIMES ?? 7)
  for (const node of new Set([NODE, NODE_24 ?? NODE])) {
    const runs = await runStarts(node, times)
    console.log(`node ${runProcess([node, '-p', 'process.versions.node']).stdout.trim()}, medians of ${times}, on the clock (and of the processors):`)
    for (const [name, ones] of Object.entries(runs)) {
      const beside = ratio(ones, runs['node -e 0'])
      console.log(`  ${name}: ${Math.round(wallOf(ones))} ms (${Math.round(cpuOf(ones))}); ${beside.wall.toFixed(1)} (${beside.cpu.toFixed(1)}) times \`node -e 0\``)
    }
  }
}
