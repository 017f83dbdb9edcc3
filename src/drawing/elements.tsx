/**
 * The elements everything is drawn with. Each states its role in the document where it is drawn, and the author's
 * place it came from; `print/` reads both off the laid-out tree. No block or kind uses React-PDF's own elements.
 */
import {Circle, G, Image, Line, Link, Path, Polyline, Rect, Svg, Text, View} from '@react-pdf/renderer'
import {createElement, type ReactNode} from 'react'
import type {Place} from '../diagnostic.js'
import {inGreys} from './in-greys.js'
import {useSetting} from './setting.js'

/** Standard structure types of PDF 1.7; `Artifact` is what a reader aloud skips. */
export type RoleName =
  | 'Document' | 'Part' | 'Sect' | 'Div' | 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6' | 'P' | 'BlockQuote' | 'Caption' | 'TOC' | 'TOCI'
  | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'THead' | 'TBody' | 'TR' | 'TH' | 'TD'
  | 'Figure' | 'Link' | 'Note' | 'Reference' | 'Code' | 'Span' | 'Em' | 'Strong' | 'Artifact'

export interface Role {
  role: RoleName
  /** Of `TH`. */
  scope?: 'Column' | 'Row'
  colSpan?: number
  rowSpan?: number
  /** Of `L`. */
  numbering?: 'None' | 'Disc' | 'Decimal' | 'LowerAlpha' | 'UpperRoman'
  /** What a figure shows, in words. */
  alt?: string
  /** The table a chart was drawn from, for who cannot see it. */
  data?: {head: string[]; rows: string[][]}
  /** What is spoken instead of what is drawn. */
  actualText?: string
  /** BCP 47 of foreign words. */
  language?: string
  /** Of `Note`, and of the `Reference` that calls it. */
  note?: number
  /** Of a heading: its words in the outline; of artifacts: what sort. */
  title?: string
  artifact?: 'Pagination' | 'Layout' | 'Background'
}

/** As React-PDF takes it. Leadings with their unit, `14pt`: a bare number would be multiplied. */
export type Style = object

export interface ElementProps {
  role?: RoleName | Role
  /** Where the author wrote it. */
  place?: Place
  /** Named destination, already prefixed. */
  id?: string
  style?: Style | (Style | undefined | false)[]
  children?: ReactNode
  /** Kept whole: moves to the next page rather than splitting. */
  whole?: boolean
  /** Points that must be free below it on the page, for its siblings. */
  ahead?: number
}

export interface BoxProps extends ElementProps {
  /** Drawn again on every page its parent runs over: a table's head. */
  repeated?: boolean
  /** What is drawn in its place on the pages after the first, where that is something else. */
  again?: ReactNode
  /** Stands in a column, and is as high as what it holds: a row of a table, a point of a list. It is laid out once, though what stands beside it differ. */
  strip?: boolean
}

/** How words are divided. */
export interface Division {
  /** The same for what divides words of one style alike, in one language and one brand. */
  how: string
  of: (word: string) => string[]
}

export interface WordsProps extends ElementProps {
  /** Never broken inside a word: headings, display type, cells with figures. */
  unbroken?: boolean
  hyphenate?: Division
  hyphenationPenalty?: number
  widows?: number
  orphans?: number
}

/** React-PDF keeps props it does not know on its nodes: the role, the place and the like travel there. */
const stamp = ({role, place, id, whole, ahead}: ElementProps) => ({
  ...(role === undefined ? {} : {tag: typeof role === 'string' ? {role} : role}),
  ...(place === undefined ? {} : {place}),
  ...(id === undefined ? {} : {id}),
  ...(whole ? {wrap: false} : {}),
  ...(ahead === undefined ? {} : {minPresenceAhead: ahead}),
})

// React-PDF's element types refuse props they do not know, though they stay on its nodes.
const loose = (type: unknown) => type as (props: Record<string, unknown>) => ReactNode

const flatten = (style: ElementProps['style']): Record<string, unknown> =>
  Array.isArray(style) ? Object.assign({}, ...style.filter(Boolean)) : {...style}

