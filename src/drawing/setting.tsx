import {createContext, useContext} from 'react'
import type {Brand, Look, TextStyle} from '../brand/index.js'
import type {Assets, Note} from '../content.js'
import type {Language} from '../language/language.js'

/** What the layout before found, by destination and page; empty on the first pass. */
export interface Found {
  /** First page of each id. */
  pages: Record<string, number>
  /** Notes called on each page, by number. */
  notes: Record<number, number[]>
  total: number
}

/** Widths and ascents of the brand's own faces. */
export interface Fonts {
  /** Width of a text set in one line, in points. */
  width(text: string, style: TextStyle): number
  /** Height of the ascent over the baseline as a share of the size: first baseline from the top of a text box. */
  ascent(family: string): number
  /** Whether a family has a glyph for a character. */
  covers(family: string, codePoint: number): boolean
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
  found: Found
}

const Context = createContext<Setting | undefined>(undefined)

export const SettingProvider = Context.Provider

/** The paper's setting. What stands in a page's `layout` cannot ask for it: it is handed over there. */
export function useSetting(): Setting {
  const setting = useContext(Context)
  if (!setting) throw new Error('A view was drawn outside a paper')
  return setting
}

/** An id as it reaches the PDF: prefixed, so that papers of one pack never collide. */
export const destination = (setting: Pick<Setting, 'key'>, id: string): string => `${setting.key}.${id}`
