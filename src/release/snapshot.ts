import {z} from 'zod'
import {type Inline, wordsOf} from '../content.js'
import type {Edition} from '../edition/index.js'
import {sha256Of} from '../inputs.js'
import {once} from '../once.js'

const schema = once(() => z.object({
  title: z.string(),
  symbol: z.string().optional(),
  date: z.string(),
  language: z.string(),
  /** Of all that it was made from, words and pictures. */
  hash: z.string(),
  /** Headings, paragraphs, cells, notes: each a line, in the order they print. */
  text: z.array(z.string()),
  /** Values of its facts as they print, by id; of a pinned one by `id@pin`. */
  facts: z.record(z.string(), z.string()),
}))

/** What a paper said: kept, so that a later change can be told and not only detected. */
export type Snapshot = z.output<ReturnType<typeof schema>>

/** What a paper says, in whichever brand and on whichever paper it is printed. */
export function snapshotOf(edition: Edition): Snapshot {
  const {meta, body, notes, facts = []} = edition
  return {
    title: meta.title,
    ...(meta.symbol === undefined ? {} : {symbol: meta.symbol}),
    date: meta.date.text,
    language: meta.language,
    hash: hashOfText(edition),
    text: [meta.title, ...(meta.subtitle === undefined ? [] : [meta.subtitle]), ...linesIn(body), ...linesIn(notes.map(({children}) => children))],
    facts: Object.fromEntries(facts.map(({id, pin, value}) => [pin === undefined ? id : `${id}@${pin}`, value])),
  }
}

/** Reads a snapshot; nothing where it is none. */
export function readSnapshot(bytes: Uint8Array): Snapshot | undefined {
  try {
    return schema().parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return undefined
  }
}

/** A snapshot as it is written to a file. */
export const snapshotText = (snapshot: Snapshot): string => `${JSON.stringify(snapshot, null, 2)}\n`

/** The hash of what an author wrote and a reader reads: neither brand nor paper nor places have a say in it, nor whether it is cleared. */
function hashOfText({meta, body, notes, attached = []}: Edition): string {
  const {draft: _, paper: __, audience: ___, contacts: ____, anonymous: _____, author: ______, ...said} = meta
  const data = attached.flatMap(({name, sha256, relationship}) => (relationship === 'Data' ? [{name, sha256}] : []))
  return sha256Of(JSON.stringify({said, body, notes, data}, (key, value: unknown) => (OF_THE_BRAND.has(key) ? undefined : value)))
}

/** What the brand decides of a country, and of a paragraph; and where things stand in their files. */
const OF_THE_BRAND = new Set(['place', 'map', 'flag', 'number'])

const INLINE = new Set(['text', 'emphasis', 'strong', 'delete', 'code', 'break', 'link', 'reference', 'note', 'image', 'foreign'])
/** What no reader reads, and how what they read is set. */
const BESIDE = new Set(['place', 'type', 'name', 'id', 'sha256', 'format', 'map', 'flag', 'iso2', 'iso3', 'language', 'formal', 'inText', 'region', 'where', 'align', 'variety'])

function linesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  // Of arrays in an array each is a row.
  if (Array.isArray(value)) return isRun(value) ? spoken(value) : value.flatMap((one) => (Array.isArray(one) && !isRun(one) ? together(linesIn(one)) : linesIn(one)))
  // A figure or a date as it was written; what was read from it says the same again.
  if ('type' in value && 'text' in value && typeof value.text === 'string') return linesIn(value.text)
  const lines = Object.entries(value).flatMap(([key, child]) => (BESIDE.has(key) ? [] : linesIn(child)))
  return 'type' in value || holdsPieces(value) ? lines : together(lines)
}

function spoken(run: readonly Inline[]): string[] {
  const words = wordsOf(run).replace(/\s+/g, ' ').trim()
  return words === '' ? [] : [words]
}

/** What stands side by side is one line: a figure and its label, the cells of a row. Alone none of it says anything. */
const together = (lines: readonly string[]): string[] => (lines.length === 0 ? [] : [lines.join(' · ')])

/** Whether paragraphs, lists, rows or entries of their own stand in it: each of these is a line. */
const holdsPieces = (value: object): boolean =>
  Object.values(value).some((child) => {
    if (Array.isArray(child)) return !isRun(child) && child.some((one) => typeof one === 'object' && one !== null)
    return typeof child === 'object' && child !== null && holdsPieces(child)
  })

const isRun = (value: readonly unknown[]): value is Inline[] =>
  value.length > 0 && value.every((one) => typeof one === 'object' && one !== null && 'type' in one && typeof one.type === 'string' && INLINE.has(one.type))
