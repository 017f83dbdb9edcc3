import {closest} from '../shapes/index.js'
import {once} from '../once.js'
import {sortKey} from './alphabetical.js'
import {regionOf} from './regions.js'
import {type StateRow, states} from './states.js'

/** A State, or another entity that may be party to a treaty, as the United Nations list it. */
export interface Country {
  iso2: string
  iso3: string
  /** The short name in a language of the United Nations, else in English: "Netherlands". */
  name(language: string): string
  /** The name as it stands in a sentence: "the Netherlands", "la Pologne", "the Islamic Republic of Iran". */
  inText(language: string): string
  /** The formal name, without an article before it: "Russian Federation". */
  formal(language: string): string
  /** Where it lies, as the United Nations group States: "Europe", "the Caribbean". */
  region(language: string): string
}

/** Where a language's names stand in a row: its listed name, then its formal one. */
const COLUMNS = {en: 2, fr: 4, es: 6, ru: 8, ar: 10, zh: 12} as const

/** A country by its ISO code of two or three letters, or by its short or formal name in any language of the United Nations. */
export function countryOf(text: string): Country | undefined {
  const key = keyOf(text)
  const row = rowsByCode().get(key) ?? rowNamed(key)
  return row && countryIn(row)
}

/** The name that a wrong one was meant to be, as an author may type it: "Polland" was "Poland", "Russia" "Russian Federation". */
export function nearestCountry(text: string): string | undefined {
  const key = keyOf(text)
  const everyday = EVERYDAY.get(key)
  if (everyday !== undefined) return countryOf(everyday)?.name('en')
  const near = closest(key, namesByKey().keys()) ?? [...namesByKey().keys()].find((name) => key.length >= 4 && name.startsWith(`${key} `))
  return near === undefined ? undefined : namesByKey().get(near)
}

/** What people say for what the United Nations write: told as a hint, never taken. */
const EVERYDAY: ReadonlyMap<string, string> = new Map(
  Object.entries({
    BN: 'brunei',
    BO: 'bolivia',
    CD: 'drc, dr congo, congo-kinshasa',
    CG: 'congo-brazzaville',
    CI: 'ivory coast',
    CV: 'cape verde',
    FM: 'micronesia',
    GB: 'uk, u.k., britain, great britain, united kingdom, royaume-uni',
    IR: 'iran',
    KP: 'north korea, dprk, coree du nord',
    KR: 'south korea, coree du sud',
    LA: 'laos',
    MD: 'moldova, moldavie',
    MK: 'macedonia',
    MM: 'burma, birmanie',
    NL: 'holland',
    PS: 'palestine',
    RU: 'russia, russie',
    SY: 'syria, syrie',
    SZ: 'swaziland',
    TL: 'east timor',
    TR: 'turkey, turquie',
    TZ: 'tanzania, tanzanie',
    US: 'america, united states, etats-unis, u.s., u.s.a.',
    VA: 'vatican',
    VE: 'venezuela',
  }).flatMap(([iso2, names]) => names.split(', ').map((name): [string, string] => [name, iso2])),
)

function countryIn(row: StateRow): Country {
  const column = (language: string): number => {
    const primary = language.toLowerCase().split('-')[0] ?? ''
    return Object.entries(COLUMNS).find(([code]) => code === primary)?.[1] ?? COLUMNS.en
  }
  return {
    iso2: row[0],
    iso3: row[1],
    name: (language) => shortName(row[column(language)] ?? row[2]),
    formal: (language) => (row[column(language) + 1] ?? row[3]).replace(/^(?:the|la|le|les|el|los|las) |^l’/, ''),
    inText(language) {
      const at = column(language)
      return runningName(row[at] ?? row[2], row[at + 1] ?? row[3])
    },
    region: (language) => regionOf(row[0], language),
  }
}

const ARTICLE = / \((the|le|la|les|l’|el|los|las)\)$/

const shortName = (listed: string): string => listed.replace(ARTICLE, '')

function runningName(listed: string, formal: string): string {
  const article = ARTICLE.exec(listed)?.[1]
  if (article === undefined) return listed.endsWith(')') ? formal : listed
  return article === 'l’' ? article + shortName(listed) : `${article} ${shortName(listed)}`
}

/** Capitals, accents, the kind of apostrophe and a leading article do not tell two names apart. */
const keyOf = (text: string): string =>
  sortKey(text.trim())
    .replace(/\s+/g, ' ')
    .replace(/^(?:l'|(?:the|la|le|les|el|los|las) )/, '')

const namesIn = (row: StateRow): string[] => row.slice(2).flatMap((name) => [name, shortName(name)])

/** Names by what is typed for them; where a formal name is typed like a short one, the short one is told. */
const namesByKey = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      states.flatMap((row) =>
        namesIn(row)
          .reverse()
          .map((name): [string, string] => [keyOf(name), shortName(name)]),
      ),
    ),
)

const rowsByCode = once((): ReadonlyMap<string, StateRow> => new Map(states.flatMap((row) => [row[0], row[1]].map((code): [string, StateRow] => [code.toLowerCase(), row]))))

/** The State of a name. Every acronym is asked for, and to bring all names to one spelling takes a while: the Latin ones have four letters or more. */
const rowNamed = (key: string): StateRow | undefined => (!/[a-z]/.test(key) ? inOtherScripts().get(key) : key.length < 4 ? undefined : inLatin().get(key))

const inLatin = once(() => rowsByName(COLUMNS.en, COLUMNS.ru))
const inOtherScripts = once(() => rowsByName(COLUMNS.ru))

const rowsByName = (from: number, to?: number): ReadonlyMap<string, StateRow> =>
  new Map(states.flatMap((row) => row.slice(from, to).flatMap((name): [string, StateRow][] => [name, shortName(name)].map((one) => [keyOf(one), row]))))
