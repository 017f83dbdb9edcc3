import {pt} from '../brand/index.js'
import {shapes} from './elements.js'
import type {Setting} from './setting.js'

export interface FieldProps {
  x: number
  y: number
  width: number
  height: number
  fill: string
  stroke?: string
  strokeWidth?: number
}

/**
 * A field of a drawing, such as the bar of a chart. Where toner is short it is an outline with lines across it: the darker the fill
 * would be, the closer they lie, so that two fields are told from each other as before.
 */
export function Field({look, ...field}: FieldProps & {look: Setting['look']}) {
  const {Path, Rect} = shapes
  const {x, y, width, height, fill} = field
  if (!look.lightToner) return <Rect {...field} />
  const {ink} = look.colours
  const lines = hatching(field, STEP_OF_BLACK + (STEP_OF_WHITE - STEP_OF_BLACK) * lightnessOf(fill))
  return (
    <>
      {width > 0.5 && height > 0.5 ? <Rect x={pt(x + 0.2)} y={pt(y + 0.2)} width={pt(width - 0.4)} height={pt(height - 0.4)} fill="none" stroke={ink} strokeWidth={0.4} /> : null}
      {lines === '' ? null : <Path d={lines} fill="none" stroke={ink} strokeWidth={0.35} />}
    </>
  )
}

/** Points between two lines across a field that would be black, and across one that would be white. */
const STEP_OF_BLACK = 1.5
const STEP_OF_WHITE = 7

/** Lines at 45 degrees across a rectangle, cut off at its edges, as one path. */
export function hatching({x, y, width, height}: Pick<FieldProps, 'x' | 'y' | 'width' | 'height'>, step: number): string {
  const parts: string[] = []
  // Each line is x + y = c, seen from the upper left corner.
  for (let c = step; c < width + height; c += step * Math.SQRT2) {
    const from = {x: Math.min(c, width), y: Math.max(0, c - width)}
    const to = {x: Math.max(0, c - height), y: Math.min(c, height)}
    parts.push(`M${pt(x + from.x)} ${pt(y + from.y)} L${pt(x + to.x)} ${pt(y + to.y)}`)
  }
  return parts.join(' ')
}

/** How light a hex triplet is, from 0 to 1: the mean of its channels, for greys are what there is. */
function lightnessOf(fill: string): number {
  const channel = (at: number) => Number.parseInt(fill.slice(at, at + 2), 16)
  return (channel(1) + channel(3) + channel(5)) / 765
}
