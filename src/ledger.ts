/** The fact registers of a set of briefings as a list: what each fact is on a day, how old it is, and where it is used. */
import {readBriefing, readTemplate} from './briefing/index.js'
import type {Diagnostic, Place} from './diagnostic.js'
import {ageOf, daysBetween, type Fact, type FactValue, firstDay, lastDay, loadRegister, type Register, type RegisterShelf, valueAt, type When, writeValue} from './facts/index.js'
import type {Files} from './files.js'
import {languageOf} from './language/index.js'
import type {Source} from './source.js'

/** A fact that a paper prints: which, and where. */
export interface LedgerUse {
  id: string
  pin?: string
  /** Where its value stands in the register. */
  from: Place
  place: Place
}

/** One fact on a day. */
export interface LedgerEntry {
  id: string
  /** The register it stands in. */
  register: string
  statement: string
  /** As English papers print it; absent where it has none on that day. */
  value?: string
  /** Of when the value is, as written: a date, or the period it counts. */
  of?: string
  /** Days since the value's date. */
  age?: number
  /** Days until it is stale or due for review, whichever is first; below nought where that day has passed. */
  due?: number
  status?: 'disputed' | 'vague'
  sources: string[]
  /** Places of the papers that print it. */
  used: Place[]
  place: Place
}

export interface LedgerOptions {
  files: Files
  on: When
  uses: readonly LedgerUse[]
}

/** Lists every fact of the registers that briefings take theirs from. */
export async function factLedger(briefings: readonly Source[], {files, on, uses}: LedgerOptions): Promise<{entries: LedgerEntry[]; diagnostics: Diagnostic[]}> {
  const shelf: RegisterShelf = new Map()
  const registers = new Set<Register>()
  const diagnostics: Diagnostic[] = []
  for (const briefing of briefings) {
    const named = registerNamedBy(briefing)
    const {value, diagnostics: found} = await loadRegister(briefing.path, {files, shelf, ...(named ? {named} : {})})
    if (value ? registers.has(value) : found.length === 0) continue
    if (value) registers.add(value)
    diagnostics.push(...found)
  }
  const usesOf = new Map<string, Place[]>()
  const met = new Set<string>()
  for (const {id, from, place} of uses) {
    const key = `${from.path} ${id}`
    // The papers of a template's rows print it at one place.
    const spot = JSON.stringify([key, place])
    if (!met.has(spot)) usesOf.set(key, [...(usesOf.get(key) ?? []), place])
    met.add(spot)
  }
  const entries = new Map<string, LedgerEntry>()
  for (const register of registers) {
    for (const fact of register.facts.values()) {
      const key = `${fact.place.path} ${fact.id}`
      // The rows of a series stand in a file of their own.
      const used = [...new Set([fact.place.path, ...(fact.series ? [fact.series] : [])])].flatMap((path) => usesOf.get(`${path} ${fact.id}`) ?? [])
      if (!entries.has(key)) entries.set(key, entryOf(fact, register, on, used))
    }
  }
  return {entries: [...entries.values()], diagnostics}
}

/** The register that a briefing's front matter names in place of those above it. */
function registerNamedBy(briefing: Source): {path: string; place: Place} | undefined {
  // Most name none, and need not be read again for it.
  if (!/^\s?["']?facts\b/m.test(briefing.text)) return undefined
  const template = readTemplate(briefing)
  if (template) return template.asked.facts
  const {value} = readBriefing(briefing)
  if (value?.meta.facts === undefined) return undefined
  return {path: value.meta.facts, place: value.places.facts ?? {path: briefing.path}}
}

function entryOf(fact: Fact, register: Register, on: When, used: Place[]): LedgerEntry {
  const english = languageOf('en')
  if (!english) throw new Error('English is a language of every release')
  const {value} = valueAt(fact, {asOf: on}, register)
  const age = value && ageOf(value, on)
  const due = dueIn(fact, age, on)
  const when = value?.period ?? value?.asOf
  return {
    id: fact.id,
    register: fact.place.path,
    statement: fact.statement.en ?? Object.values(fact.statement)[0] ?? '',
    ...(value ? {value: writeValue(fact, value, english).replaceAll('\u00a0', ' ')} : {}),
    ...(when ? {of: when.text} : {}),
    ...(age === undefined || value?.amount.type === 'date' ? {} : {age}),
    ...(due === undefined ? {} : {due}),
    ...(fact.status ? {status: fact.status} : {}),
    sources: sourcesOf(value),
    used,
    place: fact.place,
  }
}

const sourcesOf = (value: FactValue | undefined): string[] => value?.sources.map(({id, locator}) => (locator === undefined ? id : `${id}, ${locator}`)) ?? []

function dueIn({maxAge, reviewBy}: Fact, age: number | undefined, on: When): number | undefined {
  const days = [
    ...(maxAge === undefined || age === undefined ? [] : [maxAge - age]),
    ...(reviewBy ? [daysBetween(firstDay(on), lastDay(reviewBy))] : []),
  ]
  return days.length === 0 ? undefined : Math.min(...days)
}
