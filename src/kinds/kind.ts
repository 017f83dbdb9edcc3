import type {ComponentType} from 'react'
import type {z} from 'zod'
import type {Part} from '../blocks/index.js'
import type {PaperMeta, Piece} from '../content.js'
import type {Diagnostic, Place} from '../diagnostic.js'
import type {Where} from '../shapes/index.js'
import {once} from '../once.js'
import type {BaseMeta} from './meta.js'

/** A part that a reader of this kind expects; its absence is a warning. */
export interface Expected {
  part: Part
  /** What is missing, in the reader's words: "the position in two sentences". */
  what: string
  /** The deed that adds it. */
  hint: string
}

/** One kind of paper. */
export interface KindSpec<S extends z.ZodObject = z.ZodObject> {
  name: string
  /** As it prints in the masthead, by language: `Fact sheet`. */
  label: Record<string, string>
  summary: string
  /** Front matter that only this kind knows, beside `baseMeta`; may make a base key required. Made by the first such paper. */
  schema: () => S
  /** Pages a reader accepts: fewest and most. */
  budget: readonly [number, number]
  expects: readonly Expected[]
  /** The paragraphs of the body are numbered where the brand numbers them. */
  numbered?: boolean
  /** Each heading of the second level opens this part, and must have text below it. */
  sections?: Part
  /** Headings by which its readers know a part, by language and in small letters; a `section:` comment says it of any other. */
  headings?: Partial<Record<Part, Record<string, readonly string[]>>>
  /** Keys of all papers that have no place in this one, and why. */
  refuses?: Partial<Record<keyof BaseMeta, string>>
  /** Nothing names the house that issues it: not the page, not the file's properties, not its name. */
  anonymous?: true
  /** It speaks of its sender as of somebody else: never "we". */
  thirdPerson?: true
  /** Headings of what must not be disclosed, by language and in small letters: they have no place but in an internal passage. */
  undisclosed?: Record<string, readonly string[]>
  /** It is read aloud: set larger, ragged, for an eye that looks up and comes back. */
  spoken?: true
  /** What it calls the program's own labels, by language: its `position` is an objective. */
  labels?: Record<string, Record<string, string>>
  /** What is written around the words of its author, such as formulas of courtesy. */
  complete?(body: readonly Piece[], paper: Completing): {body: Piece[]; diagnostics: Diagnostic[]}
}

export interface Completing {
  meta: PaperMeta
  /** Where a key of the front matter has its value. */
  at(key: string): Place
}

export const defineKind = <S extends z.ZodObject>(spec: KindSpec<S>): KindSpec<S> => ({...spec, schema: once(spec.schema)})

export interface ClosingProps {
  meta: PaperMeta
  where: Where
  /** In points. */
  width: number
}

/** How a kind opens and closes: `Opening` is the masthead, `Closing` what follows the body. */
export interface Frame {
  Opening: ComponentType<{meta: PaperMeta; kind: KindSpec}>
  Closing?: ComponentType<ClosingProps>
  /** Where the closing stands: beside the last text where there is room for the contacts that it names, below the text, or at the foot of the last page. */
  closes: 'beside' | 'below' | 'at the foot'
}
