import type {CheckedPaper, CheckOptions, Severities} from '../check.js'
import type {Audience, PaperSize, PrintForm} from '../content.js'
import type {Diagnostic, Place} from '../diagnostic.js'
import type {Input} from '../inputs.js'
import type {Release, Snapshot} from '../release/index.js'
import type {Row} from '../rows/index.js'
import type {Source} from '../source.js'
import type {Attempt} from './attempt.js'
import type {PrintKeys} from './print-keys.js'

/** Another paper that a link may lead to. */
export type OtherPaper = NonNullable<ReturnType<NonNullable<CheckOptions['papers']>>>

/** A fact that a paper prints. `mayDiffer`: its author has given a reason why it is another than in other papers; `row`: its paper is that of a row. */
export type FactUse = NonNullable<CheckedPaper['edition']['facts']>[number] & {mayDiffer?: true; row?: string}

/** One paper to make. Plain data, so that it can cross to another process. */
export interface Job {
  /** Absolute folder of the workspace that the briefing lies in. */
  root: string
  /** Absolute folder of a workspace that lends its brands. */
  brandsFrom?: string
  /** From the workspace at hand to `root`, such as `../other`; empty where they are the same. Places are told from the former. */
  prefix: string
  source: Source
  /** The row that a template is printed for: what prints depends on its key, values and output, and not on its place. */
  row?: Row
  /** In place of the briefing's own brand. */
  brand?: string
  /** Of briefings that name none. */
  defaultBrand: string
  /** In place of the briefing's own paper. */
  paper?: PaperSize
  /** Of briefings that name none. */
  defaultPaper?: PaperSize
  audience: Audience
  /** The PDF's properties name neither author nor organisation, nor where the briefing lay. */
  anonymous?: true
  /** The PDF carries the briefing along, as it prints for this audience. */
  attachSource?: true
  /** How it is made where it is not for the screen, in colour. */
  form?: PrintForm
  /** Its file is called as those who receive it would call it, or so that its name says nothing; after its briefing where absent. */
  names?: 'delivery' | 'neutral'
  /** What its workspace makes of warnings: of how they are told, never of what prints. */
  severity?: Severities
  /** The day that ages and deadlines are told of. */
  on?: NonNullable<CheckOptions['on']>
  /** The papers that this one may lead to. */
  papers: readonly OtherPaper[]
}

/** A paper without an error: how it is to be printed. */
export interface Checked {
  title: string
  symbol?: string
  language: string
  /** As its author wrote it. */
  date: string
  brand: string
  paper: PaperSize
  audience: Audience
  marking?: string
  /** Brand and paper as the briefing has them when nobody asks for others. */
  usual: {brand: string; paper: PaperSize}
  /** Passages left out for the audience; places as the briefing's. */
  leftOut: {place: Place; words: string}[]
  /** Of a paper: how far it has come, and what holds it back; places as the briefing's. */
  release?: Release
  /** Of a paper: what it says, in words. */
  said?: Snapshot
  /** The facts it prints, where there are any; places as the briefing's. */
  facts?: FactUse[]
  /** What it is made from, the briefing first; paths as the briefing's workspace has them. */
  inputs: Input[]
}

/** A paper that is ready to be printed. */
export interface Composed extends Checked {
  keys: PrintKeys
  /** All there is to say of it once these findings on its pages are known. */
  withFound(found: readonly Diagnostic[]): Diagnostic[]
}

export interface Printed extends Checked {
  pdf: Uint8Array
  pages: number
  /** `PDF/UA-1`, `PDF/A-2a`. */
  conformance: string[]
  keys?: PrintKeys
  /** What was found on its pages, told or not. */
  found?: Diagnostic[]
}

/** A paper that was printed, in this build or in an earlier one. */
export interface Finished extends Checked {
  sha256: string
  bytes: number
  pages: number
  conformance: string[]
  /** Its bytes; nothing where they were kept from an earlier build, and are gone. */
  pdf(): Uint8Array | undefined
}

/** Reads a paper and says what is wrong with it. */
export type Checker = (job: Job) => Promise<Attempt<Checked>>
/**
 * Makes the pages of a paper; in this process or in another. Says when it begins, for papers may wait for their turn. Rejects
 * only for a bug of ours.
 */
export type Printer = (job: Job, begins?: () => void) => Promise<Attempt<Printed>>
