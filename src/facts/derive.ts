import {type Diagnostic, error} from '../diagnostic.js'
import type {Qualifier} from '../language/index.js'
import {closest} from '../shapes/index.js'
import {lastDay} from './day.js'
import type {Quantity} from './quantity.js'
import type {Derivation, Fact, FactValue, Operand, Register, SourceCall} from './register.js'
import {type Asked, type Found, valueAt} from './value-at.js'

/** The value of a derived fact, reckoned from those of its operands on the same day, and rounded as declared. */
export function deriveValue(fact: Fact, derived: Derivation, asked: Asked, register: Register): Found {
  const within = [...(asked.within ?? []), fact.id]
  if (within.indexOf(fact.id) < within.length - 1) return {trouble: 'underived'}
  const values: FactValue[] = []
  const quantities: Quantity[] = []
  for (const operand of derived.operands) {
    const found = quantityOf(operand, {...asked, within}, register)
    if ('trouble' in found) return found
    quantities.push(found.quantity)
    if (found.value) values.push(found.value)
  }
  const quantity = reckon(derived, quantities)
  if (!quantity) return {trouble: 'underived'}
  // What is reckoned holds from the day on which the last of its parts changed.
  const [latest] = values.flatMap(({asOf}) => asOf ?? []).sort((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1))
  const [base] = derived.operands.slice(1)
  const of = derived.deed === 'share' && base && 'id' in base ? register.facts.get(base.id)?.statement : undefined
  const period = values[0]?.period
  return {
    value: {
      amount: {type: 'number', quantity, text: fact.id},
      ...(latest ? {asOf: latest} : {}),
      ...(period && values.every((value) => value.period?.text === period.text) ? {period} : {}),
      ...(of ? {of} : {}),
      ...(derived.note ? {note: derived.note} : {}),
      sources: once(values.flatMap(({sources}) => sources)),
      place: derived.place,
    },
  }
}

type OperandFound = {quantity: Quantity; value?: FactValue} | Exclude<Found, {value: FactValue}>

function quantityOf(operand: Operand, asked: Asked, register: Register): OperandFound {
  if ('number' in operand) return {quantity: {low: operand.number, step: 1, typedStep: 1}}
  const fact = register.facts.get(operand.id)
  // Unknown operands are errors of the register, told where they stand.
  if (!fact) return {trouble: 'underived'}
  const pin = operand.pin ?? asked.pin
  const found = valueAt(fact, {asOf: asked.asOf, ...(asked.within ? {within: asked.within} : {}), ...(pin === undefined ? {} : {pin})}, register)
  if (!found.value) return found
  const {amount} = found.value
  return amount.type === 'number' && amount.quantity.high === undefined ? {quantity: amount.quantity, value: found.value} : {trouble: 'underived'}
}

function reckon({deed, decimals}: Derivation, quantities: readonly Quantity[]): Quantity | undefined {
  const numbers = quantities.map(({low}) => low)
  const [a = 0, b = 0] = numbers
  const results: Record<Derivation['deed'], number> = {
    share: (a / b) * 100,
    change: ((b - a) / a) * 100,
    difference: a - b,
    sum: numbers.reduce((sum, number) => sum + number, 0),
  }
  const result = results[deed]
  if (!Number.isFinite(result)) return undefined
  const step = 10 ** -decimals
  const qualifier = qualifierOf(deed, quantities)
  return {
    low: Number(result.toFixed(decimals)),
    step,
    typedStep: step,
    ...(deed === 'share' || deed === 'change' ? {percent: true as const} : {}),
    ...(qualifier ? {qualifier} : {}),
  }
}

/** What is over or under stays so in a sum, and in the part of a share; else only "about" is true. */
function qualifierOf(deed: Derivation['deed'], [first, ...more]: readonly Quantity[]): Qualifier | undefined {
  const others = more.flatMap(({qualifier}) => qualifier ?? [])
  const own = first?.qualifier
  if (others.length === 0) return own === undefined || deed !== 'change' ? own : 'about'
  if (deed === 'sum' && others.every((one) => one === (own ?? one))) return own ?? others[0]
  return 'about'
}

const once = (calls: readonly SourceCall[]): SourceCall[] =>
  calls.filter(({id, locator}, at) => calls.findIndex((other) => other.id === id && other.locator === locator) === at)

/** Operands that the register does not have, and facts that are reckoned from themselves. */
export function checkDerivations({facts}: Register): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const settled = new Set<string>()
  const visit = (fact: Fact, above: readonly string[]): void => {
    if (settled.has(fact.id)) return
    if (above.includes(fact.id)) {
      const round = [...above.slice(above.indexOf(fact.id)), fact.id].map((id) => `\`${id}\``).join(', ')
      diagnostics.push(error('facts/cycle', fact.derived?.place ?? fact.place, `This fact is reckoned from itself: ${round}`, 'Write the values of one of them out'))
      settled.add(fact.id)
      return
    }
    for (const operand of fact.derived?.operands ?? []) {
      if ('number' in operand) continue
      const other = facts.get(operand.id)
      if (other) visit(other, [...above, fact.id])
      else {
        const near = closest(operand.id, facts.keys())
        diagnostics.push(error('facts/unknown-fact', fact.derived?.place ?? fact.place, `The register has no fact \`${operand.id}\``, near ? `Did you mean \`${near}\`?` : 'Add it under `facts:`'))
      }
    }
    settled.add(fact.id)
  }
  for (const fact of facts.values()) visit(fact, [])
  return diagnostics
}
