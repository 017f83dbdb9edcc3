import {scaleBand, scaleLinear} from 'd3-scale'
import {Fragment, type ReactNode} from 'react'
import {pt} from '../../brand/index.js'
import {evenLines, shapes} from '../../drawing/index.js'
import type {ChartData} from './chart-data.js'
import {everyNth, keepApart, type LabelBox} from './keep-apart.js'
import {LABEL, type LabelLook, SMALL} from './pen.js'
import type {Paper, Plot} from './plot.js'
import {NAME_LEADING, nameHeights, sideNames} from './series-names.js'
import {type Segment, segmentsOf, type Stacking} from './segments.js'
import {ticksOf} from './ticks.js'
import {tonesOf} from './tones.js'

const {Rect} = shapes

/** Bars take so much of the step from one to the next. */
const BAR = 0.62
/** Few columns are not made fat: the rest of the width stays empty. */
const WIDEST_STEP = 58
const HEADROOM = 14

/**
 * Columns, side by side or stacked, on a zero line. Where every column carries its number there is no scale; else few grid
 * lines. Nothing comes back where the names of categories do not fit under their columns: then they are drawn as bars.
 */
export function uprightPlot(data: ChartData, stacking: Stacking, {width, height, pen, setting}: Paper): Plot | undefined {
  const {categories, series, highlight} = data
  const {colours} = pen
  const {segments, range} = segmentsOf(series, stacking)
  const tones = tonesOf(series.length, colours)
  const bold = data.labels !== undefined
  const names = stacking === 'stacked' && series.length > 1 ? sideNames(series.map(({name}) => name), width * 0.3, {...setting.look.type.source, fontSize: LABEL}, setting) : undefined

  const ticks = ticksOf(range)
  const tickWords = ticks.values.map((value) => pen.number({value, decimals: ticks.decimals, whole: 0n}))
  const right = names ? names.width + 8 : 0
  const stepIn = (inset: number) => Math.min(WIDEST_STEP, (width - inset - right) / (categories.length - 1 + BAR + 2 * EDGE))
  // Direct numbers: one series, all wanted, and each fits over its column.
  const numbers = segments.map(({number}) => pen.number(number))
  const direct = stacking === 'grouped' && !bold && numbers.every((words) => pen.width(words, {bold: true}) <= (stepIn(0) / series.length) * (series.length > 1 ? BAR : 1) - 1.5)
  const inset = direct ? 0 : pt(Math.max(...tickWords.map((words) => pen.width(words))) + 5)
  const wanted = new Set(data.labels ?? (direct || stacking === 'stacked' ? categories : telling(data, range)))
  const step = stepIn(inset)
  const end = inset + step * (categories.length - 1 + BAR + 2 * EDGE)

  const under = categoryLabels(data, step, {pen, setting})
  if (!under) return undefined
  const foot = 4 + under.lines * 9.5
  const below = range[0] < 0 ? HEADROOM : 0
  const y = scaleLinear().domain(range).range([height - foot - below, HEADROOM])
  const x = scaleBand<number>().domain(categories.map((_, at) => at)).range([inset, end]).paddingInner(1 - BAR).paddingOuter(EDGE)
  const band = x.bandwidth()
  const share = stacking === 'grouped' ? band / series.length : band
  const leftOf = ({category, series: at}: Segment) => (x(category) ?? 0) + (stacking === 'grouped' ? share * at : 0)
  const accented = (category: number) => highlight !== undefined && categories[category] === highlight && series.length === 1

  const bars = segments.map((segment) => {
    const [from, to] = [pt(y(segment.from)), pt(y(segment.to))]
    const left = pt(leftOf(segment))
    const tone = tones[segment.series]
    const parted = series.length > 1 && stacking === 'grouped' ? 0.6 : 0
    return {segment, left, width: pt(share - parted), top: Math.min(from, to), height: pt(Math.abs(to - from)), tone}
  })

  // In a stack some numbers may be too high for their part; where one is too wide, none prints.
  const allFit = numbers.every((words) => pen.width(words) <= share - 2)
  const labels: {box: LabelBox; node: ReactNode; weight: number}[] = []
  for (const bar of bars) {
    const {segment, tone} = bar
    const {category, number} = segment
    const name = categories[category] ?? ''
    if (!wanted.has(name) && name !== highlight) continue
    const words = pen.number(number)
    const centre = bar.left + bar.width / 2
    if (stacking === 'stacked') {
      if (!allFit || bar.height < 10) continue
      const at = bar.top + bar.height / 2 + LABEL * 0.34
      labels.push({box: pen.box(words, centre, at, {anchor: 'middle'}), node: pen.over(words, centre, at, tone?.dark), weight: 1})
      continue
    }
    const look: LabelLook = {anchor: 'middle', bold: bold || name === highlight, fill: accented(category) ? colours.accent : colours.ink}
    const middle = within(centre, pen.width(words, look), width)
    const own = number.value < 0 ? bar.top + bar.height + 8.5 : bar.top - 3
    const over = bars.filter((other) => other !== bar && other.height > 0 && overlaps(pen.box(words, middle, own, look), other))
    // A number that would run over its higher neighbour does not print, unless it decides: then it stands above both.
    if (over.length > 0 && (name !== highlight || number.value < 0)) continue
    const at = Math.min(own, ...over.map(({top}) => top - 3))
    const box = pen.box(words, middle, at, look)
    labels.push({box, node: pen.label(words, middle, at, look), weight: weightOf(segment, data, range)})
  }
  const shown = stacking === 'stacked' ? labels : keepApart(labels.sort((a, b) => b.weight - a.weight))

  const lastBars = bars.filter(({segment}) => segment.category === categories.length - 1)
  const heights = names && lastBars.length === series.length ? nameHeights(names, lastBars.map(({top, height: tall}) => top + tall / 2), {top: HEADROOM, bottom: y(0)}) : undefined

  return {
    width: pt(width),
    height,
    named: series.length === 1 || heights !== undefined,
    marks: (
      <>
        {direct ? null : ticks.values.map((value, at) => (
          <Fragment key={value}>
            {value === 0 ? null : pen.across(y(value), inset, end, 'grid')}
            {pen.label(tickWords[at] ?? '', inset - 5, y(value) + 2.7, {anchor: 'end'})}
          </Fragment>
        ))}
        {direct || stacking === 'stacked' ? null : shown.map(({box}) => pen.ground(box))}
        {bars.map(({segment, tone, ...rect}, at) => (
          <Fragment key={at}>
            {pen.field({
              x: rect.left,
              y: rect.top,
              width: rect.width,
              height: rect.height,
              fill: accented(segment.category) ? colours.accent : (tone?.fill ?? colours.bars),
              ...(stacking === 'stacked' ? {stroke: colours.paper, strokeWidth: 0.7} : {}),
            })}
            {tone?.light ? outline(rect, colours.hair) : null}
          </Fragment>
        ))}
        {pen.across(y(0), inset, end, 'axis')}
        {shown.map(({node}) => node)}
        {missing(data, stacking).map(([category, at]) =>
          pen.label('–', (x(category) ?? 0) + share * (at + 0.5), y(0) - 2.5, {anchor: 'middle'}),
        )}
        {under.draw((category) => (x(category) ?? 0) + band / 2, height - foot + 11, width)}
        {heights
          ? names?.lines.flatMap((lines, at) => lines.map((words, line) => pen.label(words, end + 6, (heights[at] ?? 0) + line * NAME_LEADING, {fill: colours.ink})))
          : null}
      </>
    ),
  }
}

