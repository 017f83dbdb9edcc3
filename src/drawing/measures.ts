import {pt, type TextStyle} from '../brand/index.js'
import type {Setting} from './setting.js'

/** Room at the right of ragged text: lines are chosen with squeezed word spaces and then get the font's own back. */
export const RAG = {body: 9, small: 4}

/** Distance from the top of a text's box to its first baseline: all spare leading stands below. */
export const firstBaseline = ({fonts}: Pick<Setting, 'fonts'>, style: TextStyle): number =>
  fonts.ascent(style.fontFamily) * style.fontSize

/** Padding that sets a smaller text's first baseline on that of its larger neighbour; never negative. */
export const dropTo = (setting: Pick<Setting, 'fonts'>, large: TextStyle, small: TextStyle): number =>
  pt(Math.max(0, firstBaseline(setting, large) - firstBaseline(setting, small)))
