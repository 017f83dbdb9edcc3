import {stringify} from 'yaml'
import type {Place} from '../diagnostic.js'
import type {SourceEntry} from '../shapes/fields.js'
import type {When} from './day.js'
import type {Fact, FactValue, InLanguages, Operand, Register, SourceCall} from './register.js'
import {valueAt} from './value-at.js'

/** What a paper took from its register. */
export interface Taken {
  /** Facts by id, each with the date it was pinned to, and where the value that prints stands in the register. */
  facts: readonly {id: string; pin?: string; from?: Place}[]
  /** Sources that it names itself, beside those of its facts. */
  sources: ReadonlySet<string>
  asOf: When
  /** Code of the language that it prints in. */
  language: string
}

/**
 * The part of a register that a paper stands on, as a `facts.yml` of its own: the values it prints, what they are reckoned
 * from, and their sources. Neither what else the house knows nor why it doubts a fact goes with it; rows of series become values.
 */
export function cutRegister(register: Register, taken: Taken): string {
  const values = valuesTaken(register, taken)
  const facts = [...values.keys()].sort().flatMap((id) => register.facts.get(id) ?? [])
  const called = [...values.values()].flatMap((some) => [...some].flatMap(({sources}) => sources.map(({id}) => id)))
  const sources = [...new Set([...called, ...taken.sources])].sort().flatMap((id) => register.sources.get(id) ?? [])
  const file = {
    facts: Object.fromEntries(facts.map((fact) => [fact.id, factEntry(fact, values.get(fact.id) ?? new Set(), taken)])),
    sources: Object.fromEntries(sources.map(({id, entry}) => [id, sourceKeys(entry)])),
  }
  return stringify(file, {lineWidth: 0, defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN'})
}

/** Every fact that is used, or reckoned with, and which of its values. */
function valuesTaken(register: Register, {facts, asOf}: Taken): Map<string, Set<FactValue>> {
  const taken = new Map<string, Set<FactValue>>()
  const take = (id: string, pin: string | undefined, from?: Place): void => {
    const fact = register.facts.get(id)
    if (!fact) return
    const values = taken.get(id) ?? new Set()
    taken.set(id, values)
    if (fact.derived) {
      for (const operand of fact.derived.operands) if ('id' in operand) take(operand.id, operand.pin ?? pin)
      return
    }
    // A fact that is named and prints no value, as over an empty column, still has to be one.
    const printed = fact.values.find(({place}) => place === from)
    const value = printed ?? valueAt(fact, {asOf, ...(pin === undefined ? {} : {pin})}, register).value ?? fact.values[0]
    if (value) values.add(value)
  }
  for (const {id, pin, from} of facts) take(id, pin, from)
  return taken
}

function factEntry({id: _, derived, ...fact}: Fact, taken: ReadonlySet<FactValue>, {language}: Taken): object {
  const statement = spoken(fact.statement, language) ?? fact.statement
  const unit = fact.unit[language]
  const caveat = fact.status === 'disputed' ? spoken(fact.caveat, language) : undefined
  return {
    statement,
    ...(unit ? {unit: {[language]: unit}} : {}),
    // The register asks why of a fact that is disputed; what the house thinks of it stays in the house.
    ...(caveat ? {status: 'disputed', reason: 'as the caveat says', caveat} : {}),
    ...(derived
      ? {
          derived: `${derived.deed}(${derived.operands.map(operandText).join(', ')})`,
          ...(derived.decimals === 0 ? {} : {decimals: String(derived.decimals)}),
          ...withKey('note', spoken(derived.note, language)),
        }
      : {values: fact.values.filter((value) => taken.has(value)).map((value) => valueEntry(value, statement, language))}),
  }
}

const operandText = (operand: Operand): string => ('number' in operand ? String(operand.number) : `${operand.id}${operand.pin === undefined ? '' : `@${operand.pin}`}`)

function valueEntry({amount, asOf, period, since, of, note, sources}: FactValue, statement: InLanguages, language: string): object {
  // Rows of a series do not say of what they are a share: their statement does.
  const base = of ?? (amount.type === 'number' && amount.quantity.percent ? statement : undefined)
  return {
    ...amountKeys(amount),
    ...withKey('of', base && (spoken(base, language) ?? base)),
    ...withKey('period', period?.text),
    ...withKey('since', since?.text),
    ...withKey('as_of', asOf?.text),
    ...withKey('source', sources.length > 0 ? sources.map(callText) : undefined),
    ...withKey('note', spoken(note, language)),
  }
}

function amountKeys(amount: FactValue['amount']): object {
  switch (amount.type) {
    case 'number':
      return {value: amount.text}
    case 'change':
      return {from: amount.typed[0], to: amount.typed[1]}
    case 'date':
      return {date: amount.when.text}
    case 'text':
      return {text: amount.text}
  }
}

const callText = ({id, locator}: SourceCall): string => (locator === undefined ? id : `${id}, ${locator}`)

/** Words in one language, as a register writes them. */
const spoken = (words: InLanguages | undefined, language: string): InLanguages | undefined => {
  const own = words?.[language]
  return own === undefined ? undefined : {[language]: own}
}

const withKey = (key: string, value: unknown): object => (value === undefined ? {} : {[key]: value})

/** The keys of a source, in one order, dates as they were typed. */
function sourceKeys(entry: SourceEntry): object {
  const {type, title, author, publisher, date, symbol, page, url, accessed, archived} = entry
  const keys = {type, title, author, publisher, date: date?.text, symbol, page, url, accessed: accessed?.text, archived}
  return Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined))
}
