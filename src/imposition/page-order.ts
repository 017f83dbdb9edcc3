/** One side of a sheet: the pages on its two halves, counted from 1; nothing where a half stays blank. */
export interface Side {
  /** Counted from 0, the outermost, which carries the first page and the last. */
  sheet: number
  left?: number
  right?: number
}

/**
 * Which pages stand on which side of which sheet, so that the sheets, laid on each other, folded and stitched, read as a book
 * that is bound at the left. Sides come as a printer wants them: the front of a sheet, then its back. Blank pages fill the last
 * sheet, and come last.
 */
export function bookletSides(pages: number): Side[] {
  const sheets = Math.ceil(pages / 4)
  const last = sheets * 4
  const side = (sheet: number, left: number, right: number): Side => ({
    sheet,
    ...(left <= pages ? {left} : {}),
    ...(right <= pages ? {right} : {}),
  })
  return Array.from({length: sheets}, (_, sheet) => {
    const [low, high] = [2 * sheet + 1, last - 2 * sheet]
    return [side(sheet, high, low), side(sheet, low + 1, high - 1)]
  }).flat()
}

/** Pages two by two, in their order; of an odd number the last stands alone. */
export const pairsOf = (pages: number): Side[] =>
  Array.from({length: Math.ceil(pages / 2)}, (_, sheet) => ({
    sheet,
    left: 2 * sheet + 1,
    ...(2 * sheet + 2 <= pages ? {right: 2 * sheet + 2} : {}),
  }))
