import fc from 'fast-check'
import {CALL, type Diet, mark, plain, prose, type Words} from './words.js'

/** A piece of a paper: what is typed, and what is read of it. */
export interface Piece {
  typed: string
  /** Read in one go, in the order of the paper; notes and the marks of lists aside. */
  read: string
  /** A block: it adds words of its own, and may stand in the margin. Its marks are each read once. */
  marks?: number
  /** Marks that must not be read anywhere. */
  hidden?: number
}

const lines = (parts: readonly Words[], type: (typed: string, at: number) => string, between: string): Piece => ({
  typed: parts.map(({typed}, at) => type(typed, at)).join(between),
  read: parts.map(({read}) => read).join(''),
})

/** A text that goes on in a list item, a quotation or a cell stands in one line. */
const oneLine = ({typed, read}: Words): Words => ({typed: typed.replaceAll('\\\n', ' '), read})
const inLine = (most: number, diet: Diet) => prose(most, diet).map(oneLine)
/** Cells have room for few long words. */
const cell = (most: number, diet: Diet) => inLine(most, {...diet, long: false}).map(({typed, read}) => ({typed: typed.replaceAll('|', '\\|'), read}))

const heading = fc.tuple(fc.constantFrom('##', '###', '####', '#####', '######'), plain(9)).map(([level, {typed, read}]): Piece => ({typed: `${level} ${typed}`, read}))

const list = (diet: Diet) =>
  fc.tuple(fc.array(inLine(25, diet), {minLength: 1, maxLength: 9}), fc.constantFrom('- ', '* ', '1. ', '7) ', '- [ ] ', '- [x] '), fc.constantFrom('\n', '\n\n')).map(([items, marker, gap]) => lines(items, (typed) => marker + typed, gap))

const nested = (diet: Diet) =>
  fc.array(fc.tuple(inLine(9, diet), fc.constantFrom(0, 1, 1, 2, 3)), {minLength: 2, maxLength: 9}).map((items) => {
    let depth = -1
    return lines(items.map(([words]) => words), (typed, at) => {
      depth = Math.min(items[at]?.[1] ?? 0, depth + 1)
      return `${'    '.repeat(depth)}1.  ${typed}`
    }, '\n')
  })

const quotation = (diet: Diet) => fc.array(inLine(40, diet), {minLength: 1, maxLength: 4}).map((parts) => lines(parts, (typed) => `> ${typed}`, '\n>\n'))

const table = (diet: Diet) =>
  fc.integer({min: 1, max: 5}).chain((columns) => {
    const row = (most: number) => fc.array(cell(most, diet), {minLength: columns, maxLength: columns})
    return fc.tuple(fc.array(plain(2), {minLength: columns, maxLength: columns}), fc.array(row(Math.ceil(16 / columns)), {minLength: 1, maxLength: 40}), fc.array(fc.constantFrom('---', ':--', '--:', ':-:'), {minLength: columns, maxLength: columns})).map(([head, rows, dashes]): Piece => ({
      typed: [head, dashes.map((typed) => ({typed, read: ''})), ...rows].map((cells) => `| ${cells.map(({typed}) => typed).join(' | ')} |`).join('\n'),
      read: [head, ...rows].flatMap((cells) => cells.map(({read}) => read)).join(''),
    }))
  })

const codeLine = fc.array(fc.constantFrom('const', 'x', '=', '{a:', '[1,', '2]}', '//', 'why', '<b>', '&amp;', '"it\'s"', '--', 'aLongNameOfAFunctionThatIsCalled()', '\t', '  '), {maxLength: 30}).map((parts) => parts.join(' '))
const code = fc.tuple(fc.array(codeLine, {minLength: 1, maxLength: 40}), fc.constantFrom('', 'js', 'sh', 'yaml')).map(([typed, name]): Piece => ({typed: [`\`\`\`${name}`, ...typed, '```'].join('\n'), read: typed.join('')}))

/** A rule alone on the last page would be an empty page. */
const rule = fc.constant<Piece>({typed: '---\n\nSo', read: 'So'})
const unseen = fc.constant<Piece>({typed: `<!-- ${mark(0)} -->`, read: '', hidden: 1})
const internal = plain(30).map(({typed}): Piece => ({typed: `> [!INTERNAL]\n> ${typed} ${mark(0)}`, read: '', hidden: 1}))

/** Text of a field, between quotation marks, with a mark at its end. */
const field = (number: number, most: number) => plain(most).map(({typed}) => `"${typed} ${mark(number)}"`)
const day = fc.constantFrom('1999-03-01', '1997-12', '2024', '2012-02-29')
const where = fc.constantFrom('', '', '', 'where: margin\n', 'where: text\n', 'where: full\n')
const fence = (name: string, body: string): string => `\`\`\`${name}\n${body}\n\`\`\``

