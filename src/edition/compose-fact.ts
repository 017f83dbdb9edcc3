import type {Link, LinkReference} from 'mdast'
import type {ComposedFact, Inline} from '../content.js'
import {type Diagnostic, error, type Place, warning} from '../diagnostic.js'
import {directionBeside, directionHeld, type Fact, type FactValue, figureWords, inLanguage, unitWord, valueAt, verifyWords, whenText, writeValue} from '../facts/index.js'
import type {Language} from '../language/index.js'
import {type FactField, type FigureField, readFactName} from '../shapes/fields.js'
import {closest} from '../shapes/index.js'
import {placeAt, type Source} from '../source.js'
import {type Composing, placeOf, placeOfWords} from './composing.js'
import {checkAsOfBeside} from './as-of-beside.js'
import {disagreement} from './fact-words.js'
import {callSource} from './notes.js'
import {wordsOf} from '../content.js'

export const isFactLink = (url: string): boolean => /^fact:/i.test(url)

/** The words of a link to a fact, held against the register, and the calls of the fact's sources after them. */
export function composeFactLink(url: string, words: Inline[], node: Link | LinkReference, composing: Composing): Inline[] {
  const named = readFactName(url.slice('fact:'.length))
  const at = placeOfWords(composing.source, node, url)
  // Another form of address was told where it was read.
  const place = placeOf(composing.source, node)
  const held = named && findValue(named, at, composing, place)
  if (!held) return words
  const {fact, value} = held
  const {language, report} = composing
  if (fact.status === 'disputed' && !inLanguage(fact.caveat, language)) report(withoutCaveat(fact, place, language))
  if (words.length > 0) {
    const found = verifyWords(wordsOf(words), fact, value, language)
    const other = otherSaid(wordsOf(words), fact, value, language)
    if (other) {
      const use = composing.facts.pop()
      if (use) composing.facts.push({...use, value: writeValue(fact, other, language), of: ofWhen(other), from: other.place})
      return [...words, ...callsOf(fact, other, place, composing)]
    }
    const spot = firstToLast(words, place)
    const said = {fact, value, language, words: wordsOf(words), typed: typedAt(spot, composing.source), place: spot}
    if (found) report(disagreement(found, said))
    else if (goesTheOtherWay(fact, value, node, composing)) report(disagreement('direction-differs', said))
    const lagging = named.pin === undefined ? asOfBeside(fact, value, node, composing) : undefined
    if (lagging) report(lagging)
    return [...words, ...callsOf(fact, value, place, composing)]
  }
  // A cell of nothing but the fact is a figure alone; an author who leaves brackets empty means to write the words.
  const isCell = node.position !== undefined && composing.source.text[node.position.start.offset ?? 0] !== '['
  const text = writeValue(fact, value, language, {bare: isCell})
  if (!isCell) {
    const shown = text.replaceAll('\u00a0', ' ')
    const within = placeWithin(node, composing.source)
    const told = warning('facts/no-words', place, `This link has no words: \`${shown}\` is filled in from the register`, `Write \`[${shown}](${url})\``)
    report(within ? {...told, fix: {place: within, text: shown}} : told)
  }
  return [{type: 'text', value: text, place}, ...callsOf(fact, value, place, composing)]
}

/** A fact in a field of a block: its figure, its unit, what it is, of when, and its sources. */
export function composeFact(field: FactField, composing: Composing): ComposedFact | undefined {
  const {place} = field
  const {language, report} = composing
  const held = findValue(field, place, composing)
  if (!held) return undefined
  const {fact, value} = held
  const figure = figureOf(value, place, language)
  if (!figure) {
    report(error('facts/no-figure', place, `\`${fact.id}\` is no figure: it cannot stand here`, `Write it in the text, as a link: \`[words](fact:${fact.id})\``))
    return undefined
  }
  const caveat = fact.status === 'disputed' ? inLanguage(fact.caveat, language) : undefined
  if (fact.status === 'disputed' && caveat === undefined) report(error('facts/disputed', place, `\`${fact.id}\` is disputed: it may not stand as a key figure without the caveat that says so`, `Add \`caveat: {${language.code}: ...}\` to it in the register`))
  const statement = inLanguage(fact.statement, language)
  const unit = value.amount.type === 'number' ? unitWord(fact, value.amount.quantity, language) : undefined
  const when = value.period ?? value.asOf
  const text = (words: string): Inline => ({type: 'text', value: language.typography(words.normalize('NFC')), place})
  return {
    type: 'fact',
    figure,
    ...(unit === undefined ? {} : {unit}),
    statement: statement === undefined ? [] : [text(statement)],
    ...(when ? {when} : {}),
    caveat: caveat === undefined ? [] : [text(caveat)],
    calls: callsOf(fact, value, place, composing, {caveat: false}).flatMap((call) => (call.type === 'note' ? [call] : [])),
    place,
  }
}

/** Of when a value is, as the register writes it. */
function ofWhen({period, asOf}: FactValue): string {
  const when = period ?? asOf
  return when ? whenText(when) : ''
}

