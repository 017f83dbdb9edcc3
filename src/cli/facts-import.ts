import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {isMap, isScalar, parseDocument, stringify} from 'yaml'
import {writeWhole} from '../press/index.js'
import {type ImportedSource, readBibliography} from './bibliography.js'
import type {Io} from './io.js'
import {some} from './tally.js'
import {refuse} from './usage.js'

/** Where sources are imported to. */
export interface ImportOptions {
  /** A fact register; standard output where absent. */
  into?: string
}

/** Turns a bibliography into sources of a fact register; what the register has already stays as it is. Returns the exit code. */
export async function importCommand(file: string, {into}: ImportOptions, io: Io): Promise<number> {
  const text = await readFile(path.resolve(io.cwd, file), 'utf8').catch(() => refuse({message: `\`${file}\` cannot be read`, hint: 'Name a file of BibTeX (`.bib`) or CSL-JSON (`.json`)'}, io))
  const sources = await readBibliography(text).catch((failure: unknown) => {
    const [why = ''] = (failure instanceof Error ? failure.message : String(failure)).split('\n')
    return refuse({message: `\`${file}\` is neither BibTeX nor CSL-JSON: ${why}`, hint: 'Export it again from the program that keeps it'}, io)
  })
  if (into === undefined) {
    io.stdout.write(`sources:\n${entriesOf(sources, 2)}`)
    return 0
  }
  const target = path.resolve(io.cwd, into)
  const before = await readFile(target, 'utf8').catch(() => '')
  const {after, added} = withSources(before, sources) ?? refuse({message: `\`sources\` of \`${into}\` stand in braces, or the file cannot be read`, hint: 'Write each source in lines of its own below `sources:`'}, io)
  const trouble = after === before ? undefined : await writeWhole(target, new TextEncoder().encode(after))
  if (trouble !== undefined) refuse({message: `\`${into}\` cannot be written: ${trouble}`, hint: 'Change its permissions'}, io)
  const kept = sources.length - added
  io.stdout.write(`${some(added, 'source')} added to ${into}${kept > 0 ? `; ${some(kept, 'source')} there already` : ''}\n`)
  return 0
}

/** The text of a register with sources added at the end of its own; every other character stays. */
export function withSources(text: string, sources: readonly ImportedSource[]): {after: string; added: number} | undefined {
  const document = parseDocument(text, {schema: 'failsafe', prettyErrors: false, logLevel: 'error'})
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return undefined
  const own = isMap(document.contents) ? document.contents.get('sources', true) : undefined
  if (own === undefined || (isScalar(own) && own.source === '')) {
    if (own !== undefined) return undefined
    const gap = text === '' || text.endsWith('\n') ? '' : '\n'
    return {after: `${text}${gap}sources:\n${entriesOf(sources, 2)}`, added: sources.length}
  }
  if (!isMap(own) || own.flow === true || !own.range) return undefined
  const known = new Set(own.items.map(({key}) => (isScalar(key) ? String(key.value) : '')))
  const fresh = sources.filter(({id}, at) => !known.has(id) && sources.findIndex((other) => other.id === id) === at)
  const [first] = own.items
  const start = isScalar(first?.key) && first.key.range ? first.key.range[0] : own.range[0]
  const indent = start - (text.lastIndexOf('\n', start - 1) + 1)
  // What follows the last value, comments and empty lines, belongs to what comes next.
  const end = text.slice(0, own.range[1]).trimEnd().length
  const lineEnd = text.indexOf('\n', end)
  const at = lineEnd < 0 ? text.length : lineEnd + 1
  const gap = lineEnd < 0 ? '\n' : ''
  return {after: fresh.length === 0 ? text : `${text.slice(0, at)}${gap}${entriesOf(fresh, indent)}${text.slice(at)}`, added: fresh.length}
}

function entriesOf(sources: readonly ImportedSource[], indent: number): string {
  const written = stringify(Object.fromEntries(sources.map(({id, entry}) => [id, entry])), {lineWidth: 0, defaultStringType: 'PLAIN', schema: 'failsafe'})
  return written.replace(/^(?=.)/gm, ' '.repeat(indent))
}
