import type {BlockContent, DefinitionContent} from 'mdast'
import type {ComponentType} from 'react'
import type {z} from 'zod'
import type {BrandLayout} from '../brand/index.js'
import type {Composed} from '../content.js'
import type {Diagnostic, Place} from '../diagnostic.js'
import type {Grid, Where} from '../shapes/fields.js'
import {once} from '../once.js'

/** A part a kind of paper expects, by what it does and not by its heading. */
export type Part =
  | 'key-figures' | 'status' | 'position' | 'argument' | 'ask' | 'source' | 'question'
  | 'points' | 'if-raised' | 'background' | 'enclosures'

/** What every block says of itself. */
interface About<S extends z.ZodType> {
  /** As authors type it. */
  name: string
  /** One sentence for the reference page. */
  summary: string
  /** The keys an author may write; made by the first paper that holds such a block. */
  schema: () => S
  /** The parts of a paper it is. */
  parts?: readonly Part[]
  /** How many a paper may hold; without end where absent. */
  atMost?: number
  /** Where it stands unless its `where` says otherwise; `margin` falls back to `full` where a brand has no margin column. */
  where: Where
  /** What the schema cannot say: how values agree with each other. */
  check?(value: z.output<S>, place: Place): Diagnostic[]
}

/** A fence with a YAML body. */
export interface RecordSpec<S extends z.ZodType = z.ZodType> extends About<S> {
  form: 'record'
  /** Whether papers of a brand's layout show it; all do where absent. */
  shownBy?(layout: BrandLayout): boolean
  /** The plural key that a bare list is short for. */
  list?: string
  /** A paragraph that is only an image is this block: `{image, alt, caption}` are made from it. */
  native?: 'image'
}

/** A GFM table under a comment; the schema reads the comment and the grid is added as `table`. */
export interface TableSpec<S extends z.ZodType = z.ZodType> extends Omit<About<S>, 'check'> {
  form: 'table'
  /** A GFM table without a comment is this block, with no options but `{[name]: 'plain'}`. */
  native?: 'table'
  /** Its cells are drawn and not set: what they call stands under it. */
  drawn?: true
  /** `at` gives the place of an option in the comment: `at('labels', 2)`; of the whole table where nobody wrote it. */
  check?(value: z.output<S> & {table: Grid}, at: PlaceOfOption): Diagnostic[]
}

export type PlaceOfOption = (...steps: (string | number)[]) => Place

/** A quotation as its reader receives it: what stands under the tag. */
export interface Quote {
  children: (BlockContent | DefinitionContent)[]
  /** The whole quotation, its tag included. */
  place: Place
  /** The plain quotation directly above, for a block that answers it. */
  answered?: Quote
}

/** A quotation with a tag: `read` makes the value from what stands in it. */
export interface QuoteSpec<V = unknown> extends Omit<About<z.ZodType>, 'schema' | 'check'> {
  form: 'quote'
  /** Other tags that print as this one, such as GitHub's `TIP`. */
  aliases?: readonly string[]
  /** It answers the plain quotation directly above it, and takes its place; alone it is an error. */
  answers?: boolean
  /** Only printed for this audience. */
  audience?: 'internal'
  read(quote: Quote, placeOf: (node: {position?: unknown}) => Place): {value?: V; diagnostics: Diagnostic[]}
}

export type BlockSpec = RecordSpec | TableSpec | QuoteSpec

export const defineBlock = <S extends z.ZodType>(spec: Omit<RecordSpec<S>, 'form'>): RecordSpec<S> => ({...spec, schema: once(spec.schema), form: 'record'})
export const defineTable = <S extends z.ZodType>(spec: Omit<TableSpec<S>, 'form'>): TableSpec<S> => ({...spec, schema: once(spec.schema), form: 'table'})
export const defineQuote = <V>(spec: Omit<QuoteSpec<V>, 'form'>): QuoteSpec<V> => ({...spec, form: 'quote'})

/** The value a spec's view is drawn from. */
export type ValueOf<B> = B extends QuoteSpec<infer V>
  ? Composed<V>
  : B extends TableSpec<infer S>
    ? Composed<z.output<S> & {table: Grid}>
    : B extends RecordSpec<infer S>
      ? Composed<z.output<S>>
      : never

export interface ViewProps<V> {
  value: V
  /** Named destination of the block, unique in the document. */
  id?: string
  place: Place
  /** Where it stands, and how wide that is in points. */
  where: Where
  width: number
  /** The piece directly before it is the same block: what heads a run of them is drawn once. */
  follows?: boolean
}
export type View<B> = ComponentType<ViewProps<ValueOf<B>>>
