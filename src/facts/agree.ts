import type {Quantity} from './quantity.js'

/** How what is said of a figure stands to what the register holds. */
export type Agreement = 'agrees' | 'differs' | 'rounded' | 'qualifier-dropped' | 'qualifier-differs'

/**
 * Holds a figure in a text against the register's. Rounding is true with a word that says so, within half of the last digit
 * written; a weaker bound is true: "over 6,000" of 6,279.
 */
export function agreementOf(said: Quantity, held: Quantity): Agreement {
  const bounds = boundsOf(held)
  switch (said.qualifier) {
    case 'over':
      return bounds.least > said.low || (held.qualifier === 'over' && same(held.low, said.low)) ? 'agrees' : wrongBound(said, held)
    case 'at-least':
      return bounds.least >= said.low || same(bounds.least, said.low) ? 'agrees' : wrongBound(said, held)
    case 'under':
      return bounds.most < said.low || (held.qualifier === 'under' && same(held.low, said.low)) ? 'agrees' : wrongBound(said, held)
    case 'at-most':
      return bounds.most <= said.low || same(bounds.most, said.low) ? 'agrees' : wrongBound(said, held)
    case 'about':
    case 'nearly':
      return agreementOfRounded(said, held)
    default:
      return agreementOfPlain(said, held)
  }
}

function agreementOfPlain(said: Quantity, held: Quantity): Agreement {
  if (!sameNumbers(said, held)) return closeEnough(said, held) && said.high === held.high ? 'rounded' : 'differs'
  return held.qualifier === undefined ? 'agrees' : 'qualifier-dropped'
}

function agreementOfRounded(said: Quantity, held: Quantity): Agreement {
  const isSame = sameNumbers(said, held)
  if (held.qualifier !== undefined && held.qualifier !== 'about' && held.qualifier !== 'nearly') {
    return closeEnough(said, held) ? 'qualifier-differs' : 'differs'
  }
  if (said.high !== undefined || held.high !== undefined) return isSame ? 'agrees' : 'differs'
  if (said.qualifier === 'nearly' && held.low > said.low && !same(held.low, said.low)) return 'differs'
  return isSame || closeEnough(said, held) ? 'agrees' : 'differs'
}

/** A bound over the very figure the register qualifies otherwise is another qualifier; any other is another figure. */
const wrongBound = (said: Quantity, held: Quantity): Agreement => (sameNumbers(said, held) ? 'qualifier-differs' : 'differs')

/** Numbers are the same; a part in words, such as two thirds, as far as the register is exact. */
function sameNumbers(said: Quantity, held: Quantity): boolean {
  const near = (a: number, b: number) => (said.parts === undefined ? same(a, b) : Math.abs(a - b) <= held.typedStep / 2)
  if (said.high === undefined || held.high === undefined) return said.high === held.high && near(said.low, held.low)
  return near(said.low, held.low) && near(said.high, held.high)
}

/** Within half of the last digit written; a part in words reaches halfway to the next that people use. */
function closeEnough(said: Quantity, held: Quantity): boolean {
  const reach = said.parts === undefined ? said.step / 2 : Math.min(5, 50 / said.parts)
  return Math.abs(said.low - held.low) <= reach * (1 + 1e-9)
}

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

/** Between what the true number lies, as far as the register knows. */
function boundsOf({low, high, qualifier, step}: Quantity): {least: number; most: number} {
  switch (qualifier) {
    case 'over':
    case 'at-least':
      return {least: low, most: Number.POSITIVE_INFINITY}
    case 'under':
    case 'at-most':
      return {least: Number.NEGATIVE_INFINITY, most: low}
    case 'about':
    case 'nearly':
      return {least: low - step / 2, most: (high ?? low) + step / 2}
    default:
      return {least: low, most: high ?? low}
  }
}
