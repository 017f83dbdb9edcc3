// What the work takes beside that of others: run after `npm run prepare`, by `npm run bench`. It prints a table of what is to be reached, what would be
// splendid, and what was measured in this run. Nothing here passes or fails. `--times 5`, `--papers 167`, `--only template,idle`, `--many 2000`.
import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {availableParallelism, loadavg, tmpdir} from 'node:os'
import path from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {INSTALL, NODE, NODE_24, namePeers, peersIn} from './peers.mjs'
import {runStarts} from './start.mjs'
import {cpuOf, inTurn, median, ratio, runProcess, wallOf} from './timing.mjs'
import {asCsv, writeSources} from './write-sources.mjs'

const {values: asked} = parseArgs({options: {times: {type: 'string', default: '5'}, papers: {type: 'string', default: '167'}, many: {type: 'string', default: '2000'}, only: {type: 'string'}, json: {type: 'string'}}})
const [TIMES, PAPERS, MANY] = [asked.times, asked.papers, asked.many].map(Number)
const here = fileURLToPath(new URL('.', import.meta.url))
const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'demarche-bench-'))
/** As many pages as one briefing can have, a quarter of them, and half: 256 KB of Markdown are the most. */
const LONG = [20, 40, 80]
const {rows} = writeSources(folder, {papers: PAPERS, long: LONG})
const out = mkdtempSync(path.join(tmpdir(), 'demarche-bench-out-'))
const peers = peersIn(path.join(folder, 'peers'), out)
const at = (name) => path.join(folder, name)
const found = []

/** The newest Node there is: what the README recommends. */
const NEW = NODE_24 ?? NODE
const NODES = NODE_24 && NODE_24 !== NODE ? {[`node ${process.versions.node.split('.')[0]}`]: NODE, 'node 24': NODE_24} : {[`node ${process.versions.node.split('.')[0]}`]: NODE}
const command = (node, ...args) => (cwd) => runProcess([node, main, ...args], {cwd: at(cwd)})
const peer = (args) => () => runProcess(args)
/** What was kept goes aside, and away at the end: files that have just been deleted make ext4 look longer for room for new ones, a thirtieth of a build. */
const anew = (workspace) => {
  if (existsSync(at(`${workspace}/.demarche-cache`))) renameSync(at(`${workspace}/.demarche-cache`), at(`aside-${asides++}`))
}
let asides = 0
const written = Array.from({length: PAPERS}, (_, index) => `paper-${index}`)

/** A build with nothing kept from an earlier one, which it keeps for a later one. */
const cold = (node, workspace, ...args) => ({before: () => anew(workspace), run: () => command(node, 'build', ...args)(workspace)})