/** The value that a fact has in this paper; where there is none, that is told. */
export function findValue({id, pin}: {id: string; pin?: string}, at: Place, composing: Composing, link?: Place): {fact: Fact; value: FactValue} | undefined {
  const {register, asOf, language, report} = composing
  const fact = register.facts.get(id)
  if (!fact) {
    const near = closest(id, register.facts.keys())
    const hint = near ? `Did you mean \`${near}\`?` : register.files.length > 0 ? `Add it to \`${register.files[0]}\`` : 'Add a file `facts.yml` beside the briefing, with this fact in it'
    report(error('facts/unknown-fact', at, `The register has no fact \`${id}\``, hint))
    return undefined
  }
  const found = valueAt(fact, {asOf, ...(pin === undefined ? {} : {pin})}, register)
  if (found.value) {
    composing.used.register = true
    composing.facts.push({id, ...(pin === undefined ? {} : {pin}), value: writeValue(fact, found.value, language), of: ofWhen(found.value), from: found.value.place, place: at, ...(link ? {link} : {})})
    return {fact, value: found.value}
  }
  report({...noValue(fact, found, pin, at), related: [{message: 'It stands in the register here', place: fact.place}]})
  return undefined
}

function noValue(fact: Fact, {trouble, first}: {trouble?: string; first?: string}, pin: string | undefined, at: Place): Diagnostic {
  const name = `\`${fact.id}\``
  if (trouble === 'no-period') return error('facts/no-period', at, `${name} has no value for \`${pin}\``, `It has values for ${first}`)
  if (trouble === 'before-first') {
    const message = `${name} has no value ${pin === undefined ? 'at the date of this paper' : `for \`${pin}\` at the date of this paper`}`
    return error('facts/before-first', at, message, first ? `Its first value is of \`${first}\`: add an earlier one, or ${pin === undefined ? 'change `as_of`' : 'pin it to a later day'}` : 'Add a value to the register')
  }
  return error('facts/underived', at, `${name} cannot be reckoned: what it is reckoned from has no single figure here`, 'Look at `derived` in the register')
}

/** Notes of a value's sources; in a note there are none, in a table they stand under it. */
function callsOf(fact: Fact, value: FactValue, place: Place, composing: Composing, {caveat = true}: {caveat?: boolean} = {}): Inline[] {
  if (composing.inNote) return []
  const {language, gridCalls, factCalls} = composing
  const dispute = caveat && fact.status === 'disputed' ? inLanguage(fact.caveat, language) : undefined
  const remarks = [inLanguage(value.note, language), dispute].filter((one) => one !== undefined)
  return value.sources.flatMap(({id, locator}, at): Inline[] => {
    const number = callSource({id, place, ...(locator === undefined ? {} : {locator})}, composing, at === value.sources.length - 1 ? remarks : [])
    if (number === undefined) return []
    if (gridCalls) {
      gridCalls.add(number)
      return []
    }
    const call: Inline = {type: 'note', number, place}
    factCalls.add(call)
    return [call]
  })
}

function figureOf({amount}: FactValue, place: Place, language: Language): FigureField | undefined {
  if (amount.type !== 'number') return undefined
  const {quantity} = amount
  return {type: 'figure', text: amount.text, ...figureWords(quantity, language), amount: quantity.low, place}
}

const withoutCaveat = ({id}: Fact, place: Place, {code}: Language): Diagnostic =>
  warning('facts/no-caveat', place, `\`${id}\` is disputed, and nothing in the paper says so`, `Add \`caveat: {${code}: ...}\` to it in the register: it prints with the source`)

/** What an author typed there. */
const typedAt = ({start, end}: Place, {text}: Source): string => (start && end ? text.slice(start.offset, end.offset) : '')

function asOfBeside(fact: Fact, value: FactValue, {position}: Link | LinkReference, {source, language}: Composing): Diagnostic | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset]
  return start === undefined || end === undefined ? undefined : checkAsOfBeside({fact, value, language, source, start, end})
}

/** Of a disputed fact with several values of one date, the one that the words say: which of them is right is not for us to tell. */
function otherSaid(words: string, fact: Fact, {asOf, period, place}: FactValue, language: Language): FactValue | undefined {
  if (fact.status !== 'disputed') return undefined
  const ofItsDate = fact.values.filter((other) => other.asOf?.text === asOf?.text && other.period?.text === period?.text)
  // "The first" stands in "one of the first" as well: what says just that comes before what agrees.
  const exactly = ofItsDate.find(({amount}) => amount.type === 'text' && amount.text === words)
  const said = exactly ?? [...ofItsDate].sort((a, b) => Number(b.place === place) - Number(a.place === place)).find((other) => !verifyWords(words, fact, other, language))
  return said?.place === place ? undefined : said
}

/** The words directly beside a link may say that a change went up where it went down. */
function goesTheOtherWay(fact: Fact, value: FactValue, {position}: Link | LinkReference, {source, language}: Composing): boolean {
  const held = directionHeld(fact, value)
  const [start, end] = [position?.start.offset, position?.end.offset]
  if (held === undefined || start === undefined || end === undefined) return false
  const said = directionBeside({before: source.text.slice(Math.max(0, start - 80), start), after: source.text.slice(end, end + 40)}, language.numerals)
  return said !== undefined && said !== held
}

/** Between the brackets of a link without words. */
function placeWithin({position}: Link | LinkReference, source: Source): Place | undefined {
  const start = position?.start.offset
  return start !== undefined && source.text.startsWith('[]', start) ? placeAt(source, start + 1) : undefined
}

/** The words themselves, without the brackets and the address. */
function firstToLast(words: readonly Inline[], place: Place): Place {
  const [start, end] = [words[0]?.place.start, words.at(-1)?.place.end]
  return start && end ? {path: place.path, start, end} : place
}
