import type {PaperSize, PrintForm} from '../content.js'
import type {Brand} from './brand.js'
import {LIGHT_TONER} from './light-toner.js'

/** Points in millimetres. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4

/** Rounded to 0.01 pt, so that every machine draws the same. */
export const pt = (points: number): number => Math.round(points * 100) / 100

/** Every vertical distance is a multiple of this; four are one line of text. */
export const STEP = 3.5

/** A text style as React-PDF takes it; the leading is written with its unit, else it would be multiplied. */
export interface TextStyle {
  fontFamily: string
  fontSize: number
  lineHeight: string
  fontWeight?: number
  fontStyle?: 'normal' | 'italic'
  letterSpacing?: number
  color?: string
  textTransform?: 'uppercase'
  fontFeatureSettings?: string[]
}

export type StyleName =
  | 'title' | 'subtitle' | 'issuer' | 'lead' | 'body' | 'h2' | 'h3' | 'h4'
  | 'figure' | 'qualifier' | 'label' | 'table' | 'tableHead' | 'caption' | 'source' | 'note' | 'chrome' | 'capitals' | 'code'

/** One brand on one paper size, as plain numbers in points. */
export interface Look {
  size: PaperSize
  colours: Brand['colours']
  layout: Brand['layout']
  /** `inward`: by how much the text of a right-hand page stands further from the fold than it would in the middle. */
  paper: {width: number; height: number; first: number; top: number; bottom: number; side: number; inward: number}
  /** Fields are hatched, and nothing is filled. */
  lightToner: boolean
  /** Full text width. */
  width: number
  gutter: number
  column: number
  /** Width of the running text: columns 1 to 8, or the full measure. */
  textWidth: number
  /** Width of the margin column; 0 where there is none. */
  marginWidth: number
  type: Record<StyleName, TextStyle>
}

const papers = {
  A4: {width: 595.28, height: 841.89, first: mm(16), top: mm(21), bottom: mm(22)},
  Letter: {width: 612, height: 792, first: mm(14), top: mm(19.5), bottom: mm(20)},
}

/** Width of n columns with the gutters between them. */
export const span = (look: Look, n: number): number => pt(n * look.column + (n - 1) * look.gutter)

/** Where sheets are bound or punched, the inner margin is wider by twice as much than the outer one. */
const INWARD = mm(5)

/** No printer reaches nearer to the edge. */
const EDGE = mm(12.7)

/** The look of a brand on a paper size. Its lines break alike in every form: no width depends on it. */
export function makeLook(brand: Brand, size: PaperSize, form?: Pick<PrintForm, 'duplex' | 'lightToner'>): Look {
  const {layout, fonts} = brand
  const lightToner = form?.lightToner ?? false
  const colours = lightToner ? LIGHT_TONER : brand.colours
  const gutter = pt(mm(4))
  const width = pt(layout.measure)
  const column = (width - 11 * gutter) / 12
  const columns = (n: number) => pt(n * column + (n - 1) * gutter)
  const set = (fontFamily: string, fontSize: number, leading: number, more: Partial<TextStyle> = {}): TextStyle => ({
    fontFamily,
    fontSize,
    lineHeight: `${leading}pt`,
    color: colours.ink,
    ...more,
  })
  const {display, text, label, mono} = fonts
  const title = layout.titleSizes[0] ?? 28
  const bar = layout.masthead === 'bar'
  const prose = {fontFeatureSettings: ['pnum']}
  const table = {fontFeatureSettings: ['tnum', 'lnum']}
  const quiet = {color: colours.quiet}
  const sheet = papers[size]
  const side = (sheet.width - width) / 2
  return {
    size,
    colours,
    layout,
    lightToner,
    paper: {
      width: sheet.width,
      height: sheet.height,
      first: pt(sheet.first),
      top: pt(sheet.top),
      bottom: pt(sheet.bottom),
      side: pt(side),
      inward: form?.duplex ? pt(Math.max(0, Math.min(INWARD, side - EDGE))) : 0,
    },
    width,
    gutter,
    column,
    textWidth: layout.marginColumn ? columns(8) : width,
    marginWidth: layout.marginColumn ? columns(4) : 0,
    type: {
      title: set(display, title, leadingOf(title), {
        fontWeight: 600,
        ...(bar ? {letterSpacing: -0.25} : {color: colours.accent}),
      }),
      subtitle: set(text, bar ? 12 : 11, 17.5, {...quiet, ...prose, ...(bar ? {} : {fontStyle: 'italic' as const})}),
      issuer: set(display, 12, 14, {fontWeight: 600}),
      lead: set(display, layout.lead.size, layout.lead.leading),
      body: set(text, layout.body.size, layout.body.leading, prose),
      h2: set(display, 14.5, 17.5, {fontWeight: 600}),
      h3: set(display, 12, 14, {fontWeight: 600}),
      h4: set(text, layout.body.size, layout.body.leading, {fontWeight: 600, ...prose}),
      figure: set(display, 28, 31.5, {fontWeight: 600, letterSpacing: -0.3, ...table}),
      qualifier: set(display, 12, 31.5, {fontWeight: 400, letterSpacing: 0}),
      label: set(label, 8.5, 10.5, {...quiet, ...prose}),
      table: set(label, 8.5, 10.5, table),
      tableHead: set(label, 8, 10.5, {fontWeight: 600, ...table}),
      caption: set(label, 8.5, 10.5, {fontWeight: 600, ...prose}),
      source: set(label, 8, 10.5, {...quiet, ...prose}),
      note: set(text, 8, 10.5, prose),
      chrome: set(label, 8, 10.5, {...quiet, ...prose}),
      capitals: set(label, 7.5, 10.5, {...quiet, fontWeight: 600, letterSpacing: 0.65, textTransform: 'uppercase'}),
      code: set(mono, 8.5, 12.25),
    },
  }
}

/** The leading of display type: about 1.12, on the grid. */
export const leadingOf = (size: number): number => Math.round((size * 1.12) / STEP) * STEP
