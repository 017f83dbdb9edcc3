import {type Diagnostic, warning} from '../diagnostic.js'
import {countryOf, type EverydayName, inLatinLetters, type Language, LETTERS} from '../language/index.js'
import {matchesOf} from '../matches.js'
import type {Reading} from './passages.js'
import {placeIn} from './place-in.js'
import {isTitle} from './runs.js'
import {anyOf, LATIN_END, LATIN_START, madeOnce} from './word-pattern.js'

/**
 * A State under another name than the United Nations list. What a list makes longer ("the Russian Federation") may be shortened
 * once it has been written out; what it names otherwise ("Türkiye") may not.
 */
export function checkStateNames({passages, language, source}: Reading): Diagnostic[] {
  const {pattern, everyday, listed} = namesOf(language)
  const written = new Set<string>()
  return passages.flatMap((passage) =>
    matchesOf(inLatinLetters(passage.own), pattern).flatMap(({0: words, index}) => {
      const name = everyday.get(words)
      if (!name) {
        for (const state of listed.get(words) ?? []) written.add(state)
        return []
      }
      if ((name.short && written.has(name.state)) || isTitle(passage, index)) return []
      // Told once: who writes it out there may shorten it from then on.
      if (name.short) written.add(name.state)
      const right = nameOf(name, language)
      const message = `\`${words}\` is not the name that the United Nations list: expected \`${right}\`${name.short ? ' at first' : ''}`
      const found = warning('checks/state-name', placeIn(passage, index, index + words.length, source), message, name.short ? `Write \`${right}\` here; below it, \`${words}\` will do` : `Write \`${right}\``)
      return [found]
    }),
  )
}

const nameOf = ({state, instead}: EverydayName, {code}: Language): string => instead ?? countryOf(state)?.name(code) ?? state

const plain = (name: string): string => name.replace(/[’ʼ]/g, "'")

const namesOf = madeOnce((language: Language) => {
  const everyday = new Map<string, EverydayName>()
  const listed = new Map<string, string[]>()
  for (const name of language.editing.everydayNames) {
    for (const one of name.names) everyday.set(plain(one), name)
    const country = countryOf(name.state)
    const own = [nameOf(name, language), country?.name(language.code), country?.formal(language.code), name.instead].flatMap((one) => one ?? [])
    for (const one of new Set(own.map((text) => plain(text)))) if (!everyday.has(one)) listed.set(one, [...(listed.get(one) ?? []), name.state])
  }
  // Of names that begin alike the longest is meant: "Great Britain and Northern Ireland" is no slip. An adjective goes on with a hyphen.
  const pattern = new RegExp(`${LATIN_START}(?<!-)(?:${anyOf([...everyday.keys(), ...listed.keys()])})${LATIN_END}(?!-[${LETTERS}]| War\\b)`, 'g')
  return {pattern, everyday, listed}
})
