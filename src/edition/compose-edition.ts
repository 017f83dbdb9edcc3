import type {Brand} from '../brand/index.js'
import type {Briefing} from '../briefing/index.js'
import type {Assets, Audience, PaperSize, Piece} from '../content.js'
import {hasErrors, inReadingOrder, type Outcome} from '../diagnostic.js'
import {EMPTY_REGISTER, type Register, type Taken} from '../facts/index.js'
import type {Files} from '../files.js'
import {type KindSpec, kindNamed} from '../kinds/index.js'
import type {Composing} from './composing.js'
import {loadAttached} from './attached.js'
import {addressesOf, contentsOf, printedAddresses, sampleAddresses} from './headings.js'
import {gatherDefinitions} from './definitions.js'
import type {Edition} from './edition.js'
import {editionKey} from './edition-key.js'
import {leaveOut} from './leave-out.js'
import {composeMeta, paperLanguage} from './paper-meta.js'
import {partsOf} from './parts.js'
import {composePieces} from './pieces.js'
import {loadPictures} from './pictures.js'
import {loadPlaces} from './places.js'
import type {OtherPaper} from './references.js'
import {findUnsetScripts} from './unset-scripts.js'

export interface ComposeOptions {
  brand: Brand
  /** The brand's bytes. */
  assets: Assets
  files: Files
  /** Before that of the front matter and that of the brand. */
  paper?: PaperSize
  /** Of briefings that name none, before that of the brand. */
  defaultPaper?: PaperSize
  /** `external` where absent. */
  audience?: Audience
  /** The PDF's properties name neither author nor organisation, nor where the briefing lay. */
  anonymous?: boolean
  /** What its facts and further sources are taken from; empty where absent. */
  register?: Register
  /** The paper that a `doc:` link or an `other.md` link from a briefing leads to; its name as typed, without an address. */
  papers?: (name: string, from: string) => OtherPaper | undefined
  /** Paths of the papers there are, to tell which one was meant. */
  paperPaths?: readonly string[]
}

/** An edition, and the bytes that travel beside it. */
export interface Composed {
  edition: Edition
  assets: Assets
  /** Whether the fact register is among what it is made from. */
  usesRegister: boolean
  /** What was taken from it. */
  taken: Taken
}

/** A briefing as it will be printed; nothing where anything of it could not be. */
export async function composeEdition(briefing: Briefing, options: ComposeOptions): Promise<Outcome<Composed>> {
  const {source} = briefing
  const {files, papers} = options
  const audience = options.audience ?? 'external'
  const kind = kindNamed(briefing.kind)
  if (!kind) throw new Error(`A briefing was read as ${briefing.kind}, which is no kind`)
  const {language, diagnostics} = paperLanguage(briefing)
  const brand = brandFor(kind, options.brand, language.code)
  const anonymous = options.anonymous === true || kind.anonymous === true

  const {body, leftOut} = leaveOut(briefing, audience)
  const definitions = gatherDefinitions(body)
  const families = new Set(brand.fonts.faces.map(({family}) => family))
  const loaded = await loadPictures(body, {source, files, families, definitions: definitions.links})
  const places = await loadPlaces(body, {files, shown: brand.layout.locator})
  const headings = addressesOf(briefing.body)
  const printed = printedAddresses(body, headings)
  const {attached, ...data} = await loadAttached(briefing.meta, {source, places: briefing.places, files})
  diagnostics.push(...data.diagnostics, ...definitions.diagnostics, ...loaded.diagnostics, ...printed.diagnostics)

  const composing: Composing = {
    source,
    language,
    definitions: definitions.links,
    footnotes: definitions.footnotes,
    sources: definitions.sources,
    register: options.register ?? EMPTY_REGISTER,
    asOf: briefing.meta.as_of ?? briefing.meta.date,
    used: {register: false, sources: new Set(), series: new Set()},
    facts: [],
    cited: [],
    factCalls: new WeakSet(),
    headings,
    addresses: printed.addresses,
    samples: sampleAddresses(headings),
    pictures: loaded.pictures,
    places: places.places,
    layout: brand.layout,
    papers: (name) => papers?.(name, source.path),
    paperPaths: options.paperPaths ?? [],
    notes: new Map(),
    ordinals: new Map(),
    report: (...found) => diagnostics.push(...found),
  }
  const meta = composeMeta(briefing, {...composing, ...options, brand, anonymous, audience, papers: composing.papers, paperPaths: composing.paperPaths})
  const written = composePieces(body.children, composing)
  const at = (key: string) => briefing.places[key] ?? briefing.places[''] ?? {path: source.path}
  const {body: pieces, diagnostics: incomplete} = kind.complete?.(written, {meta, at}) ?? {body: written, diagnostics: []}
  diagnostics.push(...incomplete)
  const notes = [...composing.notes.values()]
  const said = (['title', 'subtitle', 'short', 'series', 'marking'] as const).map((key) => ({type: 'text', value: briefing.meta[key], place: briefing.places[key] ?? {path: source.path}}))
  diagnostics.push(...findUnsetScripts([said, pieces, notes], source))
  if (hasErrors(diagnostics)) return {diagnostics: inReadingOrder(diagnostics)}

  const edition: Edition = {
    // A paper alone has a name of its own within its file; among others it is known by where it lies.
    key: options.anonymous ? 'paper' : editionKey(source.path, briefing.row),
    path: source.path,
    meta,
    brand,
    body: kind.numbered && brand.layout.numberedParagraphs ? numberParagraphs(pieces) : pieces,
    notes,
    contents: contentsOf(pieces),
    parts: partsOf(body, {kind, language: language.code, cites: notes.length > 0}),
    ...(briefing.meta.budget === 'none' ? {} : {budget: kind.budget}),
    listContents: briefing.meta.contents ?? 'auto',
    ...(attached.length > 0 ? {attached} : {}),
    ...(composing.facts.length > 0 ? {facts: composing.facts} : {}),
    ...(composing.cited.length > 0 ? {cited: composing.cited} : {}),
    leftOut,
  }
  const series = [...composing.used.series].map((id) => ({id}))
  const taken = {facts: [...composing.facts, ...series.filter(({id}) => !composing.facts.some((use) => use.id === id))], sources: composing.used.sources, asOf: composing.asOf, language: language.code}
  return {value: {edition, usesRegister: composing.used.register, taken, assets: new Map([...options.assets, ...loaded.assets, ...places.assets, ...data.assets])}, diagnostics: inReadingOrder(diagnostics)}
}

/** The brand as a kind of paper needs it: with its own labels, and larger where it is read aloud. */
function brandFor({labels, spoken}: KindSpec, brand: Brand, language: string): Brand {
  // Papers of one brand share what is laid out of them, and know it by that one object.
  if (!labels && !spoken) return brand
  const words = labels ? {...(labels[language] ?? labels.en), ...brand.words} : brand.words
  const layout = spoken ? {...brand.layout, body: SPOKEN, justified: false} : brand.layout
  return {...brand, words, layout}
}

/** Some fifty characters to a line of a column, as speakers ask for. */
const SPOKEN = {size: 13, leading: 21}

/** The paragraphs of the body, and none within quotations, lists or blocks, carry numbers; a list goes on with the one above it. */
function numberParagraphs(pieces: readonly Piece[]): Piece[] {
  let number = 0
  let isUnder = false
  return pieces.map((piece) => {
    isUnder = piece.type === 'paragraph' || (isUnder && piece.type === 'list')
    if (piece.type === 'list' && isUnder) return {...piece, under: true as const}
    return piece.type === 'paragraph' ? {...piece, number: ++number} : piece
  })
}
