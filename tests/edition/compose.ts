import {fileURLToPath} from 'node:url'
import {loadBrand} from '../../src/brand/index.js'
import {readBriefing} from '../../src/briefing/index.js'
import {hasErrors} from '../../src/diagnostic.js'
import {composeEdition, type ComposeOptions, type Edition, type OtherPaper} from '../../src/edition/index.js'
import {diskFiles, type Files} from '../../src/files.js'
import {told} from '../told.js'

/** Files in memory, and the program's own brands. */
export function memoryFiles(contents: Record<string, Uint8Array | string> = {}): Files {
  const own = diskFiles(fileURLToPath(new URL('../..', import.meta.url)))
  return {
    async read(path) {
      if (path.startsWith('..')) return {trouble: 'outside'}
      const content = contents[path]
      if (content === undefined) return {trouble: 'missing'}
      return {bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content}
    },
    readPackage: own.readPackage,
  }
}

export interface Written {
  /** Lines of front matter beside kind, title and date. */
  front?: string
  kind?: string
  title?: string
  brand?: string
  files?: Record<string, Uint8Array | string>
  papers?: Record<string, OtherPaper>
  options?: Partial<ComposeOptions>
}

/** A briefing that is only a body, composed; what was found is told one to a line, places counted from the body. */
export async function compose(body: string, {front = '', kind = 'fact-sheet', title = 'A paper', brand = 'house', ...written}: Written = {}): Promise<{edition?: Edition; told: string[]; text: string}> {
  const head = `---\nkind: ${kind}\ntitle: ${title}\ndate: 2026-11-24\n${front}${front === '' ? '' : '\n'}---\n`
  const text = head + body
  const files = memoryFiles(written.files)
  const read = readBriefing({path: 'briefings/topic/paper.md', text})
  const loaded = await loadBrand(brand, {files})
  if (!read.value || !loaded.value || hasErrors(read.diagnostics)) {
    throw new Error(`not a briefing that can be composed: ${JSON.stringify([...read.diagnostics, ...loaded.diagnostics])}`)
  }
  const {value, diagnostics} = await composeEdition(read.value, {...loaded.value, files, papers: (name) => written.papers?.[name], ...written.options})
  const above = head.split('\n').length - 1
  return {...value, told: diagnostics.map((one) => told(one, above)), text}
}
