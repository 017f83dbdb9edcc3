import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import type {Language} from '../../src/language/index.js'
import {languageOf} from '../../src/language/index.js'

const language = (code: string): Language => {
  const found = languageOf(code)
  if (!found) throw new Error(`no ${code}`)
  return found
}
const en = language('en')
const fr = language('fr')
/** No-break spaces made visible. */
const seen = (text: string) => text.replace(/\u00a0/g, '~')
const english = (text: string, before?: string) => seen(en.typography(text, before))
const french = (text: string, before?: string) => seen(fr.typography(text, before))

describe('English quotation marks', () => {
  test.each([
    ['"Never again"', '“Never again”'],
    ['He said "no".', 'He said “no”.'],
    [`"'Never' is a long time," she said`, '“‘Never’ is a long time,” she said'],
    [`'He said "no"'`, '‘He said “no”’'],
    [`("quoted")`, '(“quoted”)'],
    [`State's and States' mines`, 'State’s and States’ mines'],
    [`the '90s and the 1990's`, 'the ’90s and the 1990’s'],
    [`the class of '97`, 'the class of ’97'],
    [`'97 per cent' of them`, '‘97~per~cent’ of them'],
    [`'Tis so, rock 'n' roll`, '’Tis so, rock ’n’ roll'],
    [`He stood 5'10" tall`, `He stood 5'10" tall`],
    [`a 12" pipe of 6' length`, `a 12" pipe of 6' length`],
    [`the year "1999"`, 'the year “1999”'],
    [`'in 1999'`, '‘in 1999’'],
    [`word—"quoted"—word`, 'word—“quoted”—word'],
    [`"We came—"`, '“We came—”'],
    [`non-"military" use`, 'non-“military” use'],
    ['“curly” stays, ‘so’ does this', '“curly” stays, ‘so’ does this'],
    ['"', '“'],
    ['', ''],
  ])('%s becomes %s', (typed, printed) => expect(english(typed)).toBe(printed))

  it('closes after an emphasis and opens after its space', () => {
    expect(english(`" he said`, 'n')).toBe('” he said')
    expect(english(`'s mines`, 'd')).toBe('’s mines')
    expect(english(`"yes"`, ' ')).toBe('“yes”')
    expect(english(`"yes"`, '(')).toBe('“yes”')
  })
  it('closes after figures when the mark may have opened before the text', () => {
    expect(english(` of 1999" was`, 't')).toBe(' of 1999” was')
    expect(english(`"`, '9')).toBe('”')
  })
})

describe('English spaces', () => {
  test.each([
    ['on 27 December 2025 and in June 2013', 'on 27~December~2025 and in June~2013'],
    ['27 Dec 2025', '27~Dec~2025'],
    ['55 million people, 281.5 km² and 90 % of 3 kg', '55~million people, 281.5~km² and 90~% of 3~kg'],
    ['75 per cent', '75~per~cent'],
    ['Article 17, No. 5, p. 12, pp. 3', 'Article~17, No.~5, p.~12, pp.~3'],
    ['chapter XXVI and Annex A, Protocol V', 'chapter~XXVI and Annex~A, Protocol~V'],
    ['J. F. Kennedy; Mr Guterres', 'J.~F. Kennedy; Mr~Guterres'],
    ['US$ 5 and EUR 20', 'US$~5 and EUR~20'],
    ['9 a.m.', '9~a.m.'],
    ['27\nDecember', '27~December'],
  ])('%s is bound', (typed, printed) => expect(english(typed)).toBe(printed))

  test.each([
    '162 States Parties',
    'Marching on',
    'the article said 5 people',
    'in 5 great cities',
    'They may 2 or 3',
    'a chapter In',
    'Part one',
  ])('%s is left alone', (typed) => expect(english(typed)).toBe(typed))
  it('binds over the edge of an emphasis', () => expect(english(' km²', '2')).toBe('~km²'))
})

