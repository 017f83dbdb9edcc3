// What printing costs: run after `npm run prepare`, by `npm run bench`. Times are medians, and mean what they say only beside
// each other: the machine is not told. Nothing here passes or fails.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {performance} from 'node:perf_hooks'
import {fileURLToPath} from 'node:url'
import PDFDocument from 'pdfkit'

process.env.NODE_ENV ??= 'production'
const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = (file) => import(path.join(root, 'dist', file))
const [{check}, {diskFiles}, {layOut}, {paint}, {PdfFile}, {default: renderPdf}] = [
  await dist('check.js'),
  await dist('files.js'),
  await dist('print/lay-out.js'),
  await dist('print/paint.js'),
  await dist('print/pdf-file.js'),
  await import('@react-pdf/render'),
]

const files = diskFiles(root)
const brands = new Map()
const read = (name) => ({path: `briefings/${name}.md`, text: readFileSync(path.join(root, 'briefings', `${name}.md`), 'utf8')})
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
const show = (ms) => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`

async function timed(deed) {
  const start = performance.now()
  const value = await deed()
  return {value, ms: performance.now() - start}
}

async function checked(source) {
  const {value, diagnostics} = await check(source, {files, brands})
  if (!value) throw new Error(diagnostics.map(({message}) => message).join('\n'))
  return value
}

/** A page's elements as one stamp, of which nothing is told. */
function stamped(file, elements) {
  const hook = (deed) => {
    let isToCome = true
    const once = () => {
      if (!isToCome) return []
      isToCome = false
      return deed()
    }
    return {type: 'HOOK', style: {}, props: {}, get children() { return once() }}
  }
  const end = hook(() => {
    file.stamping.endStamp()
    return []
  })
  return hook(() => {
    file.stamping.beginStamp({whole: undefined, deeds: []})
    return [...elements, end]
  })
}

/** The same pages by the same pen, without marks, tree and data twins: what a file would be that no screen reader can read. */
async function paintUntagged(laid, {meta}) {
  const date = new Date(0)
  const file = new PdfFile({title: meta.title, creator: 'bench', producer: 'bench', date, modified: date, language: 'en', archival: {part: 2, conformance: 'A'}, attached: []}, new WeakMap())
  const chunks = []
  const done = new Promise((resolve, reject) => file.on('data', (chunk) => chunks.push(chunk)).on('end', resolve).on('error', reject))
  const {link, goTo} = PDFDocument.prototype
  Object.assign(file.tagger, {
    mark: () => '',
    unmark: () => '',
    aimAtText() {},
    link: (x, y, width, height, url) => (String(url).startsWith('#') ? goTo : link).call(file, x, y, width, height, String(url).replace(/^#/, '')),
    finish() {},
  })
  renderPdf(file, {...laid, children: laid.children.map((page) => ({...page, children: [stamped(file, page.children)]}))})
  file.finish(undefined)
  await done
  return Buffer.concat(chunks)
}

async function tagging(name, times = 7) {
  const {edition, assets} = await checked(read(name))
  const runs = {tagged: [], untagged: [], layout: []}
  const bytes = {}
  for (let turn = 0; turn < times; turn++) {
    for (const how of ['tagged', 'untagged']) {
      const laid = await timed(() => layOut([edition], assets))
      const painted = await timed(() => (how === 'tagged' ? paint(laid.value.root, [edition], {assets}) : paintUntagged(laid.value.root, edition)))
      runs.layout.push(laid.ms)
      runs[how].push(painted.ms)
      bytes[how] = painted.value.length
    }
  }
  const layout = median(runs.layout)
  const [tagged, untagged] = [layout + median(runs.tagged), layout + median(runs.untagged)]
  console.log(
    `${name}: ${bytes.tagged} bytes tagged, ${bytes.untagged} untagged: ${(bytes.tagged / bytes.untagged).toFixed(2)} times; ` +
      `${show(tagged)} tagged, ${show(untagged)} untagged: ${(tagged / untagged).toFixed(2)} times`,
  )
}

function cold() {
  const out = mkdtempSync(path.join(tmpdir(), 'demarche-bench-'))
  const once = () => {
    const start = performance.now()
    const {status} = spawnSync(process.execPath, ['dist/cli/main.js', 'build', 'briefings/mine-ban/poland.md', '--no-cache', '--out', out], {cwd: root})
    if (status !== 0) throw new Error('the paper was not built')
    return performance.now() - start
  }
  const ms = median(Array.from({length: 5}, once))
  rmSync(out, {recursive: true, force: true})
  console.log(`one paper, cold, the whole command: ${show(ms)}`)
}

async function warm() {
  const source = read('mine-ban/poland')
  const runs = []
  for (let turn = 0; turn < 15; turn++) {
    const {ms} = await timed(async () => {
      const {edition, assets} = await checked(source)
      await paint((await layOut([edition], assets)).root, [edition], {assets})
    })
    runs.push(ms)
    await new Promise(setImmediate) // else what a paper leaves behind is never collected
  }
  console.log(`one paper, warm, from Markdown to bytes: ${show(median(runs.slice(5)))}`)
}

/** Paragraphs, a list, a table and a note a section, until there are about so many pages. */
const long = (sections) => ({
  path: 'briefings/long.md',
  text: `---\nkind: q-and-a\ntitle: A long paper\ndate: 2026-11-24\nbudget: none\n---\n\n${Array.from({length: sections}, (_, at) => `## Question ${at}?\n\n${`The Convention forbids the use, stockpiling, production and transfer of anti-personnel mines. ${at} `.repeat(8)}[^${at}]\n\n- One.\n- Two.\n\n| State | Year |\n| - | -: |\n| A | ${1990 + (at % 30)} |\n| B | 2024 |\n\n[^${at}]: Note ${at}.\n`).join('\n')}`,
})

async function linear() {
  const rows = []
  for (const sections of [25, 50, 100, 200]) {
    const source = long(sections)
    const {value, ms} = await timed(async () => {
      const {edition, assets} = await checked(source)
      const laid = await layOut([edition], assets)
      const pages = laid.root.children.length
      await paint(laid.root, [edition], {assets})
      return pages
    })
    rows.push(`${value} pages ${show(ms)} (${(ms / value).toFixed(1)} ms a page)`)
    await new Promise(setImmediate)
  }
  console.log(`long papers: ${rows.join('; ')}`)
}

for (const name of ['mine-ban/fact-sheet', 'mine-ban/poland', 'mine-ban/q-and-a', 'mine-ban/estonia']) await tagging(name)
cold()
await warm()
await linear()
await import('./check.mjs')
await import('./rebuild.mjs')
