import type {Diagnostic, Place} from '../diagnostic.js'
import {error} from '../diagnostic.js'
import type {Numerals} from '../language/index.js'
import type {SourceField} from '../shapes/fields.js'
import {ages} from './age.js'
import {lastDay} from './day.js'
import {readQuantity} from './quantity.js'
import {readDerivation} from './read-derivation.js'
import type {Amount, Fact, FactValue, InLanguages, UnitForms} from './register.js'
import type {FactEntry, SeriesEntry, ValueEntry} from './register-file.js'

/** Where the parts of an entry stand in the file. */
export type PlaceIn = (...steps: (string | number)[]) => Place

interface Making {
  id: string
  place: Place
  at: PlaceIn
  numerals: Numerals
  report(...diagnostics: Diagnostic[]): void
}

/** A fact from its entry in the register; what is wrong with a value is told at its place. */
export function factOf(entry: FactEntry, making: Making): Fact {
  const {at, report} = making
  const values = (entry.values ?? []).flatMap((value, index) => factValueOf(value, {...making, at: (...steps) => at('values', index, ...steps)}) ?? [])
  const derivation = entry.derived === undefined ? undefined : readDerivation(entry.derived)
  if (entry.status !== 'disputed') report(...doubledValues(values))
  return {
    ...aboutOf(entry, making),
    values,
    ...(derivation ? {derived: {...derivation, decimals: Number(entry.decimals ?? 0), ...(entry.note === undefined ? {} : {note: languagesOf(entry.note)}), place: at('derived')}} : {}),
  }
}

/** What every fact says of itself, whether its values are written out or rows of a file. */
export function aboutOf(entry: FactEntry | SeriesEntry, {id, place}: Pick<Making, 'id' | 'place'>): Omit<Fact, 'values'> {
  const maxAge = entry.max_age === undefined ? undefined : ages(entry.max_age)
  return {
    id,
    statement: languagesOf(entry.statement),
    unit: unitOf(entry.unit),
    ...(maxAge === undefined ? {} : {maxAge}),
    ...(entry.review_by ? {reviewBy: entry.review_by} : {}),
    ...(entry.status ? {status: entry.status} : {}),
    ...(entry.reason === undefined ? {} : {reason: entry.reason}),
    ...(entry.caveat === undefined ? {} : {caveat: languagesOf(entry.caveat)}),
    place,
  }
}

export function factValueOf(entry: ValueEntry, making: Making): FactValue | undefined {
  const {at, report, id} = making
  const amount = amountOf(entry, making)
  if (!amount) return undefined
  if (!entry.as_of && !entry.period && amount.type !== 'date') {
    report(error('facts/no-date', at(), `This value of \`${id}\` does not say of when it is`, 'Add `as_of: 2026-11` or, for what a year counts, `period: 2026`'))
    return undefined
  }
  if (amount.type === 'number' && amount.quantity.percent && entry.of === undefined) {
    report(error('facts/share-base', at('value'), `\`${amount.text}\` does not say of what it is a share`, 'Add `of: ...`, the whole it is a part of'))
  }
  const sources = entry.source === undefined ? [] : Array.isArray(entry.source) ? entry.source : [entry.source]
  return {
    amount,
    ...(entry.as_of ? {asOf: entry.as_of} : {}),
    ...(entry.period ? {period: entry.period} : {}),
    ...(entry.since ? {since: entry.since} : {}),
    ...(entry.of === undefined ? {} : {of: languagesOf(entry.of)}),
    ...(entry.note === undefined ? {} : {note: languagesOf(entry.note)}),
    sources: sources.map(callOf),
    place: at(),
  }
}

export const callOf = ({id, locator, place}: SourceField) => ({id, ...(locator === undefined ? {} : {locator}), place})

function amountOf(entry: ValueEntry, {at, numerals, report}: Making): Amount | undefined {
  const quantity = (key: 'value' | 'from' | 'to') => {
    const text = entry[key] ?? ''
    const read = readQuantity(text, numerals)
    if (!read) report(error('facts/value', at(key), `Expected a figure such as \`6,279\`, \`over 55 million\` or \`90 %\`, found \`${text.slice(0, 60)}\``, 'Write words as `text: ...`, and a date as `date: ...`'))
    return read
  }
  if (entry.date) return {type: 'date', when: entry.date}
  if (entry.text !== undefined) return {type: 'text', text: entry.text}
  if (entry.value !== undefined) {
    const read = quantity('value')
    return read && {type: 'number', quantity: read, text: entry.value}
  }
  const [from, to] = [quantity('from'), quantity('to')]
  const typed: [string, string] = [entry.from ?? '', entry.to ?? '']
  return from && to && {type: 'change', from, to, text: `from ${entry.from} to ${entry.to}`, typed}
}

/** Two values for one date would leave it to chance which one prints. */
function doubledValues(values: readonly FactValue[]): Diagnostic[] {
  const first = new Map<string, FactValue>()
  return values.flatMap((value) => {
    const key = [value.period?.text ?? '', value.asOf ? lastDay(value.asOf) : ''].join('|')
    const other = first.get(key)
    if (!other) {
      first.set(key, value)
      return []
    }
    const when = value.period ? `the period \`${value.period.text}\`` : `\`${value.asOf?.text ?? 'no date'}\``
    const twice = error('facts/two-values', value.place, `Two values are given for ${when}`, 'Keep one, or add `status: disputed` with the reason')
    return [{...twice, related: [{message: 'The other stands here', place: other.place}]}]
  })
}

/** Words without a language are English. */
export const languagesOf = (words: string | Record<string, string>): InLanguages => (typeof words === 'string' ? {en: words} : {...words})

function unitOf(unit: FactEntry['unit']): Record<string, UnitForms> {
  const formsOf = (forms: string | UnitForms): UnitForms => (typeof forms === 'string' ? {one: forms, other: forms} : forms)
  if (unit === undefined) return {}
  // `one` and `other` are forms, and no languages.
  if (typeof unit === 'object' && typeof unit.one === 'string' && typeof unit.other === 'string') return {en: {one: unit.one, other: unit.other}}
  return typeof unit === 'string' ? {en: formsOf(unit)} : Object.fromEntries(Object.entries(unit).map(([code, forms]) => [code, formsOf(forms)]))
}
