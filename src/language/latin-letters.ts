/**
 * A text in which each letter of another script stands as a Latin one, and each mark as an accent, at the same place: in it, `LETTERS` and
 * `ACCENT` are all there are. A pattern that knows the letters of the whole world takes longer to be made than the paper to be read.
 */
export const inLatinLetters = (text: string): string =>
  KNOWN.test(text) ? text : text.replace(OTHERS, (sign) => (/\p{L}/u.test(sign) ? LETTER : /\p{M}/u.test(sign) ? ACCENT : sign.slice(0, 1)).repeat(sign.length))

/** The same in small letters, each at its place: in it a pattern need not know of capitals, which takes it a third longer to be made. */
export const inSmallLatinLetters = (text: string): string => inLatinLetters(text.replaceAll('İ', 'i').toLowerCase()) // `İ` would become two

/** For the inside of a class. */
export const LETTERS = 'A-Za-zªµºÀ-ÖØ-öø-ɏ'
export const ACCENT = '\u0300'

/** One of them, which no language here writes. */
const LETTER = 'ĸ'

/** Latin letters, figures, and signs that are neither letters nor marks. */
const FAMILIAR = '\\0-\\u024f\\u2000-\\u2070\\u20a0-\\u20cf\\ufff9-\\uffff'
const KNOWN = new RegExp(`^[${FAMILIAR}]*$`)
const OTHERS = new RegExp(`[^${FAMILIAR}]`, 'gu')
