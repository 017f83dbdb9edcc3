import {Drawing, shapes} from '../../drawing/index.js'
import type {Shape} from './steps.js'

/** A step by its shape, drawn and never a glyph. Decoration: the word beside it says the same. */
export function Mark({shape, colour, size}: {shape: Shape; colour: string; size: number}) {
  const {Circle, Line, Path} = shapes
  const line = {stroke: colour, strokeWidth: 1.6}
  return (
    <Drawing width={size} height={size} viewBox="0 0 14 14">
      <Circle cx={7} cy={7} r={6} {...line} fill={shape === 'full' ? colour : 'none'} />
      {shape === 'half' ? <Path d="M7 1 A6 6 0 0 0 7 13 Z" fill={colour} /> : null}
      {shape === 'crossed' ? <Line x1={2.8} y1={11.2} x2={11.2} y2={2.8} {...line} /> : null}
    </Drawing>
  )
}
