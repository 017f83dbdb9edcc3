import {type Diagnostic, warning} from '../diagnostic.js'
import {placeAt, type Source} from '../source.js'

/** Signs that turn the direction of the text after them, and cannot be seen. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/gu
const RIGHT_TO_LEFT = /^(ar|fa|he|ur)\b/i

/** A sign that turns the text makes a figure or a name print otherwise than it reads in review. */
export function findTurnedText(source: Source, language = 'en'): Diagnostic[] {
  if (RIGHT_TO_LEFT.test(language)) return []
  return [...source.text.matchAll(TURNS)].map(({0: sign, index}) => {
    const code = sign.charCodeAt(0).toString(16).toUpperCase()
    const message = `An unseen sign, U+${code}, turns the direction of the text that follows it`
    return warning('briefing/turned-text', placeAt(source, index, index + 1), message, 'Delete it, and type the words after it again')
  })
}
