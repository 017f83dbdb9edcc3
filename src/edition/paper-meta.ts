import {type Brand, rankOf, schemesOf} from '../brand/index.js'
import type {Briefing} from '../briefing/index.js'
import type {Audience, Contact, PaperMeta, PaperSize} from '../content.js'
import {type Diagnostic, error, type Place} from '../diagnostic.js'
import {baseMeta} from '../kinds/index.js'
import {type Language, languageCalled, languageOf, languages} from '../language/index.js'
import {closest} from '../shapes/index.js'
import {type OtherPaper, unreadPaper} from './references.js'
import {composeCountry} from './values.js'

interface MetaOptions {
  brand: Brand
  language: Language
  audience: Audience
  paper?: PaperSize
  defaultPaper?: PaperSize
  anonymous?: boolean
  /** The paper that a name after `doc:` leads to, and the paths of all. */
  papers(name: string): OtherPaper | undefined
  paperPaths: readonly string[]
  report(...diagnostics: Diagnostic[]): void
}

/** The language a paper is set in; English where it names none, or one that is not known, so that all else can be told too. */
export function paperLanguage({meta, places}: Briefing): {language: Language; diagnostics: Diagnostic[]} {
  const code = meta.language ?? 'en'
  const known = languageOf(code)
  const language = known ?? languageOf('en')
  if (!language) throw new Error('English is a language of every release')
  if (known) return {language, diagnostics: []}
  // `ar` is no slip for `fr`: a code of two letters is a language, or none.
  const called = languageCalled(code)
  const near = called ?? (/^[a-z]{2,3}\b/i.test(code) ? undefined : closest(code, languages))
  const list = `The languages are ${languages.map((name) => `\`${name}\``).join(', ')}`
  const message = called ? `Expected the code of a language, found \`${code}\`` : `Papers cannot be set in \`${code}\` yet`
  return {language, diagnostics: [error('edition/unknown-language', placeFor('language', places), message, near ? `Did you mean \`${near}\`? ${list}` : list)]}
}

const placeFor = (key: string, places: Briefing['places']): Place => places[key] ?? places[''] ?? {path: ''}

/** What a paper says of itself, in the words and the form that print. */
export function composeMeta(briefing: Briefing, options: MetaOptions): PaperMeta {
  const {meta} = briefing
  const {language, brand, audience} = options
  const set = (text: string) => language.typography(text.normalize('NFC'))
  const country = meta.country && composeCountry(meta.country, options)
  return {
    kind: briefing.kind,
    title: set(meta.title),
    ...(meta.subtitle === undefined ? {} : {subtitle: set(meta.subtitle)}),
    short: set(meta.short ?? meta.title),
    ...(meta.symbol === undefined ? {} : {symbol: symbolOf(meta.symbol, meta)}),
    date: meta.date,
    asOf: meta.as_of ?? meta.date,
    language: language.code,
    paper: options.paper ?? meta.paper ?? options.defaultPaper ?? brand.layout.paper,
    audience,
    ...markingOf(briefing, options),
    ...noticesOf(briefing, options),
    ...(country ? {country} : {}),
    contacts: contactsOf(briefing, options),
    ...(meta.author === undefined || options.anonymous ? {} : {author: meta.author.normalize('NFC')}),
    ...(options.anonymous ? {anonymous: true as const} : {}),
    keywords: (meta.keywords ?? []).map((word) => word.normalize('NFC')),
    more: moreOf(briefing, options),
    own: ownOf(briefing, options),
  }
}

/** `MBC/2026/4/Rev.1`, as the United Nations number what is issued again, added to or corrected. */
export function symbolOf(symbol: string, {rev, add, corr}: {rev?: number | undefined; add?: number | undefined; corr?: number | undefined}): string {
  return [symbol, ...(rev === undefined ? [] : [`Rev.${rev}`]), ...(add === undefined ? [] : [`Add.${add}`]), ...(corr === undefined ? [] : [`Corr.${corr}`])].join('/')
}

/** Whom to ask, by the ids that the brand defines. */
function contactsOf({meta, places}: Briefing, {brand, report}: MetaOptions): Contact[] {
  const ids = Object.keys(brand.contacts)
  return (meta.contact ?? []).flatMap((id, index) => {
    const contact = Object.hasOwn(brand.contacts, id) ? brand.contacts[id] : undefined
    if (contact) return [contact]
    const near = closest(id, ids)
    const known = `Its contacts are ${ids.map((name) => `\`${name}\``).join(', ')}`
    const list = ids.length > 0 ? known : 'Add it to `_brand.yml`, under `defaults.demarche.contacts`'
    const place = places[`contact.${index}`] ?? placeFor('contact', places)
    report(error('edition/unknown-contact', place, `The brand \`${brand.name}\` has no contact \`${id}\``, near ? `Did you mean \`${near}\`?` : list))
    return []
  })
}

