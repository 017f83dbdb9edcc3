// One pack in one process: `node pack.mjs <workspace> <papers>` prints so many papers of two pages as one document, and tells as JSON how long that
// took of the processor, in milliseconds, and how much memory the process held at most, in bytes.
import {asMarkdown} from './formats/demarche.mjs'
import {makePaper, makeRows, withRow} from './paper.mjs'

const [root, count] = process.argv.slice(2)
const {packsInThisProcess} = await import('../../dist/pack/index.js')
const rows = makeRows(Number(count))
const common = {root, prefix: '', defaultBrand: 'house', audience: 'external'}
const when = {type: 'when', text: '2026-11-24', year: 2026, month: 11, day: 24, place: {path: 'pack.yml'}}
const members = rows.map((row, at) => ({...common, source: {path: `briefings/paper-${at}.md`, text: asMarkdown(withRow(makePaper({seed: at + 1}), row), {symbol: `B/${row.iso}`})}}))
const pack = {path: 'briefings/pack.yml', title: 'Papers for a meeting', short: 'Papers', date: when, language: 'en', recipients: [], annexes: [], tabs: true, outputs: ['screen']}
const job = {...common, source: {path: pack.path, text: ''}, papers: [], pack, members}
const before = process.cpuUsage()
const {value, diagnostics} = await packsInThisProcess()(job)
const {user, system} = process.cpuUsage(before)
if (!value) throw new Error(JSON.stringify(diagnostics.slice(0, 3)))
console.log(JSON.stringify({cpu: (user + system) / 1000, memory: process.resourceUsage().maxRSS * 1024, pages: value.pages, bytes: value.pdf.length}))
