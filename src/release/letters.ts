/** The words of a text, in the order they are said: letters and figures only, and which of them are capitals. */
export const wordsIn = (text: string): string[] =>
  plain(text)
    .replace(/(\p{N})[.,'’ ](?=\p{N})/gu, '$1')
    .replace(/(?<=[\p{L}\p{N}])[-’'](?=[\p{L}\p{N}])/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/**
 * A text without all that lines, marks, fonts and file names make of it: only its letters and figures, small, without accents.
 * In this form what was divided, set in capitals or joined by hyphens is still the same.
 */
export const lettersOf = (text: string): string =>
  plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()

const plain = (text: string): string => text.normalize('NFKD').replace(/[\p{M}\u00ad]+/gu, '')
