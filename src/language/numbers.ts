/** How a language writes a number. */
export interface NumberMarks {
  thousands: string
  decimal: string
}

/** A number in figures, thousands set apart; `decimals` rounds, or fills with noughts. The sign is a true minus. */
export function writeNumber(value: number, decimals: number | undefined, marks: NumberMarks): string {
  if (!Number.isFinite(value)) throw new Error(`Expected a finite number, not ${value}`)
  const plain = decimals === undefined ? withoutExponent(Math.abs(value)) : Math.abs(value).toFixed(decimals)
  const [whole = '', fraction] = plain.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, marks.thousands)
  const digits = fraction === undefined ? grouped : `${grouped}${marks.decimal}${fraction}`
  // What rounds to nought has no sign.
  return value < 0 && /[1-9]/.test(digits) ? `\u2212${digits}` : digits
}

/** JavaScript turns to `1e+21` and `1e-7`; paper does not. */
function withoutExponent(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  if (value >= 1) return BigInt(value).toString()
  const [digits = '', power = '0'] = text.split('e-')
  return `0.${'0'.repeat(Number(power) - 1)}${digits.replace('.', '')}`
}
