import type {Place} from '../diagnostic.js'
import type {SourceEntry, WhenField} from '../shapes/fields.js'
import type {Quantity} from './quantity.js'

/** Words in one language or several, by code; words without a code are English. */
export type InLanguages = Readonly<Record<string, string>>

/** The forms of a unit in one language: "State Party", "States Parties". */
export interface UnitForms {
  one: string
  other: string
}

/** What a value of a fact is. */
export type Amount =
  | {type: 'number'; quantity: Quantity; text: string}
  /** "from over 50 to fewer than 10". */
  | {type: 'change'; from: Quantity; to: Quantity; text: string; typed: [from: string, to: string]}
  | {type: 'date'; when: WhenField}
  | {type: 'text'; text: string}

/** One value of a fact: what it was, when, and who says so. */
export interface FactValue {
  amount: Amount
  /** Present for what was so on a day; with a period, when it was published. */
  asOf?: WhenField
  /** What the figure counts: a year's casualties. */
  period?: WhenField
  /** Of a share: the whole it is a part of. */
  of?: InLanguages
  /** Of a running total: since when it counts. */
  since?: WhenField
  /** Sources by id, each with its locator. */
  sources: readonly SourceCall[]
  /** Prints after the source. */
  note?: InLanguages
  place: Place
}

export interface SourceCall {
  id: string
  locator?: string
  place: Place
}

export interface Derivation {
  deed: 'share' | 'sum' | 'difference' | 'change'
  operands: readonly Operand[]
  decimals: number
  /** Prints after its sources. */
  note?: InLanguages
  place: Place
}
/** A fact by its id, pinned where a date follows it, or a number as it stands. */
export type Operand = {id: string; pin?: string} | {number: number}

export interface Fact {
  id: string
  statement: InLanguages
  unit: Readonly<Record<string, UnitForms>>
  values: readonly FactValue[]
  derived?: Derivation
  /** Days after which a value is stale. */
  maxAge?: number
  /** The day by which somebody is to look at it again. */
  reviewBy?: WhenField
  status?: 'disputed' | 'vague'
  /** Why it is disputed or vague, for editors. */
  reason?: string
  /** What prints wherever a disputed fact does. */
  caveat?: InLanguages
  /** Its values are rows of this file. */
  series?: string
  place: Place
}

export interface RegisteredSource {
  id: string
  entry: SourceEntry
  /** The source that it is a part of: an edition of a yearly report, a page of a site. Who lists the whole has listed it. */
  partOf?: string
  /** As its author marked it. */
  marking?: string
  /** Passages of it, word for word, that quotations are held against. */
  excerpts: readonly string[]
  place: Place
}

/** What all papers of a folder may take their figures from. */
export interface Register {
  facts: ReadonlyMap<string, Fact>
  sources: ReadonlyMap<string, RegisteredSource>
  /** Figures that need no source. */
  unchecked: readonly string[]
  /** The files it was read from, from the folder upward. */
  files: readonly string[]
}

/** The register of a folder that has none. */
export const EMPTY_REGISTER: Register = {facts: new Map(), sources: new Map(), unchecked: [], files: []}
