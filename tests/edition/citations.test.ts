import {expect, it} from 'vitest'
import {english} from '../../src/language/en.js'
import {languageOf} from '../../src/language/index.js'
import {citation, sourceEntry} from '../../src/shapes/fields.js'
import {citationWords} from '../../src/edition/citation.js'
import {words} from './outline.js'

const cite = (entry: Record<string, string>, locator?: string, language = english) => words(citationWords(citation().parse({id: 'x', ...entry}), language, locator))

it.each([
  ['a treaty by its title', {type: 'treaty', title: 'Convention on X', publisher: 'United Nations', date: '1997-09-18', symbol: 'UNTS 2056'},
    'Convention on X, United Nations, UNTS 2056, 18~September~1997.'],
  ['a register by who keeps it', {type: 'treaty-register', title: 'Multilateral Treaties, chapter XXVI, 5', publisher: 'United Nations', url: 'https://treaties.un.org/x?y=1', accessed: '2026-11-24'},
    'United Nations, _Multilateral Treaties, chapter~XXVI, 5_, [treaties.un.org/x?y=1](https://treaties.un.org/x?y=1) (accessed 24~November~2026).'],
  ['a document of the United Nations by its symbol', {type: 'un-document', author: 'General Assembly', title: 'Resolution on X', symbol: 'A/RES/51/45 S', date: '1996-12', page: 'para. 2'},
    'General Assembly, Resolution on X, A/RES/51/45 S, December~1996, para.~2.'],
  ['a book in italics', {type: 'book', author: 'A. Author', title: 'Friend or Foe?', publisher: 'ICRC', date: '1996'}, 'A. Author, _Friend or Foe?_, ICRC, 1996.'],
  ['a report by its publisher', {type: 'report', title: 'Landmine Monitor 2025', publisher: 'ICBL', date: '2025'}, 'ICBL, _Landmine Monitor 2025_, 2025.'],
  ['a dataset in italics', {type: 'dataset', title: 'Series', publisher: 'UN'}, 'UN, _Series_.'],
  ['a page of the web in quotation marks, its own marks single', {type: 'web', title: 'The "suspension" of X', publisher: 'NPA', date: '2025-04', archived: 'https://web.archive.org/1/'},
    'NPA, “The ‘suspension’ of X”, April~2025, archived copy [web.archive.org/1](https://web.archive.org/1/).'],
  ['news by its title, the newspaper in italics', {type: 'news', title: 'Poland leaves', publisher: 'The Times', date: '2026-02-20'}, '“Poland leaves”, _The Times_, 20~February~2026.'],
  ['a statement', {type: 'statement', author: 'The President', title: 'Statement on X', date: '2026-01-01'}, 'The President, Statement on X, 1~January~2026.'],
])('cites %s', (_, entry, expected) => expect(cite(entry)).toBe(expected))

it('puts a locator behind the date', () => {
  expect(cite({type: 'book', title: 'Friend or Foe?', date: '1996'}, 'p. 12')).toBe('_Friend or Foe?_, 1996, p.~12.')
})

it('ends in one full stop', () => {
  expect(cite({type: 'treaty', title: 'The Convention of the U.N.'})).toBe('The Convention of the U.N.')
})

it('writes in the language of the paper', () => {
  const french = languageOf('fr')
  expect(french && cite({type: 'web', title: 'Le "mot"', date: '2025-04-01', accessed: '2026-11-24'}, undefined, french)).toMatchInlineSnapshot(`"«~Le ‘mot’~», 1er~avril~2025 (consulté le 24~novembre~2026)."`)
})

it('knows every sort of source', () => {
  for (const type of sourceEntry().shape.type.options) expect(cite({type, title: 'Title'})).toMatch(/^[“_]?Title[”_]?\.$/)
})
