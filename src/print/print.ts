import type {Place} from '../diagnostic.js'

/** A finished document: the bytes, and a plain account of what stands where. */
export interface Print {
  pdf: Uint8Array
  /** The standards it conforms to: `PDF/UA-1`, `PDF/A-2a`. */
  conformance: string[]
  pages: Page[]
}

/** One printed page, in points from its top left corner. */
export interface Page {
  /** 1-based in the document. */
  number: number
  /** Key of the edition it belongs to. */
  edition: string
  width: number
  height: number
  lines: TraceLine[]
  /** Pictures and charts that say something, and what they say in words. */
  figures: TraceFigure[]
  /** Numbers of the notes whose text stands at its foot. */
  notes: number[]
}

export interface TraceLine {
  text: string
  /** Left edge and baseline. */
  x: number
  y: number
  width: number
  size: number
  /** The role of the text it belongs to: `P`, `H2`, `TD`; `Artifact` for running heads and the like. */
  role: string
  place?: Place
}

export interface TraceFigure {
  alt: string
  /** Top left corner: of a picture within a line, of the line's baseline. */
  x: number
  y: number
  width: number
  height: number
  place?: Place
}
