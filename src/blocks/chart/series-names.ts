import type {TextStyle} from '../../brand/index.js'
import {evenLines, type Setting} from '../../drawing/index.js'
import {spreadOut} from './keep-apart.js'

/** The names of series beside their last mark: lines of each, and the height of its first baseline. */
export interface SideNames {
  width: number
  lines: string[][]
}

const LEADING = 9

/** Names that stand at the right of the marks in at most two lines each; nothing where they would take too much of the chart. */
export function sideNames(names: readonly string[], most: number, style: TextStyle, setting: Pick<Setting, 'fonts'>): SideNames | undefined {
  const widthOf = (words: string) => setting.fonts.width(words, style)
  const lines = names.map((name) => (widthOf(name) <= most ? [name] : evenLines(setting, name, style, most)))
  const width = Math.max(...lines.flat().map(widthOf))
  return width > most || lines.some((parts) => parts.length > 2) ? undefined : {width, lines}
}

/** First baselines of names that want to stand at certain heights, none over another; nothing where one would stray too far. */
export function nameHeights({lines}: SideNames, wanted: readonly number[], room: {top: number; bottom: number}, astray = 16): number[] | undefined {
  const tallest = Math.max(...lines.map((parts) => parts.length))
  const gap = tallest * LEADING + (tallest > 1 ? 2 : 0)
  if (gap * (wanted.length - 1) > room.bottom - room.top) return undefined
  const middles = spreadOut(wanted, {gap, ...room})
  if (middles.some((middle, at) => Math.abs(middle - (wanted[at] ?? 0)) > astray)) return undefined
  return middles.map((middle, at) => middle + 2.7 - (((lines[at]?.length ?? 1) - 1) * LEADING) / 2)
}

export const NAME_LEADING = LEADING
