/**
 * Alphabetical order without Intl: accents and capitals do not count at first; where nothing else differs, the code units decide.
 * Good for the Latin script of the languages here ("Émirats" stands under E, "Åland" under A).
 */
export function alphabetical(a: string, b: string): number {
  return byCodeUnit(sortKey(a), sortKey(b)) || byCodeUnit(a, b)
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Ligatures and letters that no decomposition takes apart. */
const APART: Record<string, string> = {œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', '’': "'", '\u00a0': ' '}

/** A text without accents, capitals and curly apostrophes: what two spellings of one name have in common. */
export const sortKey = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[œæøłđıß’\u00a0]/g, (letter) => APART[letter] ?? letter)

/** Most names are, and every name of a State is asked for when the program starts. */
const PLAIN = /^[ -~]*$/
