/**
 * Prints papers that nobody wrote, and holds each to what was promised.
 * npm run fuzz -- [--seed N] [--count N] [--out folder]; without a count it never ends. Exit code 1 where a fault was found.
 */
import {mkdirSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {parseArgs} from 'node:util'
import fc from 'fast-check'
import type {Verdict} from './judge.js'
import {openJudge} from './judge-apart.js'
import {anyPaper, type FuzzPaper} from './paper.js'

const {values} = parseArgs({options: {seed: {type: 'string'}, count: {type: 'string'}, out: {type: 'string'}, hands: {type: 'string', default: '2'}}})
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 30))
const count = values.count === undefined ? Number.POSITIVE_INFINITY : Number(values.count)
const out = path.resolve(values.out ?? path.join(tmpdir(), 'demarche-fuzz'))
/** Papers to a round; each hand has a seed of its own for every round. */
const ROUND = 25
/** How long a fault is made smaller. */
const SHRINKING = 40_000

const hands = Number(values.hands)
const found = {papers: 0, printed: 0, pages: 0, faults: 0, told: new Map<string, number>()}
const from = performance.now()
let round = 0

console.log(`fuzz: seed ${seed}`)
await Promise.all(Array.from({length: hands}, work))
const told = [...found.told].sort(([, a], [, b]) => b - a).map(([rule, times]) => `${rule} ${times}`)
console.log(`${found.printed} of ${found.papers} papers printed, ${found.pages} pages; the others were told ${told.join(', ') || 'nothing'}`)
console.log(`${found.papers} papers, ${found.faults} faults, seed ${seed}, ${Math.round((performance.now() - from) / 1000)} s`)
process.exit(found.faults > 0 ? 1 : 0)

/** One process, round after round. */
async function work(): Promise<void> {
  const {judge, close} = openJudge()
  for (;;) {
    const mine = round++
    let left = Math.min(ROUND, count - mine * ROUND)
    if (left <= 0) break
    // A round goes on behind a fault, with other papers.
    for (let again = 0; left > 0; again++) left -= await check(judge, left, seed + mine + again * 1_000_003)
    if (!Number.isFinite(count)) console.log(`${found.papers} papers, ${found.faults} faults`)
  }
  close()
}

/** Judges papers until one has a fault, which is made smaller and kept; how many they were. */
async function check(judge: (paper: FuzzPaper) => Promise<Verdict>, papers: number, own: number): Promise<number> {
  let failing: {paper: FuzzPaper; verdict: Verdict; since: number} | undefined
  let judged = 0
  const property = fc.asyncProperty(anyPaper, async (paper) => {
    if (failing && performance.now() - failing.since > SHRINKING) return
    const verdict = await judge(paper)
    if (!failing) {
      judged++
      note(verdict)
    }
    if (verdict.faults.length === 0) return
    // A smaller paper with another fault is another find.
    if (failing && kindOf(verdict) !== kindOf(failing.verdict)) return
    failing = {paper, verdict, since: failing?.since ?? performance.now()}
    throw new Error('fault')
  })
  await fc.check(property, {numRuns: papers, seed: own})
  if (failing) keep(failing, own)
  return judged
}

function note({told, pages}: Verdict): void {
  found.papers++
  found.pages += pages
  if (pages > 0) found.printed++
  else for (const rule of told) found.told.set(rule, (found.told.get(rule) ?? 0) + 1)
}

const kindOf = ({faults: [first = '']}: Verdict): string => first.slice(0, 12)

function keep({paper, verdict}: {paper: FuzzPaper; verdict: Verdict}, own: number): void {
  found.faults++
  mkdirSync(out, {recursive: true})
  const file = path.join(out, `${own}.md`)
  writeFileSync(file, paper.text)
  writeFileSync(file.replace(/md$/, 'txt'), `${verdict.faults.join('\n')}\n${JSON.stringify(paper.expects)}\n`)
  console.log(`\nfault, written to ${file}\n  ${verdict.faults.map((fault) => fault.slice(0, 600)).join('\n  ')}\n`)
}
