import type {ComponentType} from 'react'
import type {Brand, Fonts, Look} from '../brand/index.js'
import type {Assets, BlockPiece, PaperMeta} from '../content.js'
import type {Labels, Language} from '../language/index.js'
import type {Where} from '../shapes/index.js'

/** What earlier layouts found. */
export interface Found {
  /** First page of each id. */
  pages: Record<string, number>
  /** Among papers of one document: its page that each id stands on. */
  inDocument: Readonly<Record<string, number>>
  /** Pages of the paper. */
  total: number
  /** Offsets of texts in which a line broke where only the style changes: they are set again without divided words. */
  rigid: readonly number[]
  /** Room that ragged texts need at their right, by offset, where a line came out too wide. */
  rags: Readonly<Record<number, number>>
}

/** All that a view may need beside its value. */
export interface Setting {
  /** Prefix of every id of this paper. */
  key: string
  look: Look
  brand: Brand
  language: Language
  fonts: Fonts
  assets: Assets
  /** Of what the paper says of itself, as much as its parts may depend on: a part is laid out once for all papers that have it. */
  meta: Pick<PaperMeta, 'asOf'>
  found: Found
  /** Draws a block that stands within another's text. */
  Block: ComponentType<{piece: BlockPiece; where: Where; width: number}>
}

let current: Setting | undefined

/** Does a deed, which draws, in the setting of a paper. */
export function under<T>(setting: Setting, deed: () => T): T {
  const before = current
  current = setting
  try {
    return deed()
  } finally {
    current = before
  }
}

/** The setting of the paper that is being drawn. */
export function useSetting(): Setting {
  if (!current) throw new Error('A view was drawn outside a paper')
  return current
}

/** An id as it reaches the PDF: prefixed, so that papers of one pack never collide. */
export const destination = (setting: Pick<Setting, 'key'>, id: string): string => `${setting.key}.${id}`

/** Words the program prints, in the brand's own form where it has one. */
export const labelOf = ({brand, language}: Pick<Setting, 'brand' | 'language'>, key: keyof Labels): string =>
  brand.words[key] ?? language.labels[key]

/** A label with its gaps filled: `page {n} of {total}`. */
export const fill = (label: string, values: Record<string, string | number>): string =>
  label.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap))
