import fc from 'fast-check'
import {note, type Piece, piece} from './pieces.js'
import {referenceWords} from './reference.js'
import {CALL, type Diet, mark, plain, type Words} from './words.js'

/** A paper of the fuzz: its Markdown, and what must become of it. */
export interface FuzzPaper {
  text: string
  expects?: Expected
}

/** What must be read of a paper that prints. */
export interface Expected {
  /** In this order, each once; `CALL` is the number of a note. */
  runs: string[]
  /** Each once, wherever its block stands. */
  marks: string[]
  /** Never. */
  hidden: string[]
  /** The words of each note that is called. */
  notes: string[]
  /** Nothing else is read of its body: no block adds words of its own. */
  nothingElse: boolean
  /** Errors that it may have: its words ask for them. Any other is a fault; where absent, none is. */
  mayTell?: string[]
}

/** A word that stands nowhere else. */
const unique = (number: number): string => `zu${[...String(number).padStart(4, '0')].map((digit) => ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'ke', 'li', 'mo', 'nu'][Number(digit)]).join('')}`

const settings = fc.record({
  kind: fc.constantFrom('fact-sheet', 'position-paper', 'q-and-a'),
  brand: fc.constantFrom('house', 'ministry'),
  paper: fc.constantFrom('A4', 'Letter'),
  language: fc.constantFrom('en', 'en', 'en-GB', 'fr'),
  contents: fc.constantFrom('yes', 'no'),
  title: plain(12),
  rest: fc.array(fc.constantFrom('short: Short', 'symbol: MBC/2026/4', 'series: A series', 'as_of: 2026-10', 'review_by: 2027-01-31', 'marking: TLP:AMBER', 'marking: Restricted', 'contact: [policy-desk]', 'author: A desk', 'keywords: [mines, "a, b"]', 'country: PL'), {maxLength: 6}),
  subtitle: fc.option(plain(14)),
})
type Settings = typeof settings extends fc.Arbitrary<infer T> ? T : never

const diet = fc.record({long: fc.boolean(), foreign: fc.constantFrom(false, false, false, false, false, false, true)})

/** A paper whose words are known, in every form that there is. */
export const paper: fc.Arbitrary<FuzzPaper> = diet.chain((eaten) => fc.tuple(fc.constant(eaten), settings, fc.array(piece(eaten), {minLength: 1, maxLength: 22}), fc.tuple(note(eaten), note(eaten), note(eaten), note(eaten)))).map(([eaten, front, pieces, notes]) => written(eaten, front, pieces, notes))

function written(eaten: Diet, {kind, brand, paper: size, language, contents, title, rest, subtitle}: Settings, pieces: readonly Piece[], notes: readonly Words[]): FuzzPaper {
  const keys = [...new Map([...rest, ...(kind === 'position-paper' ? ['country: PL'] : [])].map((line) => [line.split(':')[0], line])).values()]
  const head = ['---', `kind: ${kind}`, `title: "${title.typed}"`, ...(subtitle ? [`subtitle: "${subtitle.typed}"`] : []), 'date: 2026-11-24', `brand: ${brand}`, `paper: ${size}`, `language: ${language}`, `contents: ${contents}`, 'budget: none', ...keys, '---', '']
  // At most one position a paper.
  const stated = pieces.findIndex(({typed}) => typed.startsWith('> [!POSITION]'))
  const body = pieces.map((one, at): Piece => ({...one, typed: at > stated ? one.typed.replace('[!POSITION]', '[!NOTE]') : one.typed}))
  const name = (text: string, at: number) => text.replace(/\uE000(\d+)\uE001/g, (_, number: string) => unique(at * 100 + Number(number)))
  const called = [...new Set(body.flatMap(({typed}) => [...typed.matchAll(/\[\^(\d)\]/g)].map(([, number]) => Number(number))))]
  const named = (count: number | undefined, at: number) => Array.from({length: count ?? 0}, (_, number) => unique(at * 100 + number))
  // A comment parts two lists, which would else be one.
  const text = [head.join('\n'), ...body.map(({typed}, at) => name(typed, at)), ...called.map((number) => `[^${number}]: ${notes[number - 1]?.typed}`)].join('\n\n<!-- -->\n\n')
  return {
    text: `${text}\n`,
    expects: {
      runs: [title.read, ...(subtitle ? [subtitle.read] : []), ...body.map(({read}, at) => name(read, at))].filter((read) => read !== ''),
      marks: body.flatMap(({marks}, at) => named(marks, at)),
      hidden: body.flatMap(({hidden}, at) => named(hidden, at)),
      notes: called.map((number) => notes[number - 1]?.read ?? ''),
      nothingElse: body.every(({read, marks}) => marks === undefined || read !== ''),
      // Five of the longest words do not stand side by side on the narrowest page.
      mayTell: [...(body.some(({typed}) => /^\|(?:[^|\n]+\|){5}$/m.test(typed)) ? ['print/column-too-narrow'] : []), ...(eaten.long ? ['print/line-too-wide', 'print/off-the-page'] : []), ...(eaten.foreign ? ['print/missing-glyph', 'edition/unset-script'] : [])],
    },
  }
}

