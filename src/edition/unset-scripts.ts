import {type Diagnostic, error, type Place} from '../diagnostic.js'
import {once} from '../once.js'
import {placeAt, type Source} from '../source.js'
import {meetAll} from './walk.js'

/** Scripts whose letters stand side by side, from the left, in lines that break at spaces. */
const SET = ['Latin', 'Greek', 'Cyrillic', 'Armenian', 'Georgian', 'Common', 'Inherited'].map((name) => `\\p{Script=${name}}`).join('')
/** Latin letters, figures and signs of all scripts: most texts have no others. */
const PLAIN = /^[\0-\u024f\u2000-\u206f\u20a0-\u20cf]*$/
const unset = once(() => new RegExp(`(?:(?=\\p{L})[^${SET}])[\\p{L}\\p{M}\\u200c\\u200d]*`, 'gu'))

/** The scripts that are met in diplomatic papers, by the name a reader has for them. */
const names = once(() => ([['Arabic'], ['Hebrew'], ['Hiragana', 'Japanese'], ['Katakana', 'Japanese'], ['Han', 'Chinese'], ['Hangul', 'Korean'], ['Devanagari'], ['Bengali'], ['Tamil'], ['Thai'], ['Khmer'], ['Myanmar'], ['Ethiopic'], ['Sinhala'], ['Lao'], ['Malayalam'], ['Kannada']] as [string, string?][]).map(
  ([script, name = script]) => ({name, letter: new RegExp(`\\p{Script=${script}}`, 'u')}),
))

/**
 * Words in letters that join, turn or stack, or in lines without spaces. Whatever font a brand has for them, they would print in the
 * wrong order, in the wrong shapes, or broken in the wrong places: none of that is told by a glyph that is missing. Each script is told once.
 */
export function findUnsetScripts(content: unknown, source: Source): Diagnostic[] {
  const found = new Map<string, {word: string; place: Place; more: number}>()
  meetAll(content, (node) => {
    if (!('place' in node)) return
    for (const text of [node.type === 'text' || node.type === 'code' ? ('value' in node ? node.value : undefined) : undefined, 'text' in node ? node.text : undefined]) {
      for (const [word] of typeof text === 'string' && !PLAIN.test(text) ? text.matchAll(unset()) : []) {
        const name = names().find(({letter}) => letter.test(word))?.name ?? 'such'
        const known = found.get(name)
        if (known) known.more += 1
        else found.set(name, {word, place: placeOfWord(word, node.place as Place, source), more: 0}) // every node of an edition has one
      }
    }
  })
  return [...found].map(([name, {word, place, more}]) => {
    const others = more === 0 ? '' : more === 1 ? ', and so is 1 other word' : `, and so are ${more} other words`
    return error('edition/unset-script', place, `\`${word}\` is in ${name} letters, in which papers cannot be set yet${others}`, 'Write it in Latin, Greek or Cyrillic letters')
  })
}

function placeOfWord(word: string, place: Place, source: Source): Place {
  const at = place.start ? source.text.indexOf(word, place.start.offset) : -1
  return at < 0 || at > (place.end?.offset ?? at) ? place : placeAt(source, at, at + word.length)
}
