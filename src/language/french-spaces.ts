import {NO_BREAK} from './bind.js'

const ANY = `[ \\n${NO_BREAK}\\u202f]`

/** A plain space before a mark that French sets apart. */
const TYPED = /[ \n](?=[;:!?%‰])/g
/** No space before a mark that ends something; those in an address, in `14:30` or between letters are no such marks. */
const MISSING = new RegExp(`(?<=[\\p{L}\\d)\\]»’”.…%‰])(?=[;:!?][!?]*(?:${ANY}|[»”’)\\]]|$))`, 'gu')
const PER_CENT = /(?<=\d)(?=[%‰](?![\p{L}\d]))/gu
const GROUPED = new RegExp(`(?<![\\d,.])\\d{1,3}(?:${ANY}\\d{3})+(?!\\d)`, 'g')

/**
 * The spaces of French before `;` `:` `!` `?` and `%` and between the thousands: no-break, and added before a mark where the author typed none.
 * `before` is the one character before the text in its paragraph.
 */
export function spaceFrench(text: string, before = ''): string {
  return (before + text)
    .replace(TYPED, NO_BREAK)
    .replace(MISSING, NO_BREAK)
    .replace(PER_CENT, NO_BREAK)
    .replace(GROUPED, (number) => number.replace(/[ \n]/g, NO_BREAK))
    .slice(before.length)
}
