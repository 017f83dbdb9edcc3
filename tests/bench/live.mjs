// An edit in a live process: `node live.mjs <workspace> <paper> <times>` builds the paper as the library does, with one word changed each time, and
// tells the milliseconds of each edit as JSON. What a process that stays keeps, it keeps: brand, registers, parts.
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {performance} from 'node:perf_hooks'
import {openLibrary} from './library.mjs'

const [workspace, paper, times] = process.argv.slice(2)
const build = await openLibrary(workspace)
const text = readFileSync(path.join(workspace, paper), 'utf8')
const WARM = 5
const runs = []
for (let turn = 0; turn < Number(times) + WARM; turn++) {
  const edited = text.replace(/the deadline is/, `the deadline of turn ${turn} is`)
  if (edited === text) throw new Error('there is no word to change')
  const start = performance.now()
  await build({path: paper, text: edited})
  if (turn >= WARM) runs.push(performance.now() - start)
  await new Promise(setImmediate)
}
console.log(JSON.stringify(runs))