/** How it may be handed on: a word of a scheme that its readers know. */
function markingOf({meta, places}: Briefing, {audience, brand, report}: MetaOptions): {marking?: string} {
  const key = audience === 'internal' && meta.marking_internal !== undefined ? 'marking_internal' : 'marking'
  for (const named of ['marking', 'marking_internal'] as const) {
    const typed = meta[named]
    if (typed === undefined || rankOf(typed, brand.markings)) continue
    const all = Object.values(schemesOf(brand.markings)).flat()
    const near = closest(typed, all)
    const hint = near ? `Did you mean \`${near}\`?` : `Write one of ${all.map((word) => `\`${word}\``).join(', ')}, or add it to the brand under \`defaults.demarche.markings\``
    report(error('edition/unknown-marking', placeFor(named, places), `\`${typed}\` is no marking of a scheme that the brand \`${brand.name}\` knows`, hint))
  }
  const marking = meta[key]
  return marking === undefined ? {} : {marking: marking.normalize('NFC').toUpperCase()}
}

/** What is said over a paper before it begins. */
function noticesOf({meta}: Briefing, {language, brand}: MetaOptions): Pick<PaperMeta, 'status' | 'embargo' | 'copies'> {
  const label = (key: 'forClearance' | 'embargoed' | 'copyNumber') => brand.words[key] ?? language.labels[key]
  const {embargo, copy_numbers: copies, status} = meta
  return {
    ...(status === 'for-clearance' ? {status: label('forClearance')} : {}),
    ...(embargo ? {embargo: label('embargoed').replace('{when}', `${language.date(embargo.day, 'long')}, ${embargo.clock}\u00a0(${embargo.zone})`)} : {}),
    ...(copies === undefined ? {} : {copies: label('copyNumber').replace('{total}', String(copies))}),
  }
}

/** What is set under the masthead. */
function moreOf({meta, places}: Briefing, options: MetaOptions): Record<string, string> {
  const {language, brand} = options
  const label = (key: 'intendedFor' | 'supersedes') => brand.words[key] ?? language.labels[key]
  const {audience, supersedes} = meta
  const whom = audience === undefined ? {} : {audience: label('intendedFor').replace('{whom}', language.typography(audience.normalize('NFC')))}
  const other = supersedes === undefined ? undefined : supersedes.startsWith('doc:') ? paperNamed(supersedes, placeFor('supersedes', places), options) : language.typography(supersedes.normalize('NFC'))
  const updates = other === undefined ? {} : {supersedes: label('supersedes').replace('{paper}', other)}
  const series = meta.series === undefined ? {} : {series: language.typography(meta.series.normalize('NFC'))}
  return {...series, ...whom, ...updates, ...(meta.review_by ? {review_by: language.labels.reviewBy.replace('{date}', language.date(meta.review_by, 'long'))} : {})}
}

/** Keys that only its kind has, as words: a map, such as the occasion with its place and date, is one line. */
function ownOf({meta, places}: Briefing, options: MetaOptions): PaperMeta['own'] {
  const wordsOf = (value: unknown, key: string): string[] => {
    if (isWhen(value)) return [options.language.date(value, 'long')]
    if (typeof value === 'string') return [value.startsWith('doc:') ? paperNamed(value, places[key] ?? {path: ''}, options) : options.language.typography(value.normalize('NFC'))]
    return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([step, one]) => wordsOf(one, `${key}.${step}`)) : []
  }
  const own = Object.entries(meta).filter(([key]) => !Object.hasOwn(baseMeta().shape, key))
  return Object.fromEntries(own.map(([key, value]) => [key, Array.isArray(value) ? wordsOf(value, key) : wordsOf(value, key).join(', ')]))
}

/** A paper that is named by `doc:`, as its title and its symbol. */
function paperNamed(typed: string, place: Place, {papers, paperPaths, report, language}: MetaOptions): string {
  const name = typed.slice('doc:'.length)
  const other = papers(name)
  if (other?.unread) report(unreadPaper(other, place))
  if (!other) {
    const near = closest(name, paperPaths.map((path) => path.replace(/^.*\/|\.md$/gi, '')))
    report(error('edition/unknown-paper', place, `There is no briefing \`${name}\``, near ? `Did you mean \`doc:${near}\`?` : 'Write the name of its file without `.md`, such as `doc:poland`'))
  }
  return language.typography([other?.title ?? '', ...(other?.symbol === undefined ? [] : [`(${other.symbol})`])].join('\u00A0'))
}

const isWhen = (value: unknown): value is PaperMeta['date'] => typeof value === 'object' && value !== null && 'type' in value && value.type === 'when'
