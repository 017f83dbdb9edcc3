/**
 * Field types that mean more than text. As authored each is a tagged plain object; the shape reader sets its place,
 * the briefing reader parses its Markdown, and `edition/` resolves it by its `type`, wherever it stands.
 */
import type {BlockContent, DefinitionContent, PhrasingContent} from 'mdast'
import {z} from 'zod'
import type {Place} from '../diagnostic.js'
import {once, oncePer} from '../once.js'

export interface Prose {
  type: 'prose'
  text: string
  /** Filled in by `briefing/`, with the file's positions. */
  children: PhrasingContent[]
  place: Place
}
/** Paragraphs, lists and all else a quote may hold. */
export interface FlowField {
  type: 'flow'
  children: (BlockContent | DefinitionContent)[]
  place: Place
}
/** A day, a month or a year: as precise as it was written. */
export interface WhenField {
  type: 'when'
  text: string
  year: number
  month?: number
  day?: number
  place: Place
}
/** A figure as written: "over 55 million" has a qualifier, digits and a scale. */
export interface FigureField {
  type: 'figure'
  text: string
  qualifier?: string
  /** The figure as it prints, without qualifier, scale or unit: `6,279`, `20,000–26,000`. */
  digits: string
  /** `million`, `%`: printed small after the digits. */
  scale?: string
  /** The number meant; the lower end of a range. Absent for a figure in words. */
  amount?: number
  place: Place
}
export interface ImageField {
  type: 'image'
  /** As typed, relative to the briefing. */
  path: string
  place: Place
}
export interface CountryField {
  type: 'country'
  text: string
  place: Place
}
/** A State that is shown as well as named: by its flag, and on a map. */
export interface ShownCountryField extends CountryField {
  shown: true
}
/** A call of a source by its id, with a locator after a comma where there is one: `icrc-1996, p. 12`. */
export interface SourceField {
  type: 'source'
  id: string
  locator?: string
  place: Place
}
/** A source in full, with the keys of the register; by its id alone it is the register's. */
export interface CitationField {
  type: 'citation'
  id: string
  entry?: SourceEntry
  place: Place
}
export interface IdField {
  type: 'id'
  text: string
  place: Place
}
/** A fact of the register by its id, pinned to a date or a period where one follows: `states-parties@2025-04`. */
export interface FactField {
  type: 'fact'
  id: string
  pin?: string
  place: Place
}
/** Facts whose values over the years are the columns of a table, one for each column after the first. */
export interface SeriesField {
  type: 'series'
  ids: string[]
  place: Place
}
/** A running number over the paper, by series; nobody writes it. */
export interface OrdinalField {
  type: 'ordinal'
  series: string
}

/** Places are set after the schema has run: a schema sees values, not files. */
const NOWHERE: Place = {path: ''}

/** Text, of so many characters at most: every field has an end, so that no layout is without one. */
export const text = oncePer((most: number) =>
  z
    .string()
    .refine((typed) => typed.trim() !== '', 'Expected text')
    .refine((typed) => typed.length <= most, `Expected at most ${most} characters`),
)

/** Characters of a sentence or three: a title, a caption, a label. */
export const BRIEF = 500
/** Characters of a passage that stands within a block, and of words for who cannot see a picture. */
export const LONG = 5000
const ADDRESS = 2000

/** Inline Markdown: emphasis, links, notes. */
export const prose = (most = LONG) => proseOf(most)
const proseOf = oncePer((most: number) => text(most).transform((text): Prose => ({type: 'prose', text, children: [], place: NOWHERE})))

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** A date as precise as it is known: `1999-03-01`, `1999-03` or `1999`. */
export const when = once(() =>
  z
    .string()
    .refine((text) => readWhen(text) !== undefined, 'Expected a date such as `1999-03-01`, `1999-03` or `1999`')
    .transform((text): WhenField => ({...(readWhen(text) ?? {year: 0}), type: 'when', text, place: NOWHERE})),
)

export const EXPECTED_DAY = 'Expected a date such as `1999-03-01`'

/** A whole date: `1999-03-01`. */
export const day = once(() =>
  z
    .string()
    .refine((text) => readWhen(text)?.day !== undefined, EXPECTED_DAY)
    .transform((text): WhenField => ({...(readWhen(text) ?? {year: 0}), type: 'when', text, place: NOWHERE})),
)

/** Year, month and day of `1999-03-01`, `1999-03` or `1999`; nothing for any other text or a day that is not. */
export function readWhen(text: string): {year: number; month?: number; day?: number} | undefined {
  const [, y, m, d] = DATE.exec(text) ?? []
  if (y === undefined) return undefined
  const [year, month, date] = [Number(y), Number(m), Number(d)]
  if (m === undefined) return {year}
  if (month < 1 || month > 12) return undefined
  if (d === undefined) return {year, month}
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return date >= 1 && date <= last ? {year, month, day: date} : undefined
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::\d{2})? ?(Z|UTC|[+-]\d{2}:?\d{2})$/

