// What poppler reads from each printed paper, against the account that printing gave of it: every character, in order,
// once white space is collapsed away and soft hyphens are dropped. A chart's data, which is tagged and not seen, may stand between.
// node .ci/poppler-text.mjs <briefings...>, from the workspace, after the build.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {build, diskFiles} from '../dist/index.js'

const bare = (text) => text.normalize('NFC').replace(/[\s\u00ad\ufffc]+/gu, '')
const folder = mkdtempSync(path.join(tmpdir(), 'poppler-'))
let wrong = 0
for (const briefing of process.argv.slice(2)) {
  const source = {path: briefing, text: readFileSync(briefing, 'utf8')}
  // What a link to another paper says is that one's to tell: here it need only lead somewhere.
  const papers = (name) => ({path: path.join(path.dirname(briefing), `${name}.md`), title: name, ids: []})
  const {value} = await build(source, {files: diskFiles(process.cwd()), papers})
  if (!value) throw new Error(`${briefing} does not print`)
  const file = path.join(folder, 'paper.pdf')
  writeFileSync(file, value.pdf)
  const {status, stdout} = spawnSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], {encoding: 'utf8'})
  if (status !== 0) throw new Error('pdftotext failed')
  const read = bare(stdout)
  let at = 0
  let told = false
  for (const line of value.pages.flatMap(({lines}) => lines)) {
    const words = bare(line.text)
    const found = read.indexOf(words, at)
    if (found < 0) {
      console.error(`${briefing}: poppler does not read \`${line.text}\` (${line.role}) behind \`${read.slice(Math.max(0, at - 30), at)}\``)
      told = true
      break
    }
    at = found + words.length
  }
  wrong += told ? 1 : 0
  if (!told) console.log(`ok   ${briefing}: ${read.length} characters`)
}
rmSync(folder, {recursive: true, force: true})
process.exit(wrong > 0 ? 1 : 0)
