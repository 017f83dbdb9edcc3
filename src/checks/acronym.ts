import type {Brand} from '../brand/index.js'
import {type Diagnostic, type Place, warning} from '../diagnostic.js'
import {countryOf} from '../language/index.js'
import {matchesOf} from '../matches.js'
import type {Passage, Reading} from './passages.js'
import {placeIn} from './place-in.js'

/** Letters that stand for words, and whose words were not said when they first stand in the text; or were said twice. */
export function checkAcronyms({passages, language, source}: Reading, brand: Brand): Diagnostic[] {
  const known = new Set([...language.editing.knownAcronyms, ...(brand.acronyms ?? [])])
  const uses = passages.filter(isRunning).flatMap((passage) => usesIn(passage, known))
  // Said in a title, the words are known as well; who then says them once more in the text does no harm.
  const headed = new Set(passages.filter(isHead).flatMap((passage) => usesIn(passage, known).flatMap(({name, defines}) => (defines ? [name] : []))))
  const seen = new Map<string, {first: Use; defined?: Use}>()
  const twice: Diagnostic[] = []
  const placeOf = ({passage, start, end}: Use): Place => placeIn(passage, start, end, source)
  for (const use of uses) {
    const before = seen.get(use.name)
    if (!before) seen.set(use.name, {first: use, ...(use.defines ? {defined: use} : {})})
    else if (use.defines && !before.defined) before.defined = use
    else if (use.defines && before.defined) {
      const found = warning('checks/acronym', placeOf(use), `The words of \`${use.name}\` were given before: from there on the letters are enough`, `Write \`${use.name}\` alone`)
      twice.push({...found, related: [{message: 'They stand here', place: placeOf(before.defined)}]})
    }
  }
  const bare = [...seen.values()].flatMap(({first, defined}) => {
    if (first === defined || headed.has(first.name)) return []
    const message = `\`${first.name}\` stands here without its words${defined ? ', which are given only later' : ''}`
    const found = warning('checks/acronym', placeOf(first), message, `Write the words at the first use, and \`(${first.name})\` after them; what all readers know is listed under \`acronyms\` in the brand`)
    return [defined ? {...found, related: [{message: 'Its words stand here', place: placeOf(defined)}]} : found]
  })
  return [...bare, ...twice]
}

interface Use {
  name: string
  passage: Passage
  start: number
  end: number
  /** Its words stand beside it. */
  defines: boolean
}

/** Titles and headings are read before the text that explains them; notes name sources. */
const isHead = ({where}: Passage): boolean => where === 'title' || where === 'heading'
const isRunning = ({where}: Passage): boolean => where === 'text' || where === 'cell'

/** A run of capitals, and the s of its plural; symbols of documents and models of things have signs around it. */
const ACRONYM = /(?<![\p{L}\p{M}\d/._-])(\p{Lu}{2,}\d{0,2})(?:s|'s)?(?![\p{L}\p{M}\d]|[-/_.:]\p{L}|[-/_.]\d|\/)/gu

const ROMAN = /^(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/

function usesIn(passage: Passage, known: ReadonlySet<string>): Use[] {
  const {own} = passage
  // A line all in capitals is no line of acronyms.
  if (!/\p{Lu}\p{Lu}/u.test(own) || !/\p{Ll}/u.test(own)) return []
  return matchesOf(own, ACRONYM).flatMap(({0: typed, 1: name = '', index}) => {
    if (known.has(name) || ROMAN.test(name) || countryOf(name) !== undefined) return []
    return [{name, passage, start: index, end: index + name.length, defines: definedBefore(own, index) || definedAfter(own, index + typed.length, name)}]
  })
}

/** "Anti-Personnel Mine Ban Convention (APMBC)": a bracket opens before it, and words before the bracket. */
const definedBefore = (text: string, at: number): boolean => /\p{L}['"”]? \((?:the |“|hereafter |la |le |les |l'|ci-après )*$/u.test(text.slice(Math.max(0, at - 40), at))

/** "APMBC (Anti-Personnel Mine Ban Convention)": words in a bracket that begin with its letter. */
function definedAfter(text: string, at: number, name: string): boolean {
  const [, words] = /^ \((?:the |la |le |les |l')?(\p{L}[^()]*)\)/u.exec(text.slice(at, at + 160)) ?? []
  return words?.includes(' ') === true && words.charAt(0).toUpperCase() === name.charAt(0)
}
