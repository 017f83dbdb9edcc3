import {deriveValue} from './derive.js'
import {firstDay, lastDay, type When, whenOf, whenText} from './day.js'
import type {Fact, FactValue, Register} from './register.js'

/** Which value of a fact is asked for. */
export interface Asked {
  /** The paper's date: what was known later is not known to it. */
  asOf: When
  /** As typed after `@`: the value of that day, month, year or period. */
  pin?: string
  /** Facts being reckoned: one that is reckoned from itself has no value. */
  within?: readonly string[]
}

/** The value that prints, or why there is none. */
export type Found = {value: FactValue; trouble?: never} | {value?: never; trouble: 'before-first' | 'no-period' | 'underived'; first?: string}

/**
 * The value of a fact that prints in a paper. Without a pin the newest that is not of a later day than the paper; of values
 * with a period the newest period that had been published by then.
 */
export function valueAt(fact: Fact, asked: Asked, register: Register): Found {
  if (fact.derived) return deriveValue(fact, fact.derived, asked, register)
  const pin = asked.pin === undefined ? undefined : whenOf(asked.pin)
  const until = lastDay(asked.asOf)
  const periods = fact.values.filter(({period}) => period)
  const known = (value: FactValue): boolean => dayKnown(value) <= until
  if (periods.length > 0) {
    const meant = pin ? periods.filter(({period}) => period && isSamePeriod(pin, period)) : periods
    if (pin && meant.length === 0) {
      if (periods.length === fact.values.length) return {trouble: 'no-period', first: periods.map(({period}) => period?.text).join(', ')}
    } else return newest(meant.filter(known), meant)
  }
  const dated = fact.values.filter(({period}) => !period)
  const limit = pin ? lastDay(pin) : until
  return newest(dated.filter((value) => dayKnown(value) <= limit), dated)
}

/** The day from which a value could be known: that of its date, or of its publication; else when its period is over. */
export const dayKnown = ({asOf, period}: FactValue): string =>
  asOf ? firstDay(asOf) : period ? lastDay(period) : ''

/** A year asks for a year; a month that a year was asked by asks for that year. */
const isSamePeriod = (pin: When, period: When): boolean => whenText(pin) === whenText(period)

/** Later periods before earlier ones, later dates before earlier ones; of the same, the first written. */
function newest(values: readonly FactValue[], all: readonly FactValue[]): Found {
  const rank = ({period, asOf}: FactValue): string => `${period ? lastDay(period) : ''}|${asOf ? lastDay(asOf) : ''}`
  const [best] = [...values].sort((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0))
  if (best) return {value: best}
  const [first] = [...all].sort((a, b) => (dayKnown(a) < dayKnown(b) ? -1 : 1))
  const when = first?.asOf ?? first?.period
  return {trouble: 'before-first', ...(when ? {first: when.text} : {})}
}