/** A box: holds other elements. */
export function Box({style, children, repeated, again, strip, ...rest}: BoxProps) {
  return createElement(
    loose(View),
    {...stamp(rest), style: flatten(style), ...(repeated ? {fixed: true} : {}), ...(strip ? {strip} : {})},
    children,
    // Out of the flow, so that it is laid out and takes no room; `print/` puts it in the box's place.
    again === undefined ? null : createElement(loose(View), {again: true, style: {position: 'absolute', top: 0, left: 0, right: 0}}, again),
  )
}

/** Never a break inside a word: the penalty forbids what the engine else does at every change of style. */
const FORBIDDEN = 10000

/** Text: a paragraph, heading, cell or label of its own. */
export function Words({style, children, unbroken, hyphenate, hyphenationPenalty, widows, orphans, ...rest}: WordsProps) {
  return createElement(
    loose(Text),
    {
      ...stamp(rest),
      style: flatten(style),
      widows: widows ?? 2,
      orphans: orphans ?? 2,
      ...(unbroken ? {hyphenationPenalty: FORBIDDEN, hyphenationCallback: wholeWord} : {}),
      ...(hyphenate ? {hyphenationCallback: hyphenate.of, divides: hyphenate.how} : {}),
      ...(hyphenationPenalty === undefined ? {} : {hyphenationPenalty}),
    },
    children,
  )
}
const wholeWord = (word: string) => [word]

/** Words within `Words` that have a role, a style or a target of their own. `to` is a URL or `#destination`. */
export function Run({role, place, style, children, to}: Pick<ElementProps, 'role' | 'place' | 'style' | 'children'> & {to?: string}) {
  // A Text with `src` is a link that keeps the colour around it; a Link would bring its own blue underline.
  return createElement(
    loose(Text),
    {...stamp({...(role === undefined ? {} : {role}), ...(place === undefined ? {} : {place})}), style: flatten(style), ...(to === undefined ? {} : {src: to})},
    children,
  )
}

/** A box that is a link as a whole: a line of a contents list, a contact's address. */
export function Anchor({to, style, children, ...rest}: ElementProps & {to: string}) {
  return createElement(loose(Link), {...stamp({role: 'Link', ...rest}), src: to, style: {textDecoration: 'none', ...flatten(style)}}, children)
}

/** A picture in vectors. With `alt` it is a figure; without, decoration. */
export function Drawing({width, height, viewBox, style, children, alt, data, place}: {
  width: number
  height: number
  viewBox?: string
  style?: ElementProps['style']
  children?: ReactNode
  alt?: string
  data?: Role['data']
  place?: Place
}) {
  const role: Role = alt === undefined ? {role: 'Artifact', artifact: 'Layout'} : {role: 'Figure', alt, ...(data ? {data} : {})}
  return createElement(
    loose(Svg),
    {...stamp({role, ...(place === undefined ? {} : {place})}), width, height, viewBox: viewBox ?? `0 0 ${width} ${height}`, style: flatten(style)},
    children,
  )
}

/** A picture from its bytes, photograph or drawing. With `alt` it is a figure; without, decoration. */
export function Plate({bytes, format, style, alt, place}: {
  bytes: Uint8Array
  format: 'png' | 'jpeg' | 'svg'
  style?: ElementProps['style']
  alt?: string
  place?: Place
}) {
  const {lightToner} = useSetting().look
  const shown = lightToner && format === 'svg' ? inGreys(bytes) : bytes
  // Without words it is an ornament: a figure that says nothing is none.
  const role: Role = alt?.trim() ? {role: 'Figure', alt} : {role: 'Artifact', artifact: 'Layout'}
  return createElement(loose(Image), {
    ...stamp({role, ...(place === undefined ? {} : {place})}),
    src: {data: Buffer.from(shown.buffer, shown.byteOffset, shown.byteLength), format: format === 'jpeg' ? 'jpg' : format},
    style: flatten(style),
  })
}

/** Shapes inside a `Drawing`. */
export const shapes = {Circle, G, Line, Path, Polyline, Rect}

/** A label inside a `Drawing`: it knows nothing of the text around it, so its style is whole. */
export function Mark({x, y, anchor = 'start', fill, style, children}: {
  x: number
  y: number
  anchor?: 'start' | 'middle' | 'end'
  fill: string
  style: {fontFamily: string; fontSize: number; fontWeight?: number}
  children: string
}) {
  return createElement(loose(Text), {x, y, textAnchor: anchor, fill, style}, children)
}
