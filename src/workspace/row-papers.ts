import path from 'node:path'
import {readTemplate} from '../briefing/index.js'
import {addressesOf, type OtherPaper, symbolOf} from '../edition/index.js'
import type {Files} from '../files.js'
import {sha256Of} from '../inputs.js'
import {loadRows} from '../rows/index.js'
import type {Source} from '../source.js'

/**
 * The papers of a template's rows that some texts may lead to: a link names one as its file is called. Rows whose names stand in none of the
 * texts are not filled in.
 */
export async function rowPapers(source: Source, {files, leading}: {files: Files; leading: readonly Source[]}): Promise<OtherPaper[]> {
  const template = readTemplate(source)
  const {value} = template ? await loadRows(template.asked, {files}) : {}
  return (value?.rows ?? []).flatMap((row) => {
    const isNamed = leading.some(({text}) => text.includes(row.output) || text.includes(encodeURI(row.output)))
    const {value: filled} = (isNamed && template?.withRow(row)) || {}
    if (!filled) return []
    const {title, symbol} = filled.meta
    return [
      {
        path: path.posix.join(path.posix.dirname(source.path), `${row.output}.md`),
        from: `${source.path}#${row.key}`,
        title,
        ...(symbol === undefined ? {} : {symbol: symbolOf(symbol, filled.meta)}),
        ids: [...addressesOf(filled.body).values()],
        sha256: sha256Of(JSON.stringify([source.text, row.values])),
      },
    ]
  })
}