/** A moment, the same everywhere: a date, a time, and how far its clock is from UTC. */
export interface MomentField {
  type: 'moment'
  text: string
  /** Milliseconds since 1970. */
  ends: number
  day: WhenField
  /** `10:00`. */
  clock: string
  /** `UTC`, `UTC+01:00`. */
  zone: string
}

/** `2026-11-24 10:00 +01:00`; a time without its zone is another moment in each capital. */
export const moment = once(() =>
  z
    .string()
    .refine((text) => readMoment(text) !== undefined, 'Expected a date and time with its zone, such as `2026-11-24 10:00 +01:00` or `2026-11-24T09:00Z`')
    .transform((text): MomentField => readMoment(text) ?? {type: 'moment', text, ends: 0, day: {type: 'when', text, year: 0, place: NOWHERE}, clock: '', zone: ''}),
)

function readMoment(text: string): MomentField | undefined {
  const [, date = '', hours = '', minutes = '', typed = ''] = MOMENT.exec(text.trim()) ?? []
  const day = readWhen(date)
  const zone = /^(?:Z|UTC|[+-]00:?00)$/.test(typed) ? '+00:00' : typed.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2')
  const [, sign, ahead, over] = /^([+-])(\d{2}):(\d{2})$/.exec(zone) ?? []
  if (!day || Number(hours) > 23 || Number(minutes) > 59 || Number(ahead) > 14 || Number(over) > 59) return undefined
  const offset = (Number(ahead) * 60 + Number(over)) * (sign === '-' ? -1 : 1)
  const ends = Date.UTC(day.year, (day.month ?? 1) - 1, day.day ?? 1, Number(hours), Number(minutes) - offset)
  return {type: 'moment', text, ends, day: {...day, type: 'when', text: date, place: NOWHERE}, clock: `${hours}:${minutes}`, zone: offset === 0 ? 'UTC' : `UTC${zone}`}
}

/** A whole number from 1 on. */
export const count = (most: number) =>
  z
    .string()
    .refine((text) => /^[1-9]\d{0,5}$/.test(text) && Number(text) <= most, `Expected a whole number from 1 to ${most}`)
    .transform(Number)

const FIGURE =
  /^(?:(?<qualifier>over|more than|at least|at most|up to|fewer than|less than|under|nearly|almost|about|around|some|an estimated)\s+)?(?<digits>[-–−]?\d[\d.,\u00a0\u202f ]*(?:\s?[–-]\s?\d[\d.,\u00a0\u202f ]*)?)\s*(?<scale>%|per cent|thousand|million|billion|km²|km2)?$/iu

/** A range of two long numbers, with its words. */
const MOST_OF_FIGURE = 60

/** A figure: `6,279`, `over 55 million`, `90 %`, `20,000–26,000`. */
export const figure = once(() =>
  z
    .string()
    .refine((text) => text.length <= MOST_OF_FIGURE && FIGURE.test(text.trim()), 'Expected a figure such as `6,279`, `over 55 million` or `90 %`')
    .transform((text): FigureField => {
      const {qualifier, digits = text, scale} = FIGURE.exec(text.trim())?.groups ?? {}
      const [first = ''] = /^[-–−]?[^-–]*/u.exec(digits) ?? []
      const amount = Number.parseFloat(first.replace(/^[-–−]/u, '-').replace(/[^\d.-]/g, ''))
      return {
        type: 'figure',
        text,
        digits: digits.trim().replace(/^[-–−]/u, '−').replace(/(?<=\d)\s?-\s?(?=\d)/, '–'),
        ...(qualifier === undefined ? {} : {qualifier}),
        ...(scale === undefined ? {} : {scale: scale === 'km2' ? 'km²' : scale}),
        ...(Number.isNaN(amount) ? {} : {amount}),
        place: NOWHERE,
      }
    }),
)

/** An image file, relative to the briefing. */
export const image = once(() => text(BRIEF).transform((path): ImageField => ({type: 'image', path, place: NOWHERE})))

/** A State: ISO 3166 code of two or three letters, or its United Nations name. */
export const country = once(() => text(100).transform((text): CountryField => ({type: 'country', text, place: NOWHERE})))

/** A State that is shown: by its flag, and on a map of where it lies. */
export const shownCountry = once(() => country().transform((field): ShownCountryField => ({...field, shown: true})))

const ID = /^[a-z0-9][a-z0-9-]{0,79}$/

