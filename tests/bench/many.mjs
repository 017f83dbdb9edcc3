// Many papers in one process: `node --expose-gc many.mjs <workspace> <papers>` prints so many of different words, and tells what the heap holds, in
// bytes, after each tenth of them, as JSON.
import {asMarkdown} from './formats/demarche.mjs'
import {openLibrary} from './library.mjs'
import {makePaper, makeRows, withRow} from './paper.mjs'

const [workspace, count] = process.argv.slice(2)
const build = await openLibrary(workspace)
const rows = makeRows(Number(count))
const heaps = []
const step = Math.max(1, Math.floor(rows.length / 10))
for (const [at, row] of rows.entries()) {
  await build({path: `briefings/paper-${at}.md`, text: asMarkdown(withRow(makePaper({seed: at + 1}), row), {symbol: `B/${row.iso}`})})
  await new Promise(setImmediate)
  if ((at + 1) % step === 0) {
    for (let turn = 0; turn < 3; turn++) {
      globalThis.gc()
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    const {heapUsed, external, rss} = process.memoryUsage()
    heaps.push({papers: at + 1, heapUsed, external, rss})
  }
}
console.log(JSON.stringify(heaps))