const groups = {
  async idle() {
    command(NEW, 'build')('written')
    await setTimeout(2100) // times of files this fresh are not trusted
    command(NEW, 'build')('written')
    const runs = await inTurn({nothing: peer([NEW, '-e', '0']), ours: () => command(NEW, 'build')('written')}, Math.max(TIMES, 15))
    const spare = (key, extra) => median(runs.ours.map((one, turn) => (one[key] - extra) / runs.nothing[turn][key]))
    tell(`${PAPERS} papers, nothing changed, whole process`, '1.5x `node -e 0` and 50 ms', '1.3x', `${spare('wall', 50).toFixed(2)}x and 50 ms; ${show(ratio(runs.ours, runs.nothing), 'node -e 0')}`, runs)
  },
  async changed() {
    if (!peers.typst) return missing('one row changed', 'typst')
    command(NEW, 'build')('template')
    let count = 0
    const edit = () => {
      const edited = rows.map((row, index) => (index === 60 ? {...row, reached: String(1000 + count++)} : row))
      writeFileSync(at('template/briefings/rows.csv'), asCsv(edited))
    }
    const runs = await inTurn({typst: peer(peers.typst.template()), ours: {before: edit, run: () => command(NEW, 'build')('template')}}, TIMES)
    tell(`one row of ${PAPERS} changed, whole process`, '0.12x Typst, all', '0.08x', show(ratio(runs.ours, runs.typst), 'Typst'), runs)
  },
  template: () => all('template', 'template papers', {must: {new: '1.1x Typst', old: '1.5x Typst'}, moonshot: '0.8x Typst', typst: () => peers.typst.template(), names: Array.from({length: PAPERS}, (_, index) => `row-${index}`), weasyprint: true}),
  written: () => all('written', 'separately written papers', {must: {new: '1.4x Typst', old: '-'}, moonshot: '1.0x Typst', typst: () => peers.typst.written(written), names: written}),
  async one() {
    const names = Object.keys(peers)
    const deeds = {...Object.fromEntries(names.map((name) => [name, peer(peers[name].written(['paper-0']))])), ...Object.fromEntries(Object.entries(NODES).map(([name, node]) => [name, cold(node, 'one')]))}
    const runs = await inTurn(deeds, TIMES)
    const best = names.filter((name) => name !== 'typst').sort((a, b) => wallOf(runs[a]) - wallOf(runs[b]))[0]
    for (const name of Object.keys(NODES)) {
      const beside = [best, ...(peers.typst ? ['typst'] : [])].filter(Boolean).map((other) => show(ratio(runs[name], runs[other]), other))
      tell(`one paper, cold, whole process, ${name}`, name === 'node 24' ? '0.6x best of the others' : '0.85x best of the others', '2.0x Typst', beside.join('; '), runs)
    }
  },
  async check() {
    const deeds = {nothing: peer([NEW, '-e', '0']), ...(peers.typst ? {typst: peer(peers.typst.written(['paper-0']))} : {}), one: () => command(NEW, 'check', '--no-cache')('one'), all: () => command(NEW, 'check', '--no-cache')('written')}
    const runs = await inTurn(deeds, TIMES)
    if (peers.typst) tell('`check`, one paper, whole process', '1.5x Typst', '1.0x', show(ratio(runs.one, runs.typst), 'Typst'), runs)
    // A second and half a second of the machine on which `node -e 0` takes 45 ms.
    tell(`\`check\`, ${PAPERS} papers`, `${((22 * PAPERS) / 160).toFixed(0)}x \`node -e 0\` (1.0 s for 160)`, '11x (0.5 s)', show(ratio(runs.all, runs.nothing), 'node -e 0'), runs)
  },
  async start() {
    for (const [name, node] of Object.entries(NODES)) {
      const {'node -e 0': nothing, ...runs} = await runStarts(node, TIMES)
      for (const [deed, ones] of Object.entries(runs)) tell(`\`${deed}\`, a real paper, ${name}`, '', '', show(ratio(ones, nothing), '`node -e 0`'), {nothing, [deed]: ones})
    }
  },
  async live() {
    for (const [name, node] of Object.entries(NODES)) {
      const edits = Array.from({length: Math.max(3, Math.floor(TIMES / 2))}, () => JSON.parse(runProcess([node, path.join(here, 'live.mjs'), at('one'), 'briefings/paper.md', '15']).stdout))
      tell(`an edit in a live process, ${name}`, '50 ms', '20 ms', `${Math.round(median(edits.flat()))} ms; the quickest ${Math.round(Math.min(...edits.flat()))} ms`)
    }
  },
  async long() {
    const deeds = Object.fromEntries(LONG.flatMap((pages) => [[`ours ${pages}`, cold(NEW, `long-${pages}`)], ...(peers.chromium ? [[`chromium ${pages}`, peer(peers.chromium.written([`long-${pages}`]))]] : [])]))
    const runs = await inTurn(deeds, TIMES)
    const pages = LONG.map((size) => pagesOf(at(`long-${size}/output`)))
    const grows = ratio(runs['ours 80'], runs['ours 20'])
    tell(`one long paper of ${pages.join(', ')} pages`, 'four times the pages at most 4.5x the time', '1.0x Chromium', `${grows.wall.toFixed(2)}x for ${(pages[2] / pages[0]).toFixed(2)}x the pages (processors ${grows.cpu.toFixed(2)}x)${peers.chromium ? `; ${LONG.map((size) => show(ratio(runs[`ours ${size}`], runs[`chromium ${size}`]), `Chromium at ${size}`)).join('; ')}` : ''}`, runs)
  },
  async many() {
    const heaps = JSON.parse(runProcess([NEW, '--expose-gc', path.join(here, 'many.mjs'), at('one'), String(MANY)]).stdout)
    const [from, to] = [heaps[Math.floor(heaps.length / 2) - 1], heaps.at(-1)]
    const each = (to.heapUsed - from.heapUsed) / (to.papers - from.papers)
    tell(`${MANY} papers in one process`, 'under 10 KB a paper; under 120 MB', 'flat', `${(each / 1000).toFixed(1)} KB a paper over the second half; ${Math.round(to.heapUsed / 1e6)} MB live heap, ${Math.round(to.external / 1e6)} MB beside it`)
    console.log(heaps.map(({papers, heapUsed, external, rss}) => `  after ${papers}: heap ${(heapUsed / 1e6).toFixed(1)} MB, beside it ${(external / 1e6).toFixed(1)} MB, process ${(rss / 1e6).toFixed(0)} MB`).join('\n'))
  },
  async pack() {
    const sizes = [15, 30, 60]
    const runs = Object.fromEntries(sizes.map((size) => [size, []]))
    for (let turn = 0; turn < TIMES; turn++) for (const size of sizes) runs[size].push(JSON.parse(runProcess([NEW, path.join(here, 'pack.mjs'), at('one'), String(size)]).stdout))
    const of = (size, key) => median(runs[size].map((one) => one[key]))
    const grows = (key) => sizes.slice(1).map((size) => `${(of(size, key) / of(15, key)).toFixed(2)}x`).join(', ')
    tell('a pack of 15, 30, 60 papers as one document', 'time 2.2x, 4.4x; at most 1 GB', '2.0x, 4.0x', `${sizes.map((size) => of(size, 'pages')).join(', ')} pages; processor ${grows('cpu')}; memory ${grows('memory')}, at most ${Math.round(of(60, 'memory') / 1e6)} MB`)
    console.log(sizes.map((size) => `  ${size} papers: ${Math.round(of(size, 'cpu'))} ms of the processor, ${Math.round(of(size, 'memory') / 1e6)} MB, a file of ${Math.round(of(size, 'bytes') / 1000)} KB`).join('\n'))
  },
  async bytes() {
    command(NEW, 'build')('one')
    if (peers.typst) runProcess(peers.typst.written(['paper-0']))
    const ours = statSync(path.join(at('one/output'), 'paper.en.pdf')).size
    const typst = peers.typst ? `; Typst ${(statSync(path.join(out, 'paper-0.pdf')).size / 1000).toFixed(1)} KB` : ''
    tell(`a tagged paper of ${pagesOf(at('one/output'))} pages`, '60 KB', '40 KB', `${(ours / 1000).toFixed(1)} KB${typst}`)
  },
}

