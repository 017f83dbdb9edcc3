import type {Fonts, Look} from '../../brand/index.js'
import {leadingOf, pt, type TextStyle} from '../../brand/index.js'

/** How the figures of a block are set: how many stand in a row, and in what size, all the same. */
export interface FittedFigures {
  perRow: number
  /** Width of each. */
  width: number
  figure: TextStyle
  /** Of the qualifier before it and the unit after it, on the same line. */
  small: TextStyle
}

/** A figure in the parts it is set in. */
export interface FigureParts {
  before: string
  digits: string
  after: string
}

const SIZES = [28, 26, 24.5, 23, 21]
/** Only where a figure alone in its row is wider still. */
const LAST_SIZES = [17.5, 14, 10.5]
/** Between a figure that fills its place and the next, beside the gutter. */
const CLEAR = 3
/** A label in less than this would take a line for each word. */
const LEAST_CELL = 84

/** A figure never breaks: it steps down in size, then the row takes fewer. */
export function fitFigures(
  figures: readonly FigureParts[],
  {look, fonts, width}: {look: Look; fonts: Fonts; width: number},
): FittedFigures {
  const {gutter} = look
  const most = Math.max(1, Math.min(4, Math.floor((width + gutter) / (LEAST_CELL + gutter))))
  const cellOf = (perRow: number) => pt((width - (perRow - 1) * gutter) / perRow)
  const tries = rowsOf(figures.length, most).flatMap((perRow) => SIZES.map((size) => ({perRow, size})))
  tries.push(...LAST_SIZES.map((size) => ({perRow: 1, size})))
  const fitted = tries.map(({perRow, size}): FittedFigures => ({perRow, width: cellOf(perRow), ...stylesOf(look, size)}))
  const fits = (one: FittedFigures) => figures.every((parts) => widthOf(parts, one, fonts) <= one.width - (one.perRow > 1 ? CLEAR : 0))
  const found = fitted.find(fits) ?? fitted.at(-1)
  if (!found) throw new Error('No size of figures was tried')
  return found
}

/** Four to a row, or three where the rows then come out even, or no figure is left alone in the last; then fewer. */
function rowsOf(count: number, most: number): number[] {
  const full = Math.min(count, most)
  const fewer = Array.from({length: full}, (_, at) => full - at)
  const alike = fewer.filter((perRow) => perRow >= 3)
  const even = alike.find((perRow) => count % perRow === 0) ?? alike.find((perRow) => count % perRow > 1)
  return even === undefined ? fewer : fewer.slice(fewer.indexOf(even))
}

function stylesOf({type}: Look, size: number): Pick<FittedFigures, 'figure' | 'small'> {
  const lineHeight = size === type.figure.fontSize ? type.figure.lineHeight : `${leadingOf(size)}pt`
  return {
    figure: {...type.figure, fontSize: size, lineHeight},
    small: {
      ...type.qualifier,
      fontSize: Math.max(8, Math.round((type.qualifier.fontSize * size * 2) / type.figure.fontSize) / 2),
      lineHeight,
    },
  }
}

const widthOf = ({before, digits, after}: FigureParts, {figure, small}: FittedFigures, fonts: Fonts): number =>
  fonts.width(before, small) + fonts.width(digits, figure) + fonts.width(after, small)
