import {leadingOf, type TextStyle} from '../brand/index.js'
import type {Setting} from './setting.js'

/** A title in the size it is set in, line by line. */
export interface SetTitle {
  style: TextStyle
  lines: string[]
}

/**
 * The largest of the sizes at which a title takes two lines at most; at the smallest it takes what it needs. Lines are
 * the fewest that fit, as even as they go. A colon ends a line where both halves fit, if need be one size smaller.
 */
export function setTitle({fonts}: Pick<Setting, 'fonts'>, title: string, style: TextStyle, width: number, sizes: readonly number[]): SetTitle {
  const bound = bindLast(title)
  const tries = (sizes.length > 0 ? sizes : [style.fontSize]).map((fontSize) => {
    const sized = {...style, fontSize, lineHeight: `${leadingOf(fontSize)}pt`}
    return {style: sized, lines: balance(bound, width, (text) => fonts.width(text, sized))}
  })
  const at = tries.findIndex(({lines}) => lines.length <= 2)
  const smaller = tries[at + 1]
  const found = tries[at] ?? tries.at(-1) ?? {style, lines: [title]}
  return at >= 0 && found.lines.length === 2 && smaller && !endsInColon(found) && endsInColon(smaller) ? smaller : found
}

const endsInColon = ({lines}: SetTitle): boolean => lines.length === 2 && lines[0]?.endsWith(':') === true

/** Words of one style over the fewest lines that fit, as even as they go. */
export const evenLines = ({fonts}: Pick<Setting, 'fonts'>, words: string, style: TextStyle, width: number): string[] =>
  balance(bindLast(words), width, (text) => fonts.width(text, style))

/** A short last word never stands alone in its line. */
export const bindLast = (text: string): string => text.replace(/ (\S{1,9})$/u, '\u00a0$1')

function balance(title: string, width: number, widthOf: (text: string) => number): string[] {
  const halves = title.split(/(?<=:) /)
  if (halves.length === 2 && widthOf(title) > width && halves.every((half) => widthOf(half) <= width)) return halves
  const words = title.split(' ')
  const linesWithin = (limit: number): string[] => {
    const lines: string[] = []
    for (const word of words) {
      const last = lines.at(-1)
      if (last !== undefined && widthOf(`${last} ${word}`) <= limit) lines[lines.length - 1] = `${last} ${word}`
      else lines.push(word)
    }
    return lines
  }
  const fewest = linesWithin(width).length
  let narrow = 0
  let wide = width
  while (wide - narrow > 1) {
    const middle = (narrow + wide) / 2
    const lines = linesWithin(middle)
    if (lines.length <= fewest && lines.every((line) => widthOf(line) <= width)) wide = middle
    else narrow = middle
  }
  return linesWithin(wide)
}