/** A stable name: small letters, digits and hyphens. */
export const id = once(() =>
  z
    .string()
    .regex(ID, 'Expected an id of small letters, digits and hyphens, such as `ask-1`')
    .transform((text): IdField => ({type: 'id', text, place: NOWHERE})),
)

export const EXPECTED_SOURCE = 'Expected the id of a source, such as `lm-2025` or `lm-2025, p. 12`'

/** A source of the paper by its id; a locator may follow a comma. */
export const source = once(() =>
  z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,79}(\s*,\s*\S.{0,199})?$/, EXPECTED_SOURCE)
    .transform((text): SourceField => {
      const [name = '', ...rest] = text.split(',')
      const locator = rest.join(',').trim()
      return {type: 'source', id: name.trim(), ...(locator ? {locator} : {}), place: NOWHERE}
    }),
)

/** A web address with its scheme. */
export const webAddress = (most = ADDRESS) =>
  z.url({protocol: /^https?$/, error: 'Expected a web address such as `https://www.un.org/`'}).max(most, `Expected at most ${most} characters`)

/** What sort of source it is: decides how it is cited. */
export const SOURCE_TYPES = ['treaty', 'treaty-register', 'un-document', 'report', 'web', 'statement', 'dataset', 'book', 'news'] as const

const SOURCE_ID = 'Expected an id of small letters, digits and hyphens, such as `lm-2025`'

/** A source's own keys, as in the register. */
export const sourceEntry = once(() => z.strictObject({
  type: z.enum(SOURCE_TYPES),
  title: text(BRIEF),
  author: text(BRIEF).optional(),
  publisher: text(BRIEF).optional(),
  date: when().optional(),
  symbol: text(100).optional(),
  page: text(100).optional(),
  url: webAddress().optional(),
  accessed: day().optional(),
  archived: webAddress().optional(),
}))
export type SourceEntry = z.output<ReturnType<typeof sourceEntry>>

/** A source with its id; an id alone is a source of the register. */
export const citation = once(() =>
  z.union([
    z.string().regex(ID, SOURCE_ID).transform((text): CitationField => ({type: 'citation', id: text, place: NOWHERE})),
    sourceEntry()
      .extend({id: z.string().regex(ID, SOURCE_ID)})
      .transform(({id: name, ...entry}): CitationField => ({type: 'citation', id: name, entry, place: NOWHERE})),
  ]),
)

const FACT = /^[a-z0-9][a-z0-9-]{0,79}(?:@\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/

/** A fact as it is named: its id, and a date or period it is pinned to; nothing for any other text. */
export function readFactName(text: string): {id: string; pin?: string} | undefined {
  if (!FACT.test(text)) return undefined
  const [name = '', pin] = text.split('@')
  return pin === undefined ? {id: name} : readWhen(pin) && {id: name, pin}
}

/** A fact of the register. */
export const fact = once(() =>
  z
    .string()
    .refine((text) => readFactName(text) !== undefined, 'Expected the id of a fact, such as `states-parties` or `states-parties@2025-04`')
    .transform((text): FactField => ({type: 'fact', ...(readFactName(text) ?? {id: text}), place: NOWHERE})),
)

/** Facts whose values are the columns of a table: an id, or a list of them. */
export const series = once(() =>
  z
    .union([z.string().regex(ID), z.array(z.string().regex(ID)).min(1)], 'Expected the id of a fact, such as `casualties`, or a list of them')
    .transform((ids): SeriesField => ({type: 'series', ids: typeof ids === 'string' ? [ids] : ids, place: NOWHERE})),
)

/** The next number of a series; set in a schema's transform, never written by an author. */
export const ordinal = (series: string): OrdinalField => ({type: 'ordinal', series})

/** `yes` or `no`, `true` or `false`. */
export const flag = once(() => z.enum(['yes', 'no', 'true', 'false'], 'Expected `yes` or `no`').transform((text) => text === 'yes' || text === 'true'))

/** Where a block stands: beside the text, in the text column, or over the full measure. */
export const where = once(() => z.enum(['margin', 'text', 'full'], 'Expected `margin`, `text` or `full`').optional())
export type Where = 'margin' | 'text' | 'full'

/** A table as the author wrote it. */
export interface Grid {
  type: 'grid'
  columns: {head: Prose; align: 'left' | 'right' | 'center' | null}[]
  rows: Prose[][]
  /** Notes that its facts call, under the whole and not in its cells; set in `edition/`. */
  calls?: number[]
  place: Place
}

export {OUTPUTS} from './outputs.js'
export const EXPECTED_OUTPUT = 'Expected `screen`, `print`, `booklet` or `two-up`'
