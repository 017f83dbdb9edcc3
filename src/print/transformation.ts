/** A transformation as PDF writes it: a point (x, y) comes to lie at (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** First `a`, then `b`. */
export const product = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
]

/**
 * What is done before `outer` where both together are `whole`. Rounded to a millionth, far below what is written: else
 * it would depend, in its last digits, on where on a page it was asked.
 */
export function within(whole: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const by = a * d - b * c
  const inverse: Matrix = [d / by, -b / by, -c / by, a / by, (c * f - d * e) / by, (b * e - a * f) / by]
  return product(whole, inverse).map((number) => round(number, 1e6)) as unknown as Matrix // six, as there were
}

/** The operator that applies it. A thousandth of a point is finer than any device. */
export const written = ([a, b, c, d, e, f]: Matrix): string => `${[...[a, b, c, d].map((number) => round(number, 1e6)), ...[e, f].map((number) => round(number, 1e3))].join(' ')} cm`

const round = (number: number, unit: number): number => Math.round(number * unit) / unit
