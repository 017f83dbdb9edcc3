import fc from 'fast-check'

/** Words of a text: what is typed, and what is read on paper without its spaces. */
export interface Words {
  typed: string
  read: string
}

const same = (text: string): Words => ({typed: text, read: text})

/** Where a word stands that no other place of the paper has, by its number within the piece. */
export const mark = (number: number): string => `\uE000${number}\uE001`
/** Where the number of a note is read. */
export const CALL = '\uE002'

const common = fc.constantFrom(
  ...'mine States Party stockpile the of a I victims, treaty. clearance; humanitarian acknowledgement withdrawal internationalisation universalisation anti-personnel (Maputo) “quoted” ‘so’ – — … § 6,279 20 % 12.5 km² 24 November 2026 Article 5 No. 3 it’s l’État A/RES/80/63'.split(' '),
).map(same)

/** What is typed in one way and read in another. */
const turned = fc.constantFrom<Words>(
  {typed: '"straight"', read: '"straight"'}, {typed: "it's", read: "it's"}, {typed: '\\*', read: '*'}, {typed: 'AT&amp;T', read: 'AT&T'}, {typed: '&eacute;t&eacute;', read: 'été'}, {typed: 'e\u0301tude', read: 'étude'}, {typed: '\\[x\\]', read: '[x]'}, {typed: 'a\u00a0b', read: 'ab'}, {typed: 'H~~2~~O', read: 'H2O'}, {typed: '<br>', read: ''}, {typed: '<b>bold</b>', read: 'bold'}, {typed: '<!-- unseen -->', read: ''}, {typed: '1 < 2', read: '1<2'}, {typed: 'snake_case_name', read: 'snake_case_name'}, {typed: 'so\u00adft', read: 'soft'}, {typed: '\u00adbegun', read: 'begun'}, {typed: 'line\\\nbreak', read: 'linebreak'},
)
const european = fc.constantFrom(...'Łódź Žďár Ísafjörður İstanbul Ő œuvre naïve Đặng Ťažký ŵy Sønderjylland Reykjavík Москва соглашение Україна Ћирилица мінних'.split(' ')).map(same)
const address = fc.tuple(fc.constantFrom('https://example.org/', 'http://www.example.org/a_b/', 'www.example.org/'), fc.array(fc.constantFrom('mines', 'a-long-path', 'x?y=1', 'report.pdf', 'UNTS-I-35597'), {maxLength: 5})).map(([host, path]) => same(host + path.join('/')))
const syllable = fc.constantFrom('ver', 'trag', 'staat', 'en', 'mi', 'nen', 'ab', 'rüs', 'tung', 'lo', 'pa', 'do')
/** Longer than a line may be. */
const endless = fc.array(syllable, {minLength: 14, maxLength: 40}).map((parts) => same(parts.join('')))
/** Letters that the fonts at hand do not have, or that papers cannot be set in. */
const foreign = fc.constantFrom(...'العربية עברית 中文 日本語 한국어 हिन्दी ไทย ქართული Αθήνα συνθήκη 😀 🇵🇱 ☃ 𝔘'.split(' ')).map(same)

/** Which words a paper is made of. */
export interface Diet {
  long: boolean
  foreign: boolean
}

const word = (diet: Diet): fc.Arbitrary<Words> =>
  fc.oneof(
    {arbitrary: common, weight: 40},
    {arbitrary: turned, weight: 4},
    {arbitrary: european, weight: 4},
    {arbitrary: address, weight: diet.long ? 3 : 0},
    {arbitrary: endless, weight: diet.long ? 1 : 0},
    {arbitrary: foreign, weight: diet.foreign ? 2 : 0},
  )

export const joined = (parts: readonly Words[], between = ' '): Words => ({typed: parts.map(({typed}) => typed).join(between), read: parts.map(({read}) => read).join('')})

/** Plain words, nothing of Markdown in them. */
export const plain = (most: number): fc.Arbitrary<Words> => fc.array(common, {minLength: 1, maxLength: most}).map((parts) => joined(parts))

const dressed = fc.tuple(
  fc.constantFrom<[string, string]>(['*', '*'], ['**', '**'], ['***', '***'], ['~~', '~~'], ['`', '`'], ['[', '](https://example.org/a)'], ['[', '](lang:fr)'], ['[', '](#nowhere "title")'], ['[*', '*](mailto:desk@example.org)']),
  fc.array(fc.constantFrom('mine', 'States', 'Party', 'démarche', 'stockpile', 'x', 'reintegration'), {minLength: 1, maxLength: 5}),
).map(([[before, after], words]): Words => ({typed: before + words.join(' ') + after, read: words.join('')}))

const call = fc.integer({min: 1, max: 4}).map((note): Words => ({typed: `[^${note}]`, read: CALL}))

/** A line of prose: words of all sorts, some dressed, a mark, and now and then a note. It begins with a word. */
export const prose = (most: number, diet: Diet): fc.Arbitrary<Words> =>
  fc.tuple(fc.array(fc.oneof({arbitrary: word(diet), weight: 12}, {arbitrary: dressed, weight: 2}), {minLength: 1, maxLength: most}), fc.option(call, {freq: 3})).map(([parts, note]) => {
    const {typed, read} = joined([same('So'), ...parts])
    // What ends in a mark takes no note: it would be part of an address.
    return note ? {typed: `${typed} so${note.typed}`, read: `${read}so${note.read}`} : {typed, read}
  })
