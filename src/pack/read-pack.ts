import type {BriefingMeta} from '../briefing/index.js'
import {type Diagnostic, error, hasErrors, inReadingOrder, type Outcome, type Place} from '../diagnostic.js'
import type {Files} from '../files.js'
import {languageCalled, languageOf, languages} from '../language/index.js'
import {OUTPUTS} from '../shapes/fields.js'
import {closest, readShape, readYaml} from '../shapes/index.js'
import type {Source} from '../source.js'
import {asMarking} from './as-marking.js'
import {findMembers} from './find-members.js'
import type {Annex, Pack} from './pack.js'
import {type PackFile, packFile, type Placed} from './pack-file.js'

export interface ReadOptions {
  files: Files
  /** Absolute folder that paths count from. */
  root: string
  /** The brands there are. */
  brands: readonly string[]
}

/** Reads a pack's file and finds its members; all that is wrong is told at once, each at its place in that file. */
export async function readPack(source: Source, options: ReadOptions): Promise<Outcome<Pack>> {
  const written = readYaml(source, 'pack')
  if (!written.value) return {diagnostics: written.diagnostics}
  const shaped = readShape(written.value, packFile, {room: 'pack', name: '`pack.yml`'})
  const file = shaped.value
  if (!file) return {diagnostics: inReadingOrder([...written.diagnostics, ...shaped.diagnostics])}
  const members = await findMembers(file.members, source.path, options)
  const diagnostics = [
    ...written.diagnostics,
    ...shaped.diagnostics,
    ...unknown('brand', file.brand, options.brands),
    ...unknown('language', file.language && languageOf(file.language.text) ? undefined : file.language, languages),
    ...members.diagnostics,
    ...sameSymbols([...members.papers.map(({meta, place}) => ({symbol: meta.symbol, place})), ...members.annexes]),
  ]
  if (hasErrors(diagnostics)) return {diagnostics: inReadingOrder(diagnostics)}
  const papers = inOrder(members.papers, file, languageOf(file.language?.text ?? 'en')?.compare)
  return {value: packOf(file, source.path, {papers: papers.map(({meta: _, ...paper}) => paper), annexes: members.annexes}), diagnostics}
}

function packOf(file: PackFile, path: string, {papers, annexes}: Pick<Pack, 'papers' | 'annexes'>): Pack {
  const language = languageOf(file.language?.text ?? 'en')
  if (!language) throw new Error('A pack was read in a language that is none')
  const set = (words: string) => language.typography(words.normalize('NFC'))
  const {subtitle, symbol, rev, add, corr, brand, paper, marking, occasion} = file
  return {
    path,
    title: set(file.title),
    ...(subtitle === undefined ? {} : {subtitle: set(subtitle)}),
    short: set(file.short ?? file.title),
    ...(symbol === undefined ? {} : {symbol: symbol.text, symbolPlace: symbol.place}),
    counting: {...(rev === undefined ? {} : {rev}), ...(add === undefined ? {} : {add}), ...(corr === undefined ? {} : {corr})},
    date: file.date,
    language: language.code,
    ...(brand === undefined ? {} : {brand: brand.text}),
    ...(paper === undefined ? {} : {paper}),
    ...(marking === undefined ? {} : {marking: asMarking(marking)}),
    ...(occasion ? {occasion: {
      meeting: set(occasion.meeting),
      ...(occasion.place === undefined ? {} : {place: set(occasion.place)}),
      ...(occasion.date === undefined ? {} : {date: set(occasion.date)}),
    }} : {}),
    recipients: (file.recipients ?? []).map(set),
    ...(file.cover ? {cover: {text: file.cover.text, place: file.cover.place}} : {}),
    papers,
    annexes: annexes.map((annex): Annex => ({...annex, title: set(annex.title), ...(annex.source === undefined ? {} : {source: set(annex.source)})})),
    tabs: file.tabs ?? false,
    outputs: OUTPUTS.filter((output) => (file.outputs ?? ['screen']).includes(output)),
  }
}

/** A name that is none of those there are. */
function unknown(what: 'brand' | 'language', named: Placed | undefined, known: readonly string[]): Diagnostic[] {
  if (!named || (what === 'brand' && known.includes(named.text))) return []
  const near = (what === 'language' ? languageCalled(named.text) : undefined) ?? closest(named.text, known)
  const list = `Those there are: ${known.map((name) => `\`${name}\``).join(', ')}`
  const message = `There is no ${what} \`${named.text}\``
  const hint = near ? `Did you mean \`${near}\`? ${list}` : list
  return [what === 'brand' ? error('pack/unknown-brand', named.place, message, hint) : error('pack/unknown-language', named.place, message, hint)]
}

/** A symbol names one paper: who quotes it must find that one. */
function sameSymbols(members: readonly {symbol?: string | undefined; place: Place}[]): Diagnostic[] {
  const first = new Map<string, Place>()
  return members.flatMap(({symbol, place}) => {
    if (symbol === undefined) return []
    const known = first.get(symbol)
    if (!known) {
      first.set(symbol, place)
      return []
    }
    const told = error('pack/same-symbol', place, `Another member has the symbol \`${symbol}\` as well`, 'Give one of the two another symbol')
    return [{...told, related: [{message: 'It is this one', place: known}]}]
  })
}

type Ordered = {meta: Pick<BriefingMeta, 'title' | 'symbol' | 'date'>}

function inOrder<T extends Ordered>(papers: readonly T[], {order = 'listed'}: PackFile, compare: ((a: string, b: string) => number) | undefined): readonly T[] {
  if (order === 'listed') return papers
  const keyOf = ({meta}: T): string => (order === 'date' ? meta.date.text : order === 'title' ? meta.title : (meta.symbol ?? '\uffff'))
  // `MBC/2026/10` comes after `MBC/2026/9`.
  const padded = (key: string) => (order === 'symbol' ? key.replace(/\d+/g, (digits) => digits.padStart(8, '0')) : key)
  const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  const by = order === 'title' && compare ? compare : byCode
  return papers.toSorted((a, b) => by(padded(keyOf(a)), padded(keyOf(b))))
}
