import {once} from '../once.js'

/** The no-break space. Not the narrow one (U+202F): IBM Plex Serif has no glyph for it. */
export const NO_BREAK = '\u00a0'

/**
 * A rule for spaces that must not break a line: a pattern of what stands before the space and one of what stands after.
 * Both are sources of regular expressions; a space in them is written `~` and means any space, bound or not.
 */
export type Binding = readonly [before: string, after: string]

/** Makes the binder of a language: every space named by a rule becomes a no-break space; nothing else changes. */
export function binderOf(bindings: readonly Binding[]): (text: string) => string {
  const spaces = once(() => {
    // The space stands first: what is around it is looked at where there is one, and not at every letter.
    const source = `[ \\n](?:${bindings.map(([before, after]) => `(?<=(?:${before})[ \\n])(?=${after})`).join('|')})`
    return new RegExp(source.replaceAll('~', `[ \\n${NO_BREAK}]`), 'gu')
  })
  return (text) => text.replace(spaces(), NO_BREAK)
}

/** A word on its own: no letter or digit touches it. */
export const word = (alternatives: string): string => `(?<![\\p{L}\\d])(?:${alternatives})`
export const wordEnd = '(?![\\p{L}\\d])'

/** Signs of measures, written alike in every language. */
export const MEASURES = '%|‰|°C?|km[²³2]?|[cm]m[²³2]?|m[²³2]?|kg|mg|g|t|ha|kt|Mt|kW|MW|GW|kWh|MWh|Hz|kHz|MHz|GHz'
/** A currency before its amount. */
export const CURRENCIES = 'US\\$|\\$|€|£|¥|USD|EUR|GBP|CHF|NOK|SEK|DKK|PLN|JPY'

/** What may stand before a text in its paragraph: one character, or none at the paragraph's start. */
export const lastCharacter = (before: string | undefined): string => Array.from(before ?? '').at(-1) ?? ''
