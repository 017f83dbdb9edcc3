import {readFile} from 'node:fs/promises'
import {z} from 'zod'
import {type Diagnostic, inReadingOrder} from '../diagnostic.js'
import {writeWhole} from '../press/index.js'

/** One finding of a baseline: known by its rule and the words it stands on, for lines move; `count` of the same are one entry. */
interface Entry {
  rule: string
  words: string
  count: number
}

/** Findings that a folder had when it was taken over, by the file they stand in. */
export type Baseline = Readonly<Record<string, readonly Entry[]>>

/** Findings told from findings known before. */
export interface Sieve {
  sift(diagnostics: readonly Diagnostic[]): {told: Diagnostic[]; known: Diagnostic[]}
  /** How many entries were not met in these files; in all files where none are given. */
  gone(files?: ReadonlySet<string>): number
}

export interface SieveOptions {
  /** The text of a file that a place names, where it can be had. */
  textOf(path: string): string | undefined
  /** Errors can be known too. Of a build they cannot: they stop their paper, and have to be told. */
  errors: boolean
}

const baselineFile = () => z.strictObject({
  version: z.literal(1),
  findings: z.record(z.string(), z.array(z.strictObject({rule: z.string(), words: z.string(), count: z.int().min(1)}))),
})

/** The baseline of a file; `missing` where there is none, `broken` where it cannot be read as one. */
export async function readBaseline(file: string): Promise<Baseline | 'missing' | 'broken'> {
  const text = await readFile(file, 'utf8').catch((failure: NodeJS.ErrnoException) => (failure.code === 'ENOENT' ? undefined : ''))
  if (text === undefined) return 'missing'
  try {
    return baselineFile().parse(JSON.parse(text)).findings
  } catch {
    return 'broken'
  }
}

/** Writes a baseline, in the order of paths, rules and words. Returns why it could not be written. */
export async function writeBaseline(file: string, baseline: Baseline): Promise<string | undefined> {
  const findings = Object.fromEntries(Object.entries(baseline).filter(([, entries]) => entries.length > 0).sort(byText(([path]) => path)))
  return writeWhole(file, new TextEncoder().encode(`${JSON.stringify({version: 1, findings}, null, 2)}\n`))
}

/** A baseline of findings. */
export function baselineOf(diagnostics: readonly Diagnostic[], textOf: SieveOptions['textOf']): Baseline {
  const files = new Map<string, Map<string, Entry>>()
  for (const diagnostic of inReadingOrder(diagnostics)) {
    const {path} = diagnostic.place
    const entries = files.get(path) ?? new Map<string, Entry>()
    files.set(path, entries)
    const entry = {rule: diagnostic.rule, words: wordsAt(diagnostic, textOf)}
    const key = keyOf(path, entry)
    entries.set(key, {...entry, count: (entries.get(key)?.count ?? 0) + 1})
  }
  return Object.fromEntries([...files].map(([path, entries]) => [path, [...entries.values()].sort(byText(({rule, words}) => `${rule} ${words}`))]))
}

/** Tells known findings from others, as they come. Of more than were known, the last are told. */
export function openSieve(baseline: Baseline, {textOf, errors}: SieveOptions): Sieve {
  const left = new Map<string, number>()
  for (const [path, entries] of Object.entries(baseline)) for (const entry of entries) left.set(keyOf(path, entry), entry.count)
  // What is wrong with a brand or a register is found on each of its papers: it counts once.
  const decided = new Map<string, boolean>()
  const isKnown = (diagnostic: Diagnostic): boolean => {
    if (!mayBeKnown(diagnostic, errors)) return false
    const {rule, message, place} = diagnostic
    const same = JSON.stringify([rule, message, place])
    const before = decided.get(same)
    if (before !== undefined) return before
    const key = keyOf(place.path, {rule, words: wordsAt(diagnostic, textOf)})
    const count = left.get(key) ?? 0
    if (count > 0) left.set(key, count - 1)
    decided.set(same, count > 0)
    return count > 0
  }
  return {
    sift: (diagnostics) => parted(diagnostics, isKnown),
    gone: (files) =>
      Object.entries(baseline)
        .filter(([path]) => files?.has(path) ?? true)
        .flatMap(([path, entries]) => entries.filter((entry) => (left.get(keyOf(path, entry)) ?? 0) > 0)).length,
  }
}

/** Takes every finding for known that a baseline may hold: for writing one. */
export const takeAll = (errors: boolean): Sieve => ({
  sift: (diagnostics) => parted(diagnostics, (one) => mayBeKnown(one, errors)),
  gone: () => 0,
})

function parted(diagnostics: readonly Diagnostic[], isKnown: (one: Diagnostic) => boolean): {told: Diagnostic[]; known: Diagnostic[]} {
  const [told, known]: [Diagnostic[], Diagnostic[]] = [[], []]
  for (const one of diagnostics) (isKnown(one) ? known : told).push(one)
  return {told, known}
}

/** Of the workspace, the output folder and the program itself nothing is ever known: a run with such a finding has not looked. */
const mayBeKnown = ({rule, severity}: Diagnostic, errors: boolean): boolean => !/^(?:press|workspace|cli)\//.test(rule) && (errors || severity === 'warning')

/** What a finding stands on, in one line; nothing where it is of the file as a whole. */
function wordsAt({place: {path, start, end}}: Diagnostic, textOf: SieveOptions['textOf']): string {
  const text = start && textOf(path)?.replace(/^\uFEFF/, '')
  if (!start || text === undefined) return ''
  const words = text.slice(start.offset, end?.offset ?? start.offset).replace(/\s+/g, ' ').trim()
  return words.length <= LONGEST ? words : [...words].slice(0, LONGEST).join('')
}

const LONGEST = 120

const keyOf = (path: string, {rule, words}: Omit<Entry, 'count'>): string => JSON.stringify([path, rule, words])

const byText =
  <T>(of: (one: T) => string) =>
  (a: T, b: T): number => {
    const [first, second] = [of(a), of(b)]
    return first < second ? -1 : first > second ? 1 : 0
  }
