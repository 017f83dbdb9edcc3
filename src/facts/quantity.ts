import {inLatinLetters, LETTERS, type Numerals, type Qualifier} from '../language/index.js'

/** A figure, understood: "over 55 million", "84 per cent", "20,000–26,000". */
export interface Quantity {
  /** The number meant; the lower end of a range. A share is in per cent. */
  low: number
  /** The upper end of a range. */
  high?: number
  qualifier?: Qualifier
  percent?: true
  /** What one of its last digit that counts is worth: 1 of `165`, a million of `55 million`. */
  step: number
  /** What one of its last digit typed is worth: 1 of `6,300`, where `step` is 100. */
  typedStep: number
  /** Million, and the like, where it is written in a word. */
  scale?: number
  /** It is a part of a whole in words, such as two thirds: exact to no digit. */
  parts?: number
}

/** A figure found in a text, and where. */
export interface FoundQuantity {
  quantity: Quantity
  start: number
  end: number
}

/** What is looked for besides figures. */
interface ReadingOptions {
  /** "nine in ten" and "two thirds" are shares. */
  shares?: boolean
}

/** A text as figures are looked for in it: small letters, plain spaces and apostrophes; as long as it was. */
export const plainText = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(/\s/g, ' ').replace(/[’ʼ]/g, "'").replace(/[−]/g, '-')

/** Every figure of a text, in order. */
export function findQuantities(text: string, numerals: Numerals, {shares = false}: ReadingOptions = {}): FoundQuantity[] {
  const reader = readerOf(numerals)
  let plain = inLatinLetters(plainText(text))
  const found: FoundQuantity[] = []
  const take = (pattern: RegExp, understand: (match: RegExpMatchArray) => Quantity | undefined) => {
    // Put together at the end: a long text would be copied for each of its figures.
    const left: string[] = []
    let last = 0
    for (const match of plain.matchAll(pattern)) {
      const quantity = understand(match)
      if (!quantity) continue
      const end = match.index + match[0].length
      found.push({quantity, start: match.index, end})
      left.push(plain.slice(last, match.index), '\u0000'.repeat(match[0].length))
      last = end
    }
    plain = left.join('') + plain.slice(last)
  }
  if (shares) take(reader.parts, (match) => partsOf(match.groups ?? {}, numerals))
  take(reader.figure, (match) => figureOf(match.groups ?? {}, numerals))
  return found.sort((a, b) => a.start - b.start)
}

/** A text that is a figure and nothing else; nothing where there are other words. */
export function readQuantity(text: string, numerals: Numerals): Quantity | undefined {
  const [only, ...more] = findQuantities(text.trim(), numerals)
  return only && more.length === 0 && only.start === 0 && only.end === text.trim().length ? only.quantity : undefined
}

interface Reader {
  figure: RegExp
  parts: RegExp
}

/** What belongs to a language is made once for it. */
const readers = new WeakMap<Numerals, Reader>()

function readerOf(numerals: Numerals): Reader {
  const known = readers.get(numerals)
  if (known) return known
  const made = makeReader(numerals)
  readers.set(numerals, made)
  return made
}

const escaped = (words: readonly string[]): string =>
  [...words].sort((a, b) => b.length - a.length).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, ' +')).join('|')

/** A word ends here, unless it ends in an apostrophe, as `plus d'` does. */
const END = `(?:(?<=')|(?![${LETTERS}\\d]))`
const START = `(?<![${LETTERS}\\d])`

function makeReader({thousands, decimal, words, scales, fractions, halves, percent, before, after, to, between, in: ins}: Numerals): Reader {
  const point = decimal === '.' ? '\\.' : ','
  const grouped = [...thousands, ' '].map((sign) => `\\d{1,3}(?:${escaped([sign])}\\d{3})+(?!\\d)`).join('|')
  const number = `(?:(?<![\\d.,])-?(?:${grouped}|\\d+)(?:${point}\\d+)?(?![${thousands.join('')}.,]?\\d)|(?<![${LETTERS}\\d]|[${LETTERS}]-)(?:${escaped(Object.keys(words))})${END}(?!-[${LETTERS}]))`
  const scale = `(?:[ -]?(?:${escaped(scales.flatMap(({forms}) => forms))})${END})`
  const share = ` ?(?:${escaped(percent)})(?![${LETTERS}])`
  const qualifiers = escaped(Object.values(before).flat())
  const later = escaped(Object.values(after).flat())
  // "100 kg or more": a unit may stand between.
  const distant = escaped(Object.values(after).flat().filter((words) => /^(?:or|ou) /.test(words)))
  const core = (name: string) => `(?<${name}>${number})(?<${name}Scale>${scale}*)(?<${name}Share>${share})?`
  const joins = `(?: ?[-–—] ?| (?:${escaped([...to, between[1]])}) )`
  const figure =
    `(?:(?<opens>${START}${escaped([between[0]])}) +)?(?:(?<before>${START}(?:${qualifiers}))(?: +|(?<=')))?` +
    `${core('low')}(?:(?<joins>${joins})${core('high')})?(?: +(?<after>${later})${END}|(?: +[${LETTERS}²³]+){1,2}? +(?<distant>${distant})${END})?`
  const count = escaped([...Object.keys(words), 'a', 'une?'])
  const parts =
    `(?:(?<before>${START}(?:${qualifiers})) +)?(?:(?<half>${START}(?:${escaped(halves)})${END})` +
    `|${START}(?<count>${count}|\\d+)[ -](?<part>${escaped(Object.keys(fractions))})${END}` +
    `|${START}(?<some>${escaped(Object.keys(words))}|\\d{1,2})(?: +[${LETTERS}]+){0,3}? +(?:${escaped(ins)}) +(?:every +)?(?<of>${escaped(Object.keys(words))}|\\d{1,3})${END})`
  return {figure: new RegExp(figure, 'g'), parts: new RegExp(parts, 'g')}
}

