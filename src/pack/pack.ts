import type {Output, PaperSize} from '../content.js'
import type {Place} from '../diagnostic.js'
import type {Row} from '../rows/index.js'
import type {WhenField} from '../shapes/index.js'
import type {Source} from '../source.js'

/** A pack as its file has it, its members found. */
export interface Pack {
  /** Its file, from the workspace. */
  path: string
  title: string
  subtitle?: string
  short: string
  symbol?: string
  symbolPlace?: Place
  /** Which issue of its symbol it is. */
  counting: {rev?: number; add?: number; corr?: number}
  date: WhenField
  /** BCP 47. */
  language: string
  /** In place of its papers' own. */
  brand?: string
  paper?: PaperSize
  /** In place of the highest of its papers. */
  marking?: {words: string; place: Place}
  occasion?: {meeting: string; place?: string; date?: string}
  recipients: string[]
  /** In the order in which they are bound. */
  papers: PackPaper[]
  annexes: Annex[]
  /** The cover note that letters say, from the folder of its file. */
  cover?: {text: string; place: Place}
  /** A sheet before each paper. */
  tabs: boolean
  /** What it is made for, the screen first where it is among them. */
  outputs: Output[]
}

/** A briefing of the pack, or one row of a template. */
export interface PackPaper {
  source: Source
  row?: Row
  /** Where the pack names it. */
  place: Place
}

/** A foreign PDF: carried by the pack, and never changed. */
export interface Annex {
  title: string
  symbol?: string
  /** From whom it is. */
  source?: string
  date?: WhenField
  /** As its author marked it, so far as the pack says so. */
  marking?: {words: string; place: Place}
  /** From the workspace. */
  path: string
  sha256: string
  bytes: Uint8Array
  pages: number
  place: Place
}
