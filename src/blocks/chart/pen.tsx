import {Fragment, type ReactNode} from 'react'
import {pt} from '../../brand/index.js'
import {Field, type FieldProps, Mark, type Setting, shapes} from '../../drawing/index.js'
import type {CellNumber} from '../cell-number.js'
import type {LabelBox} from './keep-apart.js'

const {Line, Rect} = shapes

export interface LabelLook {
  anchor?: 'start' | 'middle' | 'end'
  bold?: boolean
  fill?: string
  size?: number
}

/** Draws what all charts have: labels of one face, rules, numbers in the paper's language. Every length is rounded. */
export interface Pen {
  label(words: string, x: number, y: number, look?: LabelLook): ReactNode
  /** The room a label takes whose baseline begins, or has its middle or end, at x and y. */
  box(words: string, x: number, y: number, look?: LabelLook): LabelBox
  width(words: string, look?: LabelLook): number
  /** The paper's colour behind a label, so that no grid line runs through it. */
  ground(box: LabelBox): ReactNode
  across(y: number, from: number, to: number, rule: 'axis' | 'grid'): ReactNode
  /** A label on a field, its middle at x: in the paper's colour on a dark one, and on paper where the field is hatched. */
  over(words: string, x: number, y: number, dark?: boolean): ReactNode
  /** A bar, or a part of one. */
  field(field: FieldProps): ReactNode
  upright(x: number, from: number, to: number, rule: 'axis' | 'grid'): ReactNode
  number(number: CellNumber): string
  colours: Setting['look']['colours']
}

export const LABEL = 8
/** Of categories under their columns. */
export const SMALL = 7.5

export function penOf({look, fonts, language}: Setting): Pen {
  const {colours} = look
  const {fontFamily} = look.type.source
  const known = new Map<string, number>()
  const styleOf = ({bold = false, size = LABEL}: LabelLook) => ({fontFamily, fontSize: size, fontWeight: bold ? 600 : 400})
  const width = (words: string, label: LabelLook = {}): number => {
    const key = `${label.bold ?? false} ${label.size ?? LABEL} ${words}`
    const found = known.get(key) ?? (words === '' ? 0 : fonts.width(words, {...styleOf(label), lineHeight: '10.5pt'}))
    known.set(key, found)
    return found
  }
  const strokes = {axis: {stroke: colours.ink, strokeWidth: 0.5}, grid: {stroke: colours.grid, strokeWidth: 0.4}}
  const pen: Pen = {
    colours,
    width,
    number: ({value, decimals}) => language.number(value, decimals),
    label: (words, x, y, label = {}) => (
      <Mark key={`${words} ${x} ${y}`} x={pt(x)} y={pt(y)} anchor={label.anchor ?? 'start'} fill={label.fill ?? colours.quiet} style={styleOf(label)}>
        {words}
      </Mark>
    ),
    box(words, x, y, label = {}) {
      const wide = width(words, label)
      const left = x - (label.anchor === 'middle' ? wide / 2 : label.anchor === 'end' ? wide : 0)
      const size = label.size ?? LABEL
      return {left, right: left + wide, top: y - size * 0.75, bottom: y + size * 0.1}
    },
    ground: ({left, right, top, bottom}) => (
      <Rect key={`ground ${left} ${top}`} x={pt(left - 1)} y={pt(top)} width={pt(right - left + 2)} height={pt(bottom - top)} fill={colours.paper} />
    ),
    across: (y, from, to, rule) => <Line key={`across ${y}`} x1={pt(from)} x2={pt(to)} y1={pt(y)} y2={pt(y)} {...strokes[rule]} />,
    over: (words, x, y, dark = false) => (
      <Fragment key={`over ${words} ${x} ${y}`}>
        {look.lightToner ? pen.ground(pen.box(words, x, y, {anchor: 'middle'})) : null}
        {pen.label(words, x, y, {anchor: 'middle', fill: dark && !look.lightToner ? colours.paper : colours.ink})}
      </Fragment>
    ),
    field: (field) => <Field {...field} look={look} />,
    upright: (x, from, to, rule) => <Line key={`upright ${x}`} x1={pt(x)} x2={pt(x)} y1={pt(from)} y2={pt(to)} {...strokes[rule]} />,
  }
  return pen
}
