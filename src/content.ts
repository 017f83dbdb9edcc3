/**
 * What a composed paper is made of: plain JSON that `edition/` makes and `pages/`, `blocks/` and `kinds/` draw.
 * Every node keeps its author's place.
 */
import type {Place} from './diagnostic.js'
import type {
  CitationField,
  CountryField,
  FactField,
  FigureField,
  FlowField,
  IdField,
  ImageField,
  OrdinalField,
  OUTPUTS,
  Prose,
  SeriesField,
  ShownCountryField,
  SourceField,
  WhenField,
} from './shapes/fields.js'

export type Inline =
  | {type: 'text'; value: string; place: Place}
  | {type: 'emphasis' | 'strong' | 'delete'; children: Inline[]; place: Place}
  | {type: 'code'; value: string; place: Place}
  | {type: 'break'; place: Place}
  /** A link that leaves the paper: http, https, mailto, tel. */
  | {type: 'link'; href: string; children: Inline[]; place: Place}
  /** A link to an id of this paper, or of another one in the document by that one's key; `page` asks for ", page N" after the words. */
  | {type: 'reference'; id: string; paper?: string; page: boolean; children: Inline[]; place: Place}
  /** A call of the note with that number. */
  | {type: 'note'; number: number; place: Place}
  | {type: 'image'; picture: Picture; alt: string; place: Place}
  | {type: 'foreign'; language: string; children: Inline[]; place: Place}

export type Piece =
  | {type: 'heading'; depth: 1 | 2 | 3 | 4 | 5 | 6; id: string; children: Inline[]; place: Place}
  /** `number`: a numbered paragraph, as ministries number them. */
  | {type: 'paragraph'; children: Inline[]; number?: number; place: Place}
  /** `under`: it goes on with the numbered paragraph above, and stands under its text. */
  | {type: 'list'; ordered: boolean; start: number; loose: boolean; items: ListItem[]; under?: true; place: Place}
  | {type: 'quote'; children: Piece[]; place: Place}
  | {type: 'code'; value: string; language?: string; place: Place}
  | {type: 'rule'; place: Place}
  | BlockPiece

export interface ListItem {
  /** A task: done or not; absent where the item is none. */
  checked?: boolean
  children: Piece[]
  place: Place
}

/** A block of `blocks/`: `value` is `Composed` of what its spec says. */
export interface BlockPiece {
  type: 'block'
  name: string
  /** Named destination, where the author or the block gave one. */
  id?: string
  value: unknown
  place: Place
}

/** A note. An edition has them in the order of their first call: the first is number 1. */
export interface Note {
  number: number
  children: Piece[]
  place: Place
}

/** An image by its content: bytes travel beside the edition. Width and height in pixels (or SVG user units). */
export interface Picture {
  sha256: string
  format: 'png' | 'jpeg' | 'svg'
  width: number
  height: number
}

/** Bytes of pictures and fonts by the SHA-256 of their content. */
export type Assets = Map<string, Uint8Array>

/** A file that the PDF carries along; its bytes travel beside the edition. */
export interface Attachment {
  /** As the reader of the PDF sees it; no two of a paper are the same. */
  name: string
  /** In the workspace; it does not reach the PDF. */
  path: string
  sha256: string
  /** MIME type. */
  type: string
  /** What it is to the paper (ISO 32000-2, table 43). */
  relationship: 'Data' | 'Source' | 'Supplement'
  description: string
}

export interface ComposedProse {
  type: 'prose'
  children: Inline[]
  place: Place
}
export interface ComposedFlow {
  type: 'flow'
  children: Piece[]
  place: Place
}
export interface ComposedImage {
  type: 'image'
  picture: Picture
  place: Place
}
export interface ComposedCountry {
  type: 'country'
  iso2: string
  iso3: string
  /** In the paper's language, as the United Nations list it. */
  name: string
  place: Place
}
/** A State that is shown: as much of it as the brand shows. */
export interface ComposedShownCountry extends ComposedCountry {
  /** As it stands in a sentence: "the Netherlands". */
  inText: string
  /** "Kingdom of the Netherlands". */
  formal: string
  /** "Europe". */
  region: string
  flag?: Picture
  map?: LocatorMap
}
/** The globe seen from above a State: paths and dots in a square of `size` units, of which the map is the round part. */
export interface LocatorMap {
  size: number
  land: string
  /** Lines between States, open. */
  borders: string
  state: string
  /** Where it lies, for a State too small to be seen. */
  dots: [x: number, y: number][]
}
/** A source that was called: its note's number. */
export interface ComposedSource {
  type: 'source'
  number: number
  place: Place
}
/** A fact as it prints in a paper: its figure, what it counts, of when it is, and the notes of its sources. */
export interface ComposedFact {
  type: 'fact'
  figure: FigureField
  unit?: string
  /** What it is, in the paper's language; nothing where the register does not say. */
  statement: Inline[]
  /** Of when it is: the day it was so, or the period it counts. */
  when?: WhenField
  /** Why it is disputed; printed wherever it is. */
  caveat: Inline[]
  calls: Extract<Inline, {type: 'note'}>[]
  place: Place
}
/** A source in full, formatted for the paper's language. */
export interface ComposedCitation {
  type: 'citation'
  id: string
  children: Inline[]
  place: Place
}
export interface ComposedOrdinal {
  type: 'ordinal'
  number: number
}

