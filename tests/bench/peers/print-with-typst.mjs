// Prints with Typst, in one process: `node typst.mjs <its package> <fonts> <sources> <out> <papers> [rows.json]`. One compiler, whose fonts are loaded
// and whose results are kept from one paper to the next: its best way. With rows, one source and the inputs of each row.
import {readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'

const [from, fonts, sources, out, names, rows] = process.argv.slice(2)
const {NodeCompiler} = createRequire(path.join(from, 'package.json'))('@myriaddreamin/typst-ts-node-compiler')
const compiler = NodeCompiler.create({workspace: sources, fontArgs: [{fontPaths: [fonts]}]})
const print = (name, inputs, file) => {
  const pdf = compiler.pdf({mainFilePath: path.join(sources, name), ...(inputs ? {inputs} : {})}, {pdfTags: true, pdfStandard: 'ua-1', creationTimestamp: 0})
  writeFileSync(path.join(out, file), pdf)
  compiler.evictCache(10)
}
if (rows) for (const row of JSON.parse(readFileSync(rows, 'utf8'))) print(names, row, `${row.iso}.pdf`)
else for (const name of names.split(',')) print(name, undefined, name.replace(/typ$/, 'pdf'))