type Groups = Record<string, string | undefined>

function figureOf({opens, before, low = '', lowScale, lowShare, joins, high, highScale, highShare, after, distant}: Groups, numerals: Numerals): Quantity | undefined {
  // "5 and 6" is a range only after "between".
  const isRange = high !== undefined && (!/\p{L}/u.test(joins ?? '') || opens !== undefined || joins?.trim() !== numerals.between[1])
  const upper = isRange ? numberOf(high, highScale, numerals) : undefined
  const lower = numberOf(low, lowScale === '' && upper ? highScale : lowScale, numerals)
  if (!lower) return undefined
  const qualifier = qualifierOf(before, numerals.before) ?? qualifierOf(after ?? distant, numerals.after)
  return {
    ...lower,
    ...(upper ? {high: upper.low} : {}),
    ...(qualifier ? {qualifier} : {}),
    ...(lowShare !== undefined || (upper && highShare !== undefined) ? {percent: true as const} : {}),
  }
}

function partsOf({before, half, count = '', part, some, of}: Groups, numerals: Numerals): Quantity | undefined {
  const qualifier = qualifierOf(before, numerals.before)
  const share = (count: number, parts: number): Quantity | undefined =>
    count > 0 && count <= parts && parts > 1 && parts <= 100
      ? {low: (count / parts) * 100, percent: true, step: 1, typedStep: 1, parts, ...(qualifier ? {qualifier} : {})}
      : undefined
  if (half !== undefined) return share(1, 2)
  if (part !== undefined) return share(wholeOf(count, numerals) ?? 1, numerals.fractions[part] ?? 1)
  return some !== undefined && of !== undefined ? share(wholeOf(some, numerals) ?? 0, wholeOf(of, numerals) ?? 0) : undefined
}

const wholeOf = (text: string, {words}: Numerals): number | undefined => (/^\d/.test(text) ? Number(text) : words[text])

function numberOf(text: string, scaleWords: string | undefined, numerals: Numerals): Pick<Quantity, 'low' | 'step' | 'typedStep' | 'scale'> | undefined {
  const scales = [...(scaleWords ?? '').matchAll(/[\p{L}]+/gu)].map(([word]) => numerals.scales.find(({forms}) => forms.includes(word))?.value ?? 1)
  const scale = scales.reduce((product, one) => product * one, 1)
  const written = scale === 1 ? {} : {scale}
  const [word] = /^\p{L}.*$/u.exec(text) ?? []
  if (word !== undefined) {
    const value = numerals.words[word]
    return value === undefined ? undefined : {low: value * scale, step: scale, typedStep: scale, ...written}
  }
  const [whole = '', fraction = ''] = text.split(numerals.decimal)
  const digits = whole.replace(/[^\d-]/g, '')
  const low = Number(`${digits}.${fraction || '0'}`) * scale
  const noughts = fraction === '' ? (/[1-9](0+)$/.exec(digits)?.[1]?.length ?? 0) : 0
  const typedStep = 10 ** -fraction.length * scale
  return {low, step: typedStep * 10 ** noughts, typedStep, ...written}
}

function qualifierOf(words: string | undefined, list: Readonly<Partial<Record<Qualifier, readonly string[]>>>): Qualifier | undefined {
  if (words === undefined) return undefined
  const said = words.replace(/ +/g, ' ')
  // The keys of the record are the qualifiers.
  return (Object.keys(list) as Qualifier[]).find((qualifier) => list[qualifier]?.includes(said))
}
