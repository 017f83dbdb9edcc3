import type {Brand} from '../brand/index.js'
import type {Attachment, Note, PaperMeta, Piece, PrintForm, Sheet} from '../content.js'
import type {Part} from '../blocks/index.js'
import type {Place} from '../diagnostic.js'
import type {FactUse} from './fact-use.js'

/**
 * A briefing as it will be printed: one brand, one language, one date, one paper size, one audience. Plain JSON:
 * images and fonts stand in it by their SHA-256, their bytes travel beside it as `Assets`.
 */
export interface Edition {
  /** Prefixes every id that reaches the PDF; unique in a document. */
  key: string
  /** The briefing's path. */
  path: string
  meta: PaperMeta
  brand: Brand
  body: Piece[]
  notes: Note[]
  /** Headings of depth 2 and 3, for the contents list. */
  contents: {id: string; depth: number; words: string}[]
  /** The parts the paper has, for the checks of its kind. */
  parts: Part[]
  /** Pages a reader accepts; absent where the author switched the budget off. */
  budget?: readonly [number, number]
  /** Draws a contents list: `yes`, `no`, or by the number of pages. */
  listContents: boolean | 'auto'
  /** Files that the PDF carries along; absent where there are none. */
  attached?: Attachment[]
  /** The facts it prints; absent where there are none. */
  facts?: FactUse[]
  /** The sources that its notes cite, each where it is first called; absent where there are none. */
  cited?: {id: string; place: Place}[]
  /** What it is in place of a paper: a leaf of a pack. */
  sheet?: Sheet
  /** So many pages of another document are bound in behind it: page numbers go on after them. */
  bound?: number
  /** How it is made where it is not for the screen, in colour. */
  form?: PrintForm
  /** Passages left out for this audience. */
  leftOut: {place: Place; words: string}[]
}
