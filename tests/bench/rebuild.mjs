// What a build costs where little or nothing has changed since the last one: `node tests/bench/rebuild.mjs` after `npm run prepare`; `npm run
// bench` runs it too. Times mean what they say only beside each other: each is taken in turn with that of a Node that does nothing.
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {performance} from 'node:perf_hooks'
import {setTimeout} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'

const PAPERS = Number(process.argv[2] ?? 167)
const TIMES = 9
const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'demarche-bench-'))
const file = (at) => path.join(folder, `briefings/paper-${at}.md`)

/** Two pages of words, a list, a table, and a note. The paper is made up, and so is all that it says. */
const paper = (at, more = '') => `---
kind: q-and-a
title: "Paper ${at} of the benchmark"
date: 2026-11-24
budget: none
---

${Array.from({length: 6}, (_, part) => `## What is asked in part ${part}?

${'The authorities answer in due course, and the desk takes note of what they say. '.repeat(6)}${more}[^${part}]

- The first point of the answer.
- The second point of the answer.

| State | What it does |
| ----- | ------------ |
| One | It answers |
| Another | It does not |

[^${part}]: The note to part ${part}.
`).join('\n')}`

const run = (args) => {
  const start = performance.now()
  const {status, stderr} = spawnSync(process.execPath, args, {cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28})
  const ms = performance.now() - start
  if (status !== 0) throw new Error(stderr.slice(0, 2000))
  return ms
}
const build = (...args) => run([main, 'build', ...args])
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
const show = (ms) => `${Math.round(ms)} ms`

/** The deed and a Node that does nothing, in turn. */
function beside(deed) {
  const [deeds, nothing] = [[], []]
  for (let turn = 0; turn < TIMES; turn++) {
    nothing.push(run(['-e', '0']))
    deeds.push(deed(turn))
  }
  return {ms: median(deeds), node: median(nothing)}
}

mkdirSync(path.join(folder, 'briefings'), {recursive: true})
try {
  for (let at = 0; at < PAPERS; at++) writeFileSync(file(at), paper(at))
  await setTimeout(2100) // times of files this fresh are not trusted
  const cold = build()
  await setTimeout(2100)
  build()
  const same = beside(() => build())
  console.log(`${PAPERS} papers, nothing changed, the whole process: ${show(same.ms)}; node -e 0: ${show(same.node)}; ${((same.ms - 50) / same.node).toFixed(2)} times that, and 50 ms`)
  const one = beside((turn) => {
    writeFileSync(file(7), paper(7, `This was added in turn ${turn}. `))
    return build()
  })
  console.log(`one of ${PAPERS} changed: ${show(one.ms)}; ${(one.ms / cold).toFixed(3)} of a build of all, ${show(cold)}`)
  const output = readFileSync(path.join(folder, 'output/paper-7.en.pdf'))
  build('--no-cache')
  if (!output.equals(readFileSync(path.join(folder, 'output/paper-7.en.pdf')))) throw new Error('the cache gives other bytes')
} finally {
  rmSync(folder, {recursive: true, force: true})
}