/** A record of entries, each with so many fields of words; `type` writes one, its fields given. */
const record = (name: string, list: string, {most, fields, words}: {most: number; fields: number; words: number}, type: (fields: string[], at: number, when: string) => string): fc.Arbitrary<Piece> =>
  fc.tuple(fc.integer({min: 1, max: most}), where, day).chain(([entries, at, when]) =>
    fc.tuple(...Array.from({length: entries * fields}, (_, number) => field(number, words))).map((texts) => ({
      typed: fence(name, `${at}${list}:\n${Array.from({length: entries}, (_, entry) => type(texts.slice(entry * fields, (entry + 1) * fields), entry, when)).join('\n')}`),
      read: '',
      marks: entries * fields,
    })),
  )

const blocks: fc.Arbitrary<Piece>[] = [
  record('timeline', 'events', {most: 20, fields: 1, words: 12}, ([title], at, when) => `  - date: ${when}\n    title: ${title}${at === 1 ? '\n    turning: yes' : ''}`),
  record('key-figures', 'figures', {most: 12, fields: 1, words: 9}, ([label], at, when) => `  - value: ${['6,279', 'over 55 million', '90 %', '162', '20,000–26,000'][at % 5]}\n    label: ${label}${at % 3 === 1 ? `\n    as_of: ${when}` : ''}${at % 4 === 2 ? '\n    unit: people' : ''}`),
  record('comparison', 'rows', {most: 6, fields: 2, words: 60}, ([argument, response]) => `  - argument: ${argument}\n    response: ${response}`),
  record('recommendations', 'asks', {most: 8, fields: 2, words: 30}, ([to, ask], at, when) => `  - to: ${to}\n    ask: ${ask}${at % 2 ? `\n    deadline: ${when}` : ''}`),
  record('contacts', 'contacts', {most: 3, fields: 2, words: 5}, ([name, role], at) => `  - name: ${name}\n    role: ${role}${at ? '' : '\n    mail: desk@example.org\n    qr: https://www.example.org/mines'}`),
  record('status', 'states', {most: 6, fields: 1, words: 6}, ([note], at, when) => `  - country: ${['PL', 'Tonga', 'LB', 'FIN', 'Estonia', 'Latvia'][at]}\n    consent: {by: accession, on: ${when}}\n    note: ${note}`).map((piece) => ({...piece, marks: 0})),
  fc.tuple(fc.constantFrom('POSITION', 'NOTE', 'WARNING', 'TIP'), plain(60)).map(([tag, {typed}]) => ({typed: `> [!${tag}]\n> ${typed} ${mark(0)}`, read: '', marks: 1})),
  fc.tuple(plain(50), plain(70)).map(([argument, response]) => ({typed: `> ${argument.typed} ${mark(0)}\n\n> [!RESPONSE]\n> ${response.typed} ${mark(1)}`, read: '', marks: 2})),
  fc.array(plain(30), {minLength: 1, maxLength: 6}).map((asks) => ({typed: ['> [!ASK]', ...asks.map(({typed}, at) => `> ${at + 1}. **The ministry:** ${typed} ${mark(at)}`)].join('\n'), read: '', marks: asks.length})),
  fc.tuple(fc.constantFrom('bar', 'column', 'stacked', 'line'), fc.array(fc.integer({min: 0, max: 99_999}), {minLength: 1, maxLength: 14}), field(0, 8), field(1, 14)).map(([chart, values, title, note]) => ({
    typed: `<!-- chart: ${chart}, title: ${title}, alt: "What it shows", note: ${note} -->\n| Year | People |\n| --- | --: |\n${values.map((value, at) => `| ${2000 + at} | ${value} |`).join('\n')}`,
    read: '',
    marks: 2,
  })),
  fc.tuple(fc.array(fc.integer({min: 0, max: 9_999_999}), {minLength: 1, maxLength: 60}), field(0, 8), field(1, 20)).map(([values, caption, note]) => ({
    typed: `<!-- table: sum, caption: ${caption}, notes: {a: ${note}} -->\n| Year | People |\n| --- | --: |\n${values.map((value, at) => `| ${1960 + at}${at === 0 ? ' ^a^' : ''} | ${value} |`).join('\n')}`,
    read: '',
    marks: 2,
  })),
  fc.tuple(plain(8), plain(12)).map(([alt, caption]) => ({typed: `![${alt.typed}](wide.svg "${caption.typed.replaceAll('"', '')} ${mark(0)}")`, read: '', marks: 1})),
]

/** Pieces of all sorts, most of them prose. */
export const piece = (diet: Diet): fc.Arbitrary<Piece> =>
  fc.oneof(
    {arbitrary: prose(90, diet), weight: 8},
    {arbitrary: heading, weight: 3},
    {arbitrary: list(diet), weight: 2},
    nested(diet),
    quotation(diet),
    {arbitrary: table(diet), weight: 2},
    code,
    rule,
    unseen,
    internal,
    {arbitrary: fc.oneof(...blocks), weight: 5},
  )

/** The words of a note. */
export const note = (diet: Diet): fc.Arbitrary<Words> => inLine(60, {...diet, foreign: false}).map(({typed, read}) => ({typed: typed.replace(/\[\^\d\]/g, ''), read: read.replaceAll(CALL, '')}))
