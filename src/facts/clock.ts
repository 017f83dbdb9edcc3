import type {WhenField} from '../shapes/fields.js'
import {daysBetween, firstDay, lastDay, type When} from './day.js'
import type {Fact, FactValue, Register} from './register.js'
import {valueAt} from './value-at.js'

/** What a day's clock has to say of a value that prints. */
export interface ClockFinding {
  what: 'stale' | 'superseded' | 'review-due'
  /** Days since the value's date. */
  days?: number
  newer?: FactValue
  due?: WhenField
}

/** Whether a value is past its age, or a newer one exists, on a day; the clock never changes what prints. */
export function clockFindings(fact: Fact, value: FactValue, {asOf, on}: {asOf: When; on: When}, register: Register): ClockFinding[] {
  const found: ClockFinding[] = []
  const newer = lastDay(on) > lastDay(asOf) ? valueAt(fact, {asOf: on}, register).value : undefined
  if (newer && isOther(newer, value)) found.push({what: 'superseded', newer})
  const days = ageOf(value, on)
  if (fact.maxAge !== undefined && days !== undefined && days > fact.maxAge) found.push({what: 'stale', days})
  if (fact.reviewBy && lastDay(fact.reviewBy) < firstDay(on)) found.push({what: 'review-due', due: fact.reviewBy})
  return found
}

/** Days since the last day of a value's date; where it has only a period, since that was over. */
export function ageOf({asOf, period}: FactValue, on: When): number | undefined {
  const when = asOf ?? period
  return when && Math.max(0, daysBetween(lastDay(when), firstDay(on)))
}

/** What is reckoned stands at one place, whatever its value. */
const isOther = (a: FactValue, b: FactValue): boolean =>
  a.place !== b.place || (a.amount.type === 'number' && b.amount.type === 'number' && a.amount.quantity.low !== b.amount.quantity.low)