describe('French', () => {
  test.each([
    ['"Plus jamais"', '«~Plus jamais~»'],
    ['Il a dit "non".', 'Il a dit «~non~».'],
    [`l'"accord" d'Ottawa`, 'l’«~accord~» d’Ottawa'],
    ['«mot» et « mot »', '«~mot~» et «~mot~»'],
    ['"Il dit "non" et part"', '«~Il dit “non” et part~»'],
    ['Pourquoi ?', 'Pourquoi~?'],
    ['Pourquoi? Parce que: oui; non!', 'Pourquoi~? Parce que~: oui~; non~!'],
    ['Vraiment?!', 'Vraiment~?!'],
    ['"Vraiment?"', '«~Vraiment~?~»'],
    ['à 14:30', 'à 14:30'],
    ['https://un.org/a?b=c', 'https://un.org/a?b=c'],
    ['75% et 75 %', '75~% et 75~%'],
    ['le 27 décembre 2025, le 1er mars 1999', 'le 27~décembre~2025, le 1er~mars~1999'],
    ['6 279 personnes, 55 millions de mines', '6~279 personnes, 55~millions~de mines'],
    ['article 17, n° 5, p. 12, chapitre XXVI', 'article~17, n°~5, p.~12, chapitre~XXVI'],
    ['M. Dupont et Mme Durand', 'M.~Dupont et Mme~Durand'],
    ['162 États parties', '162 États parties'],
  ])('%s becomes %s', (typed, printed) => expect(french(typed)).toBe(printed))

  it('sets the space of a mark after an emphasis', () => {
    expect(french('? Non', 't')).toBe('~? Non')
    expect(french(' ?', 't')).toBe('~?')
  })
})

/** Text that is thick with what typography looks at. */
const tricky = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          `"`,
          `'`,
          ' ',
          '\n',
          '\u00a0',
          '“',
          '”',
          '‘',
          '’',
          '«',
          '»',
          '-',
          '–',
          '—',
          '(',
          ')',
          '.',
          ',',
          ':',
          ';',
          '!',
          '?',
          '%',
          '5',
          '10',
          '2025',
          '\u202f',
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          'a',
          'États',
          'December',
          'décembre',
          'Article',
          'No.',
          'km²',
          'million',
          'per cent',
          'J.',
          'tis',
          's',
          '90s',
          '€',
          'US$',
          '1er',
          'M.',
        ),
      },
      {weight: 1, arbitrary: fc.string({unit: 'grapheme', maxLength: 4})},
    ),
    {maxLength: 24},
  )
  .map((parts) => parts.join(''))
const previous = fc.option(fc.constantFrom(' ', 'a', '5', `"`, `'`, '“', '’', '—', '(', '.', '😀'), {nil: undefined})

const bare = (text: string) => text.replace(/["“”«»]/g, '"').replace(/['‘’]/g, "'")

describe.each([en, fr])('typography of $tag', (one) => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(tricky, previous, (text, before) => {
        const once = one.typography(text, before)
        expect(one.typography(once, before)).toBe(once)
      }),
      {numRuns: 5000},
    )
  })
  it('changes no letter, figure or dash', () => {
    fc.assert(
      fc.property(tricky, previous, (text, before) => {
        const stripped = (typed: string) => bare(typed).replace(/[ \n\u00a0\u202f]/g, '')
        expect(stripped(one.typography(text, before))).toBe(stripped(text))
      }),
      {numRuns: 5000},
    )
  })
})

it('English keeps every column', () => {
  fc.assert(
    fc.property(tricky, previous, (text, before) => {
      const printed = en.typography(text, before)
      expect(printed.length).toBe(text.length)
      expect(bare(printed).replace(/[ \n\u00a0]/g, ' ')).toBe(bare(text).replace(/[ \n\u00a0]/g, ' '))
    }),
    {numRuns: 5000},
  )
})