/** What the view of a block receives, given what its author may write. */
export type Composed<T> = T extends Prose
  ? ComposedProse
  : T extends FlowField
    ? ComposedFlow
    : T extends ImageField
      ? ComposedImage
      : T extends ShownCountryField
        ? ComposedShownCountry
      : T extends CountryField
        ? ComposedCountry
        : T extends CitationField
          ? ComposedCitation
          : T extends SourceField
            ? ComposedSource
            : T extends FactField
              ? ComposedFact
              : T extends OrdinalField
              ? ComposedOrdinal
              : T extends WhenField | FigureField | SeriesField | IdField | Place
                ? T
                : T extends readonly (infer U)[]
                  ? Composed<U>[]
                  : T extends object
                    ? {[K in keyof T]: Composed<T[K]>}
                    : T

export type PaperSize = 'A4' | 'Letter'
export type Audience = 'external' | 'internal'

/** What a paper is made for: to be read and sent, or to be printed in one of three ways. */
export type Output = (typeof OUTPUTS)[number]

/** How a paper is made where it is not for the screen, in colour. */
export interface PrintForm {
  output: Output
  /** Both sides of a sheet are printed: inner margins are wider than outer ones, and papers take an even number of pages. */
  duplex?: true
  /** Little to print with: lines and hatching in place of fields, greys in place of colours, and the addresses of links in words. */
  lightToner?: true
  /** Crop marks stand around each page; so much is printed beyond its edge and cut off, in points. */
  bleed?: number
}

/** A person or desk to ask. */
export interface Contact {
  name: string
  role?: string
  lines: string[]
  url?: string
}

/** What a paper says of itself, as masthead, running head and metadata print it. */
export interface PaperMeta {
  kind: string
  title: string
  subtitle?: string
  /** The short title in the running foot; the title where none was given. */
  short: string
  symbol?: string
  date: WhenField
  asOf: WhenField
  /** BCP 47, such as `en`. */
  language: string
  paper: PaperSize
  audience: Audience
  /** As it prints, in capitals. */
  marking?: string
  /** Not cleared yet, or no longer: it says so in words, and across each page. */
  draft?: true
  /** What it says of its status in words: "for clearance". */
  status?: string
  /** "Embargoed until 24 November 2026, 10:00 (UTC+01:00)". */
  embargo?: string
  /** "Copy no. ____ of 12". */
  copies?: string
  country?: ComposedCountry
  contacts: Contact[]
  author?: string
  /** The PDF's properties name neither author nor organisation, nor where the briefing lay. */
  anonymous?: true
  keywords: string[]
  /** A line set under the masthead: "Updates an earlier briefing of ...". */
  more: Record<string, string>
  /** What only its kind of paper says, as it prints: the speaker of a statement, the enclosures of a note. */
  own: Record<string, string | string[]>
}

/** The id of a paper's beginning, among papers of one document. */
export const START = '.start'

/** A leaf of a pack that is no paper: its cover, its list of contents, a sheet between two papers. */
export type Sheet =
  | {type: 'cover'; occasion: {label: string; words: string}[]; recipients: string[]; holds: string}
  | {type: 'contents'; entries: SheetEntry[]}
  /** `opens` where no paper follows that would name itself: the sheet's title is a heading. */
  | {type: 'tab'; label: string; title: string; about: string[]; opens: boolean}

/** One member of a pack in its list of contents. */
export interface SheetEntry {
  /** `1`, `A`. */
  label: string
  title: string
  /** Its symbol and kind; of an annex, how long it is. */
  about: string
  /** The key of what it leads to. */
  key: string
}

/** What a reader reads, without emphasis, links and calls of notes. `otherwise` says of what it reads in another way how. */
export const wordsOf = (children: readonly Inline[], otherwise: (inline: Inline) => string | undefined = () => undefined): string =>
  children
    .map((inline) => {
      const own = otherwise(inline)
      if (own !== undefined) return own
      switch (inline.type) {
        case 'text':
        case 'code':
          return inline.value
        case 'break':
          return ' '
        case 'note':
          return ''
        case 'image':
          return inline.alt
        default:
          return wordsOf(inline.children, otherwise)
      }
    })
    .join('')
