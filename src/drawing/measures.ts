import {pt, type TextStyle} from '../brand/index.js'
import type {Setting} from './setting.js'

/**
 * Room at the right of ragged text in a box of a width: lines are chosen with word spaces squeezed by up to a third, and
 * then get the font's own back. Spaces are about a twelfth of a line.
 */
export const ragOf = (width: number): number => pt(Math.max(2, width * 0.028))

/** Distance from the top of a text's box to its first baseline: all spare leading stands below. */
export const firstBaseline = ({fonts}: Pick<Setting, 'fonts'>, style: TextStyle): number =>
  fonts.ascent(style.fontFamily) * style.fontSize

/** Padding that sets a smaller text's first baseline on that of its larger neighbour; never negative. */
export const dropTo = (setting: Pick<Setting, 'fonts'>, large: TextStyle, small: TextStyle): number =>
  pt(Math.max(0, firstBaseline(setting, large) - firstBaseline(setting, small)))
