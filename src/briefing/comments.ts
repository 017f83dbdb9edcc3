import type {Html} from 'mdast'
import {blocks, type TableSpec} from '../blocks/index.js'
import {error, type Place} from '../diagnostic.js'
import {closest, excerptOfLines, readYaml, type Written, type WrittenMap} from '../shapes/index.js'
import {placeAt} from '../source.js'
import {placeOf, type Reading} from './reading.js'

/** What a comment line says to the printer; every other comment is the author's own. */
export type Comment =
  | {says: 'nothing'}
  /** It says something, wrongly: it has been told. */
  | {says: 'wrong'}
  | {says: 'table'; spec: TableSpec; options: WrittenMap; place: Place}
  | {says: 'section'; part: Written; place: Place}
  | {says: 'ignore'; rule: string; reason: string; at: Place; place: Place}

const tables = () => blocks.filter((block): block is TableSpec => block.form === 'table')
const names = () => [...tables().map(({name}) => name), 'section', 'demarche-ignore']
const firstKey = (html: string): string | undefined => /^\s*<!--\s*([\w-]+)\s*:(?=\s)/.exec(html)?.[1]

/** A comment that is meant for the printer, or nearly so. */
export const isOurComment = (html: string): boolean => {
  const key = firstKey(html)
  return key !== undefined && (names().includes(key) || closest(key, names()) !== undefined)
}

/** A comment that decides how something prints, and is as much of the paper as its words are. */
export const drawsSomething = (html: string): boolean => isOurComment(html) && firstKey(html) !== 'demarche-ignore'

/** Reads a comment that stands alone in its line: a YAML flow mapping without its braces. */
export function readComment(node: Html, reading: Reading): Comment {
  const place = placeOf(reading.source, node)
  const wrong = (what: string, message: string, hint?: string): Comment => {
    reading.report(error(`briefing/${what}`, place, message, hint))
    return {says: 'wrong'}
  }
  if (!node.value.trimStart().slice(2).includes('-->')) {
    const start = place.start?.offset ?? 0
    const line = placeAt(reading.source, start, start + (node.value.split(/[\n\r]/)[0] ?? '').length)
    reading.report(error('briefing/comment-end', line, 'This comment is never closed: it swallows the rest of the paper', 'End it with `-->`'))
    return {says: 'wrong'}
  }
  const key = firstKey(node.value)
  if (key === undefined || !isOurComment(node.value)) return {says: 'nothing'}
  if (!names().includes(key)) {
    return wrong('unknown-comment', `\`${key}:\` says nothing to the printer`, `Did you mean \`${closest(key, names())}:\`?`)
  }
  const alone = /^\s*<!--(?:(?!-->)[\s\S])*-->\s*$/.test(node.value)
  if (!alone) return wrong('comment-in-text', 'A comment that says something to the printer stands alone in its line', 'Give it a line of its own')
  // Braces in place of the comment's own signs, of the same length: every place stays.
  const lines = excerptOfLines(reading.source, node.value.trimEnd(), node.position?.start.line ?? 1)
  const room = key === 'section' || key === 'demarche-ignore' ? 'briefing' : key
  const {value, diagnostics} = readYaml({...lines, text: lines.text.replace(/^(\s*)<!--/, '$1   {').replace(/-->$/, '}  ')}, room)
  reading.report(...diagnostics)
  if (value?.type !== 'map' || diagnostics.length > 0) return {says: 'wrong'}
  return understood(key, value, place, wrong)
}

function understood(key: string, value: WrittenMap, place: Place, wrong: (what: string, message: string, hint?: string) => Comment): Comment {
  const spec = tables().find(({name}) => name === key)
  if (spec) {
    const entries = new Map([...value.entries].map(([name, entry]) => [name === key ? 'variety' : name, entry]))
    return {says: 'table', spec, options: {...value, entries}, place}
  }
  const stranger = [...value.entries.keys()].find((name) => name !== key && !(key === 'demarche-ignore' && name === 'reason'))
  if (stranger !== undefined) {
    return wrong('unknown-key', `\`${stranger}\` is not a key of \`${key}\``, key === 'section' ? undefined : 'Its keys are `demarche-ignore` and `reason`')
  }
  const said = value.entries.get(key)?.value
  if (said?.type !== 'text') return wrong('comment', `Expected one word after \`${key}:\``)
  if (key === 'section') return {says: 'section', part: said, place}
  const reason = value.entries.get('reason')?.value
  if (reason?.type !== 'text' || reason.text.trim() === '') {
    return wrong('missing-key', '`demarche-ignore` needs a `reason`', `Write \`<!-- demarche-ignore: ${said.text}, reason: "..." -->\``)
  }
  return {says: 'ignore', rule: said.text, reason: reason.text, at: said.place, place}
}