/** All papers at once, with nothing kept, on each Node, beside Typst in one process, and beside WeasyPrint in one. */
async function all(workspace, what, {must, moonshot, typst, names, weasyprint}) {
  if (!peers.typst) return missing(what, 'typst')
  const runs = await inTurn({typst: peer(typst()), ...Object.fromEntries(Object.entries(NODES).map(([name, node]) => [name, cold(node, workspace)]))}, TIMES)
  for (const name of Object.keys(NODES)) tell(`${PAPERS} ${what}, cold, tagged, ${name}`, name === 'node 24' ? must.new : must.old, moonshot, show(ratio(runs[name], runs.typst), 'Typst'), runs)
  if (!weasyprint) return
  if (!peers.weasyprint) return missing(what, 'weasyprint')
  const slow = await inTurn({weasyprint: peer(peers.weasyprint.written(names)), ours: cold(NEW, workspace)}, TIMES)
  tell(`${PAPERS} ${what}, beside WeasyPrint`, '0.3x WeasyPrint', '', show(ratio(slow.ours, slow.weasyprint), 'WeasyPrint'), slow)
}

const show = ({wall, cpu}, of) => `${wall.toFixed(wall < 1 ? 3 : 2)}x ${of} (processors ${cpu.toFixed(cpu < 1 ? 3 : 2)}x)`
const pagesOf = (output) => JSON.parse(readFileSync(path.join(output, 'manifest.json'), 'utf8')).papers.reduce((sum, {pages}) => sum + pages, 0)
const missing = (what, name) => console.log(`${what}: not measured, for ${name} is not installed`)

function tell(work, must, moonshot, measured, runs = {}) {
  found.push({work, must, moonshot, measured})
  const times = Object.entries(runs).map(([name, ones]) => `${name} ${Math.round(wallOf(ones))} (${Math.round(cpuOf(ones))})`)
  console.log(`${work}: ${measured}${times.length > 0 ? `\n  ms on the clock, and of all processors: ${times.join(', ')}` : ''}`)
}

const {versions, missing: absent} = namePeers(peers)
const load = () => loadavg().map((number) => number.toFixed(1)).join(' ')
console.log(`node ${process.versions.node}${NODE_24 ? ` and ${spawnSync(NODE_24, ['--version'], {encoding: 'utf8'}).stdout.trim()}` : ''}; ${versions.join('; ')}; ${availableParallelism()} processors, load ${load()}`)
if (absent.length > 0) console.log(`Not installed: ${absent.join(', ')}. To have them:\n${INSTALL}`)
try {
  for (const [name, measure] of Object.entries(groups)) if (!asked.only || asked.only.split(',').includes(name)) await measure()
} finally {
  rmSync(folder, {recursive: true, force: true})
  rmSync(out, {recursive: true, force: true})
}
console.log(`\nLoad at the end: ${load()}. Ratios are medians over ${TIMES} turns or more.\n\n| work | must | moonshot | measured |\n| --- | --- | --- | --- |`)
for (const {work, must, moonshot, measured} of found) console.log(`| ${work} | ${must} | ${moonshot} | ${measured} |`)
