import {type Diagnostic, warning} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import type {Quantity} from '../facts/index.js'
import {type Language, languageOf} from '../language/index.js'
import {type GridCell, type GridRead, gridsOf} from './grids.js'

/**
 * Totals that an author typed, against the sum of what stands beside them: a row, or a last column, named `Total`; and shares of one whole,
 * which make 100. Whole numbers add up exactly. Where digits were rounded away (shares, decimals, millions), each part and the
 * total may be off by half of its last digit.
 */
export function checkSums(edition: Edition): Diagnostic[] {
  const language = languageOf(edition.meta.language)
  return language ? gridsOf(edition).flatMap((grid) => [...columnsOf(grid, language), ...lastColumnOf(grid, language)]) : []
}

const TOTAL = /^(?:(?:grand|world|overall) )?totals?(?![\p{L}\d])|^(?:sum|ensemble|somme|totaux)(?![\p{L}\d])/iu

function columnsOf({rows, heads, value}: GridRead, language: Language): Diagnostic[] {
  const totals = rows.filter(([first]) => first && TOTAL.test(first.text))
  const [total] = totals
  const parts = rows.filter((row) => row !== total)
  const isSummed = 'variety' in value && value.variety === 'sum'
  if (totals.length > 1 || parts.length < 2) return []
  return heads.slice(1).flatMap((head, at) => {
    const cells = parts.map((row) => row[at + 1])
    const sum = sumOf(cells)
    if (!sum) return []
    const said = total?.[at + 1]
    if (said?.quantity) return compare(said, said.quantity, sum, `${sum.count} rows`, language)
    // The program adds up a column of `table: sum` itself: of shares, it can only be wrong by not making a whole.
    const areShares = sum.percent || /%|per cent|percent|pour cent/i.test(head.text)
    if (!isSummed || !areShares || Math.abs(sum.low - 100) <= sum.reach + EXACT) return []
    return [warning('checks/parts-do-not-sum', head.place, `These shares make ${written(sum, language)} together, and not 100`, 'Mend the part that is wrong, or add the one that is missing')]
  })
}

function lastColumnOf({rows, heads}: GridRead, language: Language): Diagnostic[] {
  const last = heads.at(-1)
  if (!last || heads.length < 4 || !TOTAL.test(last.text)) return []
  return rows.flatMap((row) => {
    const said = row[heads.length - 1]
    const sum = sumOf(row.slice(1, heads.length - 1))
    return said?.quantity && sum ? compare(said, said.quantity, sum, `${sum.count} columns before it`, language) : []
  })
}

/** Of adding in binary. */
const EXACT = 1e-6

interface Sum {
  low: number
  count: number
  /** How far rounding of the parts can carry it. */
  reach: number
  decimals: number
  percent: boolean
}

/** Nothing where a cell is no plain figure: "over 30" and a range cannot be added up. */
function sumOf(cells: readonly (GridCell | undefined)[]): Sum | undefined {
  const filled = cells.filter((cell) => cell && !/^[-–—]?$/u.test(cell.text))
  const quantities = filled.flatMap((cell) => (cell?.quantity && isPlain(cell.quantity) ? [cell.quantity] : []))
  if (quantities.length < 2 || quantities.length < filled.length) return undefined
  const percents = quantities.filter(({percent}) => percent).length
  if (percents > 0 && percents < quantities.length) return undefined
  return {
    low: quantities.reduce((sum, {low}) => sum + low, 0),
    count: quantities.length,
    reach: quantities.reduce((reach, quantity) => reach + reachOf(quantity), 0),
    decimals: Math.max(...quantities.map(({typedStep}) => Math.max(0, Math.round(-Math.log10(typedStep))))),
    percent: percents > 0,
  }
}

const isPlain = ({high, qualifier}: Quantity): boolean => high === undefined && qualifier === undefined

const reachOf = ({percent, typedStep}: Quantity): number => (percent || typedStep !== 1 ? typedStep / 2 : 0)

function compare(cell: GridCell, said: Quantity, sum: Sum, parts: string, language: Language): Diagnostic[] {
  const isAbout = said.qualifier === 'about' || said.qualifier === 'nearly'
  if ((said.qualifier !== undefined && !isAbout) || said.high !== undefined || (said.percent === true) !== sum.percent) return []
  const reach = sum.reach + (isAbout ? said.step / 2 : reachOf(said))
  if (Math.abs(said.low - sum.low) <= reach + EXACT) return []
  const more = reach > 0 ? ', which is more than rounding explains' : ''
  return [warning('checks/parts-do-not-sum', cell.place, `The total is \`${cell.text.replace(/[\u00a0\u202f]/g, ' ')}\` here, and the ${parts} make ${written(sum, language)}${more}`, 'Mend the part that is wrong, or the total')]
}

const written = ({low, decimals, percent}: Sum, {number}: Language): string => `\`${number(low, decimals).replace(/[\u00a0\u202f]/g, ' ')}${percent ? ' %' : ''}\``
