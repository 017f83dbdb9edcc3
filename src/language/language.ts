import type {WhenField} from '../shapes/fields.js'
import type {Editing} from './editing.js'
import type {Numerals} from './numerals.js'

/** Words the program itself prints. Every language has every key; `{n}` and the like are filled in by the caller. */
export interface Labels {
  page: string // "page {n} of {total}"
  pageReference: string // ", page {n}"
  draft: string // in capitals, over a paper that is none yet, and across its pages
  forClearance: string
  embargoed: string // "Embargoed until {when}"
  copyNumber: string // "Copy no. ____ of {total}"
  intendedFor: string // "For {whom}"
  supersedes: string // "Updates {paper}"
  changesSince: string // "What changed since {paper}"
  changesAdded: string
  changesRemoved: string
  changesNone: string // a sentence: nothing has
  factChanged: string // "{fact}: {now}, before {before}"
  packPageReference: string // ", page {n} of the pack"
  factsAsOf: string // "Facts as of {date}"
  contents: string
  continued: string // "(continued)"
  sources: string
  source: string
  contact: string
  keyFigures: string
  status: string
  position: string
  argument: string
  response: string
  recommendations: string
  note: string
  warning: string
  internal: string
  deadline: string // "by {date}"
  reviewBy: string // "To be reviewed by {date}"
  unknown: string
  signed: string
  ratified: string
  acceded: string
  accepted: string
  approved: string
  succeeded: string
  inForce: string
  noticeGiven: string
  withdrawn: string
  party: string
  notParty: string
  withdrawalPending: string // still a party until its withdrawal is effective
  total: string
  figure: string
  table: string
  disputed: string // "Disputed: {why}"
  accessed: string // "accessed {date}"
  archived: string
  done: string
  open: string
  locatorMap: string // "Map of {region} with {country} marked"
  boundaries: string // under every map
  addresses: string // over where links lead, on paper
  pack: string
  tab: string
  meeting: string
  place: string
  date: string
  recipients: string // before those a pack is for
  annex: string
  attached: string // of an annex: "attached to this file"
  pages: string // "{n} pages"
  onePage: string
  papers: string // "{n} papers"
  onePaper: string
  annexes: string // "{n} annexes"
  oneAnnex: string
}

/** One language of papers. No Intl: what prints is the same on every machine. */
export interface Language {
  /** BCP 47, as front matter names it: `en`. */
  code: string
  /** The PDF's language tag: `en-GB`. */
  tag: string
  direction: 'ltr' | 'rtl'
  labels: Labels
  /** Words of a link that do not say where it leads, in small letters. */
  vagueLinks: readonly string[]
  /** `long` is "24 November 2026", `short` is "24 Nov 2026"; a month or a year prints as one. */
  date(when: Pick<WhenField, 'year' | 'month' | 'day'>, style: 'long' | 'short'): string
  /** A call of a note stands after a full stop or comma in English, before it in French. */
  notesAfterPunctuation: boolean
  /** How it writes figures in signs and words. */
  numerals: Numerals
  /** What an editor looks for in its words. */
  editing: Editing
  /** Thousands separated, decimals as given. */
  number(value: number, decimals?: number): string
  /** Straight quotation marks become curly, no-break spaces bind units and dates. Never a dash or a word. */
  typography(text: string, before?: string): string
  /** Where a word may be divided: its parts in order, at least three letters each side. */
  hyphenate(word: string): string[]
  /** Alphabetical order of the language, without Intl. */
  compare(a: string, b: string): number
}
