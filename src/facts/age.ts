const DAYS = {d: 1, w: 7, m: 30, y: 365}

/** Days of an age such as `180d`, `26w`, `6m` or `1y`; a month counts 30, a year 365. */
export function ages(text: string): number | undefined {
  const [, number, unit] = /^([1-9]\d{0,4})\s*([dwmy])$/.exec(text.trim()) ?? []
  return number === undefined ? undefined : Number(number) * DAYS[unit as keyof typeof DAYS] // the pattern has no other letters
}
