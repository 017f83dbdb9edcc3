/** A treaty by what papers call it. */
export interface TreatyNames {
  /** Short forms, of which a paper keeps to one. */
  short: readonly string[]
  /** Names in full, which may stand beside any of them. */
  full: readonly string[]
}

/** What people say for what the United Nations write. */
export interface EverydayName {
  /** ISO 3166, two letters. */
  state: string
  names: readonly string[]
  /** What is written instead, where it is not the listed name. */
  instead?: string
  /** It is good enough once the listed name has stood before it: "Russia" after "the Russian Federation". */
  short?: true
}

/**
 * What an editor of a language looks for in its words. Lists are words as typed, with plain spaces and straight apostrophes;
 * patterns are sources of regular expressions over such text, in small letters unless they say otherwise.
 */
export interface Editing {
  /** Patterns of time that moves with who reads: "currently", "last year". */
  relativeTimes: readonly string[]
  /** Patterns of words that tie a sentence to a day of its own, beside a year. */
  datings: readonly string[]
  /** Nouns that the number after them names one of: "Article 5"; with their plurals. */
  numbered: readonly string[]
  /** A pattern of what makes an ordinal of a number. */
  ordinals: string
  /** A pattern of what follows an hour. */
  hours: string
  /** Words before a number that point back at what was counted before: "these five States". */
  pointing: readonly string[]
  /** What ends in a full stop and ends no sentence. */
  abbreviations: readonly string[]
  /** Acronyms that stand without their words. */
  knownAcronyms: readonly string[]
  treaties: readonly TreatyNames[]
  everydayNames: readonly EverydayName[]
  /** Words by which who writes speaks for itself, in small letters. */
  firstPerson: readonly string[]
  /** Words that say nothing of what a share is of. */
  emptyWords: readonly string[]
}