/** Bits of Markdown as nobody would put them together; our own forms, whole and broken, now and then. */
const bit = fc.oneof(
  {arbitrary: fc.constantFrom(`${mark(0)} `, `${mark(0)} `, 'mine', ' States Party ', 'é', '6,279 ', '“x” ', '"', "'", '– ', '. ', '\\', '&amp;', '&#39;', '\u00a0', '\u200d', '\u0001'), weight: 6},
  {arbitrary: fc.constantFrom('\n', '\n\n', '\n\n', '  \n', '\n> ', '\n- ', '\n  - ', '\n1. ', '\n    ', '\n\t', '\n## ', '\n# ', '\n####### ', '\n---\n', '\n===\n', '\n***\n', '\n```\n', '\n~~~js\n', '\r\n'), weight: 6},
  {arbitrary: fc.constantFrom('*', '**', '_', '~~', '~', '`', '``', '[', ']', '(', ')', '![', '](x.png "c")', '](https://example.org/)', '](#a)', '][a]', '[^1]', '<https://example.org>', 'www.example.org', '<b>', '</b>', '<br>', '<script>', '</script>', '<!-- c -->', '<img src="a" alt="words">', '|', '\n| a | b |\n| - | :-: |\n| c | d |\n'), weight: 6},
  {arbitrary: fc.constantFrom('😀', '&#0;', '\n\n[a]: https://example.org/ "t"\n', '\n\n[^1]: A note.\n', '\n> [!NOTE]\n> ', '\n> [!ASK]\n> 1. ', '\n> [!INTERNAL]\n> ', '\n<!-- table: sum -->\n', '\n<!-- chart: bar, alt: x -->\n| a | b |\n| - | - |\n| c | 1 |\n', '\n```timeline\n- date: 1999\n  title: T\n```\n', '](fact:x)', '\n<!-- section: ask -->\n', '<div>\n', '\n<details>\n\n'), weight: 1},
)

/** Any Markdown at all, of a paper whose front matter is right: what becomes of it must be sound, or told. */
export const wild: fc.Arbitrary<FuzzPaper> = fc.tuple(fc.array(bit, {maxLength: 60}), fc.constantFrom('house', 'ministry'), fc.constantFrom('en', 'fr')).map(([bits, brand, language]) => {
  let number = 0
  const body = bits.join('').replaceAll(mark(0), () => unique(number++))
  const text = `---\nkind: fact-sheet\ntitle: Anything\ndate: 2026-11-24\nbudget: none\nbrand: ${brand}\nlanguage: ${language}\n---\n\n${body}\n`
  // An internal passage is another for the reference.
  if (body.includes('[!INTERNAL]')) return {text}
  const seen = referenceWords(body)
  const marks = Array.from({length: number}, (_, at) => unique(at)).filter((word) => seen.split(word).length === 2)
  return {text, expects: {runs: [], marks, hidden: [], notes: [], nothingElse: false}}
})

/** Whatever the fuzz prints. */
export const anyPaper: fc.Arbitrary<FuzzPaper> = fc.oneof({arbitrary: paper, weight: 3}, {arbitrary: wild, weight: 1})

export {CALL}
