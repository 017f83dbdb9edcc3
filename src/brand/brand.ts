import type {Contact, PaperSize, Picture} from '../content.js'
import type {Place} from '../diagnostic.js'

/** A brand, resolved: every colour a hex triplet, every face and logo present in the assets. Plain JSON. */
export interface Brand {
  /** The folder below `styles/`. */
  name: string
  /** Who issues the papers: `meta.name`. */
  issuer: string
  link?: string
  /** With where the brand names it. */
  logo?: Picture & {place: Place}
  colours: Colours
  fonts: {display: string; text: string; label: string; mono: string; faces: Face[]}
  layout: BrandLayout
  contacts: Record<string, Contact>
  /** Words of the brand's own for labels, by label key, such as `position: Our position`. */
  words: Record<string, string>
  /** Acronyms that its readers know, and so need no words. */
  acronyms?: string[]
  /** The house's own markings, from what may go to everyone to what may go to fewest. */
  markings?: string[]
  /** The short form it keeps to for each treaty, and others that papers may not take. */
  treaties?: Record<string, string[]>
}

/** Hex triplets, `#1C1B1A`. */
export interface Colours {
  ink: string
  quiet: string
  accent: string
  /** Hairlines. */
  hair: string
  /** Grid lines of charts. */
  grid: string
  /** Bars of charts. */
  bars: string
  paper: string
  /** Words that lead somewhere; absent where they keep the colour around them. */
  link?: string
  /** Title and headings; absent where they are ink, or the accent under a letterhead. */
  heading?: string
}

/** One face of a family; bytes in the assets. */
export interface Face {
  family: string
  weight: number
  style: 'normal' | 'italic'
  sha256: string
}

/** `defaults.demarche` of `_brand.yml`. Measures in points. */
export interface BrandLayout {
  paper: PaperSize
  masthead: 'bar' | 'letterhead'
  /** Running text on columns 1 to 8, the rest for margin material. */
  marginColumn: boolean
  measure: number
  justified: boolean
  numberedParagraphs: boolean
  /** Sizes a title steps down through until it takes two lines. */
  titleSizes: number[]
  body: {size: number; leading: number}
  lead: {size: number; leading: number}
  /** What a `locator` shows: flag and map, the flag alone, or nothing at all. */
  locator: 'map' | 'flag' | 'none'
  /** `Facts as of` in the running foot. */
  footAsOf: boolean
  marking: {where: 'head-and-foot' | 'foot'; align: 'left' | 'center' | 'right'; size: number}
}
