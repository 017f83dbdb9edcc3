import {type Diagnostic, warning} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import {type Fact, type FactValue, inLanguage, type Register, valueAt} from '../facts/index.js'
import type {Language} from '../language/index.js'
import type {Passage, Reading} from './passages.js'
import {placeIn} from './place-in.js'
import {sentenceAt} from './sentences.js'

/** "90 %", and not of what: a share whose sentence shares no word with the whole that the register says it is of. */
export function checkShares({passages, language, source}: Reading, {facts = [], meta}: Edition, register: Register): Diagnostic[] {
  const shares = new Map(
    facts.flatMap(({id, pin, place, link}) => {
      const fact = register.facts.get(id)
      if (!fact || !(fact.derived?.deed === 'share' || fact.values.some(isShare))) return []
      const value = valueAt(fact, {asOf: meta.asOf, ...(pin === undefined ? {} : {pin})}, register).value
      const base = value && isShare(value) ? baseOf(fact, value, register, language) : undefined
      return base === undefined ? [] : [[(link ?? place).start?.offset ?? -1, {id, base}] as const]
    }),
  )
  if (shares.size === 0) return []
  return passages.flatMap((passage) =>
    sharesIn(passage).flatMap(({start, end, at}) => {
      const share = shares.get(at)
      if (!share || namesBase(wordsAround(passage, start, language), share.base, language)) return []
      const place = passage.where === 'fact' ? passage.place : placeIn(passage, start, end, source)
      const shown = passage.where === 'fact' ? share.id : passage.text.slice(start, end).trim()
      return [warning('facts/share-without-base', place, `\`${shown}\` does not say of what: the register has it of \`${share.base}\``, `Say in the sentence that it is of ${share.base}`)]
    }),
  )
}

const isShare = ({amount}: FactValue): boolean => amount.type === 'number' && amount.quantity.percent === true

/** The whole that a share is of, in the paper's language; of a reckoned one, what it was divided by. */
function baseOf({derived}: Fact, {of}: FactValue, register: Register, language: Language): string | undefined {
  if (of) return inLanguage(of, language)
  const whole = derived?.deed === 'share' ? derived.operands[1] : undefined
  const fact = whole && 'id' in whole ? register.facts.get(whole.id) : undefined
  return fact && inLanguage(fact.statement, language)
}

/** Words of facts, each with the offset of its link; a fact in a field stands for itself. */
function sharesIn({where, runs, text, place}: Passage): {start: number; end: number; at: number}[] {
  if (where === 'fact') return [{start: 0, end: text.length, at: place.start?.offset ?? -1}]
  const found = new Map<number, {start: number; end: number; at: number}>()
  for (const {start, end, fact} of runs) {
    const at = fact?.start?.offset
    if (at === undefined) continue
    const known = found.get(at)
    found.set(at, known ? {...known, end} : {start, end, at})
  }
  return [...found.values()]
}

/** The sentence; in a table or a record what stands around it as well. The label of a fact prints in place of its statement. */
function wordsAround(passage: Passage, at: number, language: Language): string {
  if (passage.where === 'fact' && passage.around?.trim()) return passage.around
  const {start, end} = sentenceAt(passage, at, language)
  return `${passage.text.slice(start, end)} ${passage.around ?? ''}`
}

/** Any word of the base that says something, whatever its ending. */
function namesBase(words: string, base: string, {editing}: Language): boolean {
  const stems = stemsOf(base, editing.emptyWords)
  if (stems.length === 0) return true
  const said = new Set(stemsOf(words, editing.emptyWords))
  return stems.some((stem) => said.has(stem))
}

const stemsOf = (text: string, empty: readonly string[]): string[] =>
  (text.toLowerCase().match(/\p{L}{4,}|\d{4}/gu) ?? []).filter((word) => !empty.includes(word)).map((word) => word.slice(0, 5))