/** The middle of a label, moved in where it would be cut off at the edge of the drawing. */
const within = (middle: number, wide: number, width: number): number => Math.max(wide / 2, Math.min(middle, width - wide / 2))

/** Where not every number fits and nobody said which: the highest and the last, beside the decisive one. */
function telling({categories, series}: ChartData, [, most]: readonly [number, number]): string[] {
  const [only, more] = series
  if (!only || more) return []
  return categories.filter((_, at) => at === categories.length - 1 || only.values[at]?.value === most)
}

/** Outside the first and the last column, as a share of the step. */
const EDGE = 0.1

const overlaps = (box: LabelBox, bar: {left: number; width: number; top: number; height: number}) =>
  box.left < bar.left + bar.width && bar.left < box.right && box.top < bar.top + bar.height && bar.top < box.bottom

const outline = ({left, top, width, height}: {left: number; top: number; width: number; height: number}, stroke: string) =>
  height > 1 ? <Rect x={pt(left + 0.5)} y={pt(top + 0.5)} width={pt(width - 1)} height={pt(height - 1)} fill="none" stroke={stroke} strokeWidth={0.4} /> : null

/** The decisive number first, then the highest, the last, the first. */
function weightOf({category, number}: Segment, {categories, highlight}: ChartData, [, most]: readonly [number, number]): number {
  if (categories[category] === highlight) return 4
  if (number.value === most) return 3
  return category === categories.length - 1 ? 2 : category === 0 ? 1 : 0
}

/** Where a series has no number: a dash tells that from nought. In a stack nothing is seen to be missing. */
const missing = ({series}: ChartData, stacking: Stacking): [number, number][] =>
  stacking === 'stacked' ? [] : series.flatMap(({values}, at) => values.flatMap((value, category) => (value ? [] : [[category, at] as [number, number]])))

/** Names under the columns: all in one line, else in several; of years and the like every so-many-th. */
function categoryLabels({categories, labels, highlight}: ChartData, step: number, {pen, setting}: Pick<Paper, 'pen' | 'setting'>): {lines: number; draw(middle: (category: number) => number, y: number, width: number): ReactNode} | undefined {
  const look = (at: number): LabelLook => {
    const special = categories[at] === highlight
    return {anchor: 'middle', size: SMALL, bold: special, ...(special ? {fill: pen.colours.accent} : {})}
  }
  const widths = categories.map((name, at) => pen.width(name, look(at)))
  const all = categories.map((name) => [name])
  const draw = (lines: readonly string[][], wanted = categories.map((_, at) => at)) => (middle: (category: number) => number, y: number, width: number) => {
    const placed = wanted.map((at) => {
      const parts = lines[at] ?? []
      const centre = within(middle(at), Math.max(...parts.map((part) => pen.width(part, look(at)))), width)
      return {at, parts, centre, box: pen.box(parts[0] ?? '', centre, y, look(at))}
    })
    return keepApart(placed).flatMap(({at, parts, centre}) => parts.map((part, line) => pen.label(part, centre, y + line * 9, look(at))))
  }
  if (widths.every((width) => width <= step - 2)) return {lines: 1, draw: draw(all)}
  if (categories.every((name) => /\d/.test(name))) {
    const wanted = labels ? categories.flatMap((name, at) => (labels.includes(name) ? [at] : [])) : everyNth(widths, step)
    const decisive = highlight === undefined ? [] : [categories.indexOf(highlight)]
    return {lines: 1, draw: draw(all, [...new Set([...decisive, ...wanted.reverse()])])}
  }
  const style = {...setting.look.type.source, fontSize: SMALL}
  const wrapped = categories.map((name) => evenLines(setting, name, style, step - 3))
  const fits = wrapped.every((parts) => parts.length <= 3 && parts.every((part) => pen.width(part, {size: SMALL, bold: true}) <= step - 2))
  if (!fits) return undefined
  return {lines: Math.max(...wrapped.map((parts) => parts.length)), draw: draw(wrapped)}
}
