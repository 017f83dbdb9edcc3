import {copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {asAsciidoc} from './formats/asciidoc.mjs'
import {asMarkdown} from './formats/demarche.mjs'
import {asHtml} from './formats/html.mjs'
import {asTypst} from './formats/typst.mjs'
import {COLUMNS, makePaper, makeRows, withRow} from './paper.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const FONTS = ['source-sans-3/400Regular/SourceSans3_400Regular', 'source-sans-3/700Bold/SourceSans3_700Bold', 'source-serif-4/400Regular/SourceSerif4_400Regular', 'source-serif-4/700Bold/SourceSerif4_700Bold']

/**
 * Lays the sources of all engines below a folder: `template`, one paper for all rows; `written`, as many papers of other words; `long`,
 * one paper a number of pages; and `peers`, the same in their formats, with the fonts.
 */
export function writeSources(folder, {papers, long = []}) {
  const rows = makeRows(papers)
  const template = makePaper()
  const written = rows.map((row, at) => withRow(makePaper({seed: at + 1}), row))
  const put = (name, text) => {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), {recursive: true})
    writeFileSync(file, text)
  }
  put('template/briefings/paper.md', asMarkdown(template, {sample: rows[0], symbol: 'B/{iso}'}))
  put('template/briefings/rows.csv', asCsv(rows))
  put('peers/rows.json', JSON.stringify(rows))
  put('peers/template.typ', asTypst(template, {template: true}))
  rows.forEach((row, at) => put(`peers/row-${at}.html`, asHtml(withRow(template, row))))
  written.forEach((paper, at) => {
    put(`written/briefings/paper-${at}.md`, asMarkdown(paper, {symbol: `B/${rows[at].iso}`}))
    put(`peers/paper-${at}.typ`, asTypst(paper))
    put(`peers/paper-${at}.html`, asHtml(paper))
  })
  put('one/briefings/paper.md', asMarkdown(written[0], {symbol: 'B/1'}))
  const {text, chart} = asAsciidoc(written[0])
  put('peers/paper.adoc', text)
  put('peers/chart.svg', chart)
  for (const pages of long) {
    const paper = withRow(makePaper({sections: Math.round(pages * SECTIONS_A_PAGE)}), rows[0])
    put(`long-${pages}/briefings/paper.md`, asMarkdown(paper, {symbol: 'B/L', kind: 'q-and-a'}))
    put(`peers/long-${pages}.html`, asHtml(paper))
    put(`peers/long-${pages}.typ`, asTypst(paper))
  }
  for (const name of ['look.typ', 'look.css', 'look-theme.yml']) copyFileSync(path.join(here, 'formats', name), path.join(folder, 'peers', name))
  for (const workspace of ['template', 'written', 'one', ...long.map((pages) => `long-${pages}`)]) {
    put(`${workspace}/demarche.yml`, SETTINGS)
    cpSync(path.join(here, '../../styles/house'), path.join(folder, workspace, 'styles/bench'), {recursive: true})
    put(`${workspace}/styles/bench/_brand.yml`, asWide(readFileSync(path.join(here, '../../styles/house/_brand.yml'), 'utf8')))
  }
  mkdirSync(path.join(folder, 'peers/fonts'), {recursive: true})
  for (const name of FONTS) copyFileSync(path.join(here, '../../node_modules/@expo-google-fonts', `${name}.ttf`), path.join(folder, 'peers/fonts', `${path.basename(name)}.ttf`))
  return {rows}
}

const SECTIONS_A_PAGE = 2.5

/** The papers are made up: nobody is to be told that their figures have no source. */
const SETTINGS = `brand: bench
severity:
  checks/unsourced-figure: off
  fact-sheet/missing-part: off
  q-and-a/missing-part: off
`

/** The house brand with its text as wide as that of the other engines, and small enough for two pages: its opening and its tiles take more room than theirs. */
const asWide = (brand) => brand.replace('margin_column: yes', 'margin_column: no').replace('body: {size: 10pt, leading: 14pt}', 'body: {size: 10pt, leading: 12pt}').replace('title_sizes: [28, 25, 21]', 'title_sizes: [21]')

/** The table of a template, as CSV. */
export const asCsv = (rows) => [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => `"${row[column]}"`))].map((cells) => `${cells.join(',')}\n`).join('')
