/** Where the grid lines of a scale stand, and with how many decimals their numbers are written. */
export interface Ticks {
  values: number[]
  decimals: number
}

/** The most steps a scale is divided in: few lines, and the data in front. */
const MOST_STEPS = 4

/** Round numbers within a range, by the finest step of 1, 2, 2.5 or 5 times a power of ten that goes into it at most four times. */
export function ticksOf([least, most]: readonly [number, number], steps = MOST_STEPS): Ticks {
  const extent = most - least
  if (!(extent > 0)) return {values: [least], decimals: 0}
  let power = 0
  while (times(1, power) > extent) power -= 1
  while (times(1, power + 1) <= extent) power += 1
  // The finest candidates first, two powers below the extent.
  for (let exponent = power - 1; ; exponent += 1) {
    for (const factor of [1, 2, 2.5, 5]) {
      // Half a person is not counted: quarters begin at 25.
      if (factor === 2.5 && exponent === 0) continue
      const step = times(factor, exponent)
      if (extent / step > steps) continue
      const decimals = Math.max(0, -exponent + (factor === 2.5 ? 1 : 0))
      const first = Math.ceil(least / step - 1e-9)
      const last = Math.floor(most / step + 1e-9)
      const values = Array.from({length: last - first + 1}, (_, at) => Number(((first + at) * step).toFixed(decimals)))
      return {values, decimals}
    }
  }
}

/** Written and read, so that the last digit is the same on every machine. */
const times = (factor: number, exponent: number): number => Number(`${factor}e${exponent}`)

/** Whether numbers lie so close, far from nought, that a line through them would be flat: then the scale starts above it. */
export function startsAboveZero(values: readonly number[]): boolean {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return values.length > 1 && least > 0 && most > least && most - least < most * 0.2
}
