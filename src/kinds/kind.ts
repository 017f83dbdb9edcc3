import type {ComponentType} from 'react'
import type {z} from 'zod'
import type {Part} from '../blocks/index.js'
import type {PaperMeta} from '../content.js'
import type {Where} from '../shapes/index.js'

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
  /** Front matter that only this kind knows, beside `baseMeta`; may make a base key required. */
  schema: S
  /** Pages a reader accepts: fewest and most. */
  budget: readonly [number, number]
  expects: readonly Expected[]
  /** The paragraphs of the body are numbered where the brand numbers them. */
  numbered?: boolean
  /** Each heading of the second level opens this part, and must have text below it. */
  sections?: Part
}

export const defineKind = <S extends z.ZodObject>(spec: KindSpec<S>): KindSpec<S> => spec

export interface ClosingProps {
  meta: PaperMeta
  where: Where
  /** In points. */
  width: number
}

/** How a kind opens and closes: `Opening` is the masthead, `Closing` what follows the body, or stands beside its end. */
export interface Frame {
  Opening: ComponentType<{meta: PaperMeta; kind: KindSpec}>
  Closing?: ComponentType<ClosingProps>
}
