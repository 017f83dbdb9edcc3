/** A number in a cell of a table, exactly as it was typed. */
export interface CellNumber {
  value: number
  /** How many decimals were typed: `5.60` has two. */
  decimals: number
  /** The number times ten to the power of its decimals: sums of these are exact. */
  whole: bigint
}

/** What a cell says: a number, nothing (blank, or a dash alone), or words. */
export type CellReading = {says: 'number'; number: CellNumber} | {says: 'nothing'} | {says: 'words'}

/** The mark of a note under a table, after the words it belongs to: `6,279 ^a^`. */
const MARK = /\s*\^([a-z])\^/g

/** Thousands are parted by commas, spaces or apostrophes, in threes or not at all; decimals follow a point. */
const NUMBER = /^(?<minus>[-−–]\s?)?(?<whole>\d{1,3}(?:(?<separator>[,’'\u0020\u00a0\u2009\u202f])\d{3}(?:\k<separator>\d{3})*)|\d+)(?:\.(?<decimals>\d+))?$/u

/** A cell that the fact register fills: its figure is known later. */
export const isFilledByFact = (text: string): boolean => text.startsWith('fact:')

/** Reads the words of a cell as a figure. */
export function readCell(text: string): CellReading {
  const typed = withoutMarks(text).trim()
  if (/^[-−–—]?$/u.test(typed)) return {says: 'nothing'}
  const {minus, whole, decimals = ''} = NUMBER.exec(typed)?.groups ?? {}
  if (whole === undefined) return {says: 'words'}
  const digits = whole.replace(/\D/g, '')
  const sign = minus === undefined ? '' : '-'
  return {
    says: 'number',
    number: {value: Number(`${sign}${digits}.${decimals || '0'}`), decimals: decimals.length, whole: BigInt(`${sign}${digits}${decimals}`)},
  }
}

/** The exact sum, with as many decimals as the number that has the most. */
export function sumOf(numbers: readonly CellNumber[]): CellNumber {
  const decimals = Math.max(0, ...numbers.map((number) => number.decimals))
  const whole = numbers.reduce((sum, number) => sum + number.whole * 10n ** BigInt(decimals - number.decimals), 0n)
  return {value: Number(asTyped(whole, decimals)), decimals, whole}
}

function asTyped(whole: bigint, decimals: number): string {
  const digits = String(whole < 0n ? -whole : whole).padStart(decimals + 1, '0')
  const point = digits.length - decimals
  return `${whole < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point) || '0'}`
}

/** The letters of the notes that the words of a cell call, in their order. */
export const marksIn = (text: string): string[] => [...text.matchAll(MARK)].map(([, letter = '']) => letter)

/** The words of a cell without the marks of its notes. */
export const withoutMarks = (text: string): string => text.replace(MARK, '')
