import type {Language} from '../language/index.js'
import type {Quantity} from './quantity.js'
import type {Fact, FactValue, InLanguages} from './register.js'

/** A figure in the parts it is set in: "over", "55", "million", "mines". */
export interface FigureWords {
  qualifier?: string
  digits: string
  scale?: string
}

/** A figure in the words and signs of a language. */
export function figureWords(quantity: Quantity, {numerals, number}: Language): FigureWords {
  const {low, high, qualifier, scale = 1, typedStep, percent} = quantity
  const decimals = Math.max(0, Math.round(-Math.log10(typedStep / scale)))
  const digits = [low, ...(high === undefined ? [] : [high])].map((end) => number(end / scale, decimals)).join('–')
  const [one, more = one] = numerals.scales.find(({value}) => value === scale)?.forms ?? []
  const scaleWord = scale === 1 ? undefined : numerals.isOne((high ?? low) / scale) ? one : more
  // A scale of two words, "hundred thousand", is written out in figures.
  if (scale !== 1 && scaleWord === undefined) return figureWords({...withoutScale(quantity), typedStep: Math.max(1, typedStep)}, {numerals, number} as Language)
  const after = percent ? '%' : scaleWord
  const before = qualifier === undefined ? undefined : numerals.before[qualifier][0]
  return {...(before === undefined ? {} : {qualifier: before}), digits, ...(after === undefined ? {} : {scale: after})}
}

const withoutScale = ({scale: _, ...quantity}: Quantity): Quantity => quantity

/** The unit in the form that a figure takes; nothing where the register has none in this language. */
export function unitWord({unit}: Pick<Fact, 'unit'>, {low, high}: Quantity, {code, numerals}: Language): string | undefined {
  const forms = unit[code]
  return forms && (high === undefined && numerals.isOne(low) ? forms.one : forms.other)
}

/** What prints where the author left the words of a link empty; a text only in English, which is the register's own. */
export function writeValue(fact: Fact, {amount}: FactValue, language: Language, {bare = false}: {bare?: boolean} = {}): string {
  switch (amount.type) {
    case 'date':
      return language.date(amount.when, 'long')
    case 'text':
      return amount.text
    case 'change':
      return `${wordsOf(amount.from, language)}–${wordsOf(amount.to, language)}`
    case 'number': {
      const unit = bare ? undefined : unitWord(fact, amount.quantity, language)
      return [wordsOf(amount.quantity, language), ...(unit === undefined ? [] : [unit])].join(' ')
    }
  }
}

function wordsOf(quantity: Quantity, language: Language): string {
  const {qualifier, digits, scale} = figureWords(quantity, language)
  return [qualifier, digits, scale].filter((part) => part !== undefined).join(' ')
}

/** Words in the language of a paper. */
export const inLanguage = (words: InLanguages | undefined, {code}: Pick<Language, 'code'>): string | undefined => words?.[code]
