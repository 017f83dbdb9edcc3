import type {PDFPage} from '@cantoo/pdf-lib'

/** A rectangle in points, from the lower left corner of a sheet. */
export interface Field {
  left: number
  bottom: number
  width: number
  height: number
}

/** A page as it is seen: what of it shows, how it is turned, and its size once it is. */
export interface Seen {
  box: {left: number; bottom: number; right: number; top: number}
  width: number
  height: number
  /** Brings the lower left corner of the turned page to 0, 0. */
  matrix: Matrix
}

export type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number]

/** What shows of a page: its trim box, which is the page once crop marks are cut off, and is all of it where there are none. */
export function seenOf(page: PDFPage): Seen {
  const [trim, crop] = [page.getTrimBox(), page.getCropBox()]
  const left = Math.max(trim.x, crop.x)
  const bottom = Math.max(trim.y, crop.y)
  const right = Math.min(trim.x + trim.width, crop.x + crop.width)
  const top = Math.min(trim.y + trim.height, crop.y + crop.height)
  const turned = ((Math.round(page.getRotation().angle / 90) % 4) + 4) % 4
  const matrices: Matrix[] = [
    [1, 0, 0, 1, -left, -bottom],
    [0, -1, 1, 0, -bottom, right],
    [-1, 0, 0, -1, right, top],
    [0, 1, -1, 0, top, -left],
  ]
  const [width, height] = turned % 2 === 0 ? [right - left, top - bottom] : [top - bottom, right - left]
  return {box: {left, bottom, right, top}, width, height, matrix: matrices[turned] ?? [1, 0, 0, 1, -left, -bottom]}
}

/** A page in the middle of a field, as large as it can be. */
export function fitted({width, height, matrix}: Seen, field: Field): Matrix {
  const scale = Math.min(field.width / width, field.height / height)
  const x = field.left + (field.width - width * scale) / 2
  const y = field.bottom + (field.height - height * scale) / 2
  const [a, b, c, d, e, f] = matrix
  return [a * scale, b * scale, c * scale, d * scale, e * scale + x, f * scale + y]
}
