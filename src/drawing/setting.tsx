import {type ComponentType, createContext, createElement, Fragment, isValidElement, type ReactNode, useContext} from 'react'
import type {Brand, Fonts, Look} from '../brand/index.js'
import type {Assets, BlockPiece, Note, PaperMeta} from '../content.js'
import type {Labels, Language} from '../language/index.js'
import type {Where} from '../shapes/index.js'

/** What the layout before found, by destination and page; empty on the first pass. */
export interface Found {
  /** First page of each id. */
  pages: Record<string, number>
  /** Notes called on each page, by number. */
  notes: Record<number, number[]>
  total: number
  /** Height of each piece of the body in points, by the offset at which its author began it. */
  heights: Record<number, number>
  /** Offsets of texts in which a line broke where only the style changes: they are set again without divided words. */
  rigid: number[]
  /** Room that ragged texts need at their right, by offset, where a line came out too wide. */
  rags: Record<number, number>
  /** Space above the first piece of each later page: the text begins higher by as much. */
  lifts: Record<number, number>
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
  notes: readonly Note[]
  meta: PaperMeta
  found: Found
  /** Draws a block that stands within another's text. */
  Block: ComponentType<{piece: BlockPiece; where: Where; width: number}>
}

const Context = createContext<Setting | undefined>(undefined)

export const SettingProvider = Context.Provider

/** The setting of what is drawn outside React, for as long as that takes: see `handOver`. */
let handed: Setting | undefined

/** The paper's setting. */
export function useSetting(): Setting {
  // biome-ignore lint/correctness/useHookAtTopLevel: in one way of drawing it is always handed over and in the other never, so React sees the same hooks each time
  const setting = handed ?? useContext(Context)
  if (!setting) throw new Error('A view was drawn outside a paper')
  return setting
}

/**
 * Draws elements down to the engine's own. What stands in a page's `layout` is drawn by React-PDF outside React, where
 * no context reaches; here the setting reaches it all the same.
 */
export function handOver(setting: Setting, node: ReactNode): ReactNode {
  const before = handed
  handed = setting
  try {
    return expand(node)
  } finally {
    handed = before
  }
}

function expand(node: ReactNode): ReactNode {
  if (Array.isArray(node)) return node.map((one, at) => createElement(Fragment, {key: at}, expand(one)))
  if (!isValidElement<Record<string, unknown>>(node)) return node
  // Elements of function components: classes there are none.
  if (typeof node.type === 'function') return expand((node.type as (props: unknown) => ReactNode)(node.props))
  const {children, ...props} = node.props
  return createElement(node.type, {...props, key: node.key}, expand(children as ReactNode))
}

/** An id as it reaches the PDF: prefixed, so that papers of one pack never collide. */
export const destination = (setting: Pick<Setting, 'key'>, id: string): string => `${setting.key}.${id}`

/** Words the program prints, in the brand's own form where it has one. */
export const labelOf = ({brand, language}: Pick<Setting, 'brand' | 'language'>, key: keyof Labels): string =>
  brand.words[key] ?? language.labels[key]

/** A label with its gaps filled: `page {n} of {total}`. */
export const fill = (label: string, values: Record<string, string | number>): string =>
  label.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap))
