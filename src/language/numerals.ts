/** What a word before or after a figure says of it. */
export type Qualifier = 'over' | 'at-least' | 'under' | 'at-most' | 'about' | 'nearly'

/** How a language writes figures: what a reader of them looks for, and the words a writer of them takes. All in small letters. */
export interface Numerals {
  /** Signs that part thousands, beside spaces. */
  thousands: readonly string[]
  decimal: '.' | ','
  /** Numbers up to twenty, and articles that count as one before a scale. */
  words: Readonly<Record<string, number>>
  /** `million` and the like; the first form of each value is the one that is printed, the second for more than one. */
  scales: readonly {value: number; forms: readonly string[]}[]
  /** Each with the number of parts of the whole: a third is one of three. */
  fractions: Readonly<Record<string, number>>
  /** "one half" needs no count before it. */
  halves: readonly string[]
  percent: readonly string[]
  /** Words before a figure; the first of each is the one that is printed. */
  before: Readonly<Record<Qualifier, readonly string[]>>
  after: Readonly<Partial<Record<Qualifier, readonly string[]>>>
  /** Between the ends of a range, beside a dash. */
  to: readonly string[]
  /** "between 20 and 26". */
  between: readonly [opens: string, joins: string]
  /** "nine in ten". */
  in: readonly string[]
  /** Words that say that a figure went up, or down; "less" and "more" where no "than" follows. */
  rises: readonly string[]
  falls: readonly string[]
  /** Between such a word and its figure. */
  by: readonly string[]
  /** Before the day on which a figure was so. */
  asOf: readonly string[]
  /** Of these, those that a whole day must follow. */
  asOfDay: readonly string[]
  /** Words that may stand before a figure and say nothing of it. */
  articles: readonly string[]
  /** Names of each month, long first. */
  months: readonly (readonly string[])[]
  /** Words for the nth day of a month beside its number. */
  firstDay: readonly string[]
  /** Whether a number takes the form of one. */
  isOne(value: number): boolean
}
