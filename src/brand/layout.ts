import type {BrandLayout} from './brand.js'
import type {BrandFile} from './brand-file.js'
import {mm} from './look.js'
import {readLength} from './values.js'

/** How the brand's papers are laid out; what it leaves open is as in the bar or the letterhead that comes with the program. */
export function layoutOf({typography, defaults}: BrandFile): BrandLayout {
  const ours = defaults?.demarche ?? {}
  const masthead = ours.masthead ?? 'bar'
  const bar = masthead === 'bar'
  const body = ours.body ?? standardBody(typography?.base) ?? {size: 10, leading: 14}
  return {
    paper: ours.paper ?? 'A4',
    masthead,
    marginColumn: ours.margin_column ?? bar,
    measure: ours.measure ?? mm(bar ? 166 : 142),
    justified: ours.justify ?? false,
    numberedParagraphs: ours.numbered_paragraphs ?? false,
    titleSizes: [...(ours.title_sizes ?? (bar ? [28, 25, 21] : [21, 17.5]))].sort((a, b) => b - a),
    body,
    lead: ours.lead ?? {size: body.size + 2, leading: body.leading + 3.5},
    locator: ours.locator ?? 'map',
    footAsOf: ours.foot_as_of ?? true,
    marking: {
      where: ours.marking?.where ?? 'head-and-foot',
      align: ours.marking?.align ?? (bar ? 'right' : 'center'),
      size: ours.marking?.size ?? 8,
    },
  }
}

/** The standard's own `size` and `line-height`, where they are of a size that prints. */
function standardBody(base: NonNullable<BrandFile['typography']>['base']): BrandLayout['body'] | undefined {
  if (!base || !('size' in base) || typeof base.size !== 'string') return undefined
  const size = readLength(base.size)
  if (size === undefined || size < 10 || size > 20) return undefined
  const factor = 'line-height' in base ? Number(base['line-height']) : 1.4
  return {size, leading: Math.round(size * (factor >= 1 && factor <= 2 ? factor : 1.4) * 2) / 2}
}
