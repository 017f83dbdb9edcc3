import {readTemplate, withoutIgnored} from '../../src/briefing/index.js'
import {check, type CheckedPaper} from '../../src/check.js'
import type {Diagnostic} from '../../src/diagnostic.js'
import {loadRows} from '../../src/rows/index.js'
import {memoryFiles} from '../edition/compose.js'

export const TEMPLATE = 'briefings/topic/template.md'

export interface PrintedRow {
  key: string
  output: string
  paper?: CheckedPaper
  diagnostics: Diagnostic[]
}

/** Every row's paper of a template, composed and checked as the command does; `found` is what is wrong with the rows themselves. */
export async function printRows(text: string, files: Record<string, string>): Promise<{rows: PrintedRow[]; found: Diagnostic[]}> {
  const source = {path: TEMPLATE, text}
  const template = readTemplate(source)
  if (!template) throw new Error('this is no template')
  const memory = memoryFiles(Object.fromEntries(Object.entries(files).map(([name, content]) => [`briefings/topic/${name}`, content])))
  const {value, diagnostics} = await loadRows(template.asked, {files: memory})
  const shelves = {brands: new Map(), registers: new Map(), templates: new Map()}
  const rows: PrintedRow[] = []
  for (const row of value?.rows ?? []) {
    const {value: paper, diagnostics: of} = await check(source, {files: memory, row, ...shelves})
    rows.push({key: row.key, output: row.output, ...(paper ? {paper} : {}), diagnostics: of})
  }
  return {rows, found: withoutIgnored(value ? diagnostics : [...template.diagnostics, ...diagnostics], template.ignored)}
}
