import type {Numerals} from '../language/index.js'
import {plainText} from './quantity.js'
import type {Fact, FactValue} from './register.js'

type Direction = 'up' | 'down'

/** Which way a change went; nothing for a figure that is no change. */
export function directionHeld({derived}: Pick<Fact, 'derived'>, {amount}: Pick<FactValue, 'amount'>): Direction | undefined {
  if (amount.type === 'change') return wayOf(amount.to.low - amount.from.low)
  return amount.type === 'number' && derived?.deed === 'change' ? wayOf(amount.quantity.low) : undefined
}

const wayOf = (difference: number): Direction | undefined => (difference === 0 ? undefined : difference > 0 ? 'up' : 'down')

/** Which way words say that a figure went: "rose by", "a third less"; nothing where they say neither, or both. */
export function directionSaid(words: string, {rises, falls}: Numerals): Direction | undefined {
  const text = plainText(words)
  const [up, down] = [says(text, rises), says(text, falls)]
  return up === down ? undefined : up ? 'up' : 'down'
}

/** Of the words around a figure, only those that stand directly beside it speak of it: "rose by about" before, "less" after. */
export function directionBeside({before, after}: {before: string; after: string}, numerals: Numerals): Direction | undefined {
  const lead = new RegExp(`(?:${listed(numerals.rises)}|${listed(numerals.falls)})(?: (?:${listed(numerals.by)}))?(?: (?:${listed(Object.values(numerals.before).flat())}))? ?$`, 'u')
  const near = lead.exec(plainText(before))?.[0] ?? ''
  const next = /^ ?[\p{L}']+(?: (?:than|de|que)(?!\p{L}))?/u.exec(plainText(after))?.[0] ?? ''
  return directionSaid(near, numerals) ?? directionSaid(next, numerals)
}

const listed = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|')

/** "less than" is a bound, and no fall. */
const says = (text: string, words: readonly string[]): boolean => new RegExp(`(?<![\\p{L}\\d])(?:${listed(words)})(?![\\p{L}\\d])(?!(?<=more|less|fewer) than|(?<=plus|moins) d[e'])`, 'u').test(text)
