import {scaleLinear} from 'd3-scale'
import {Fragment} from 'react'
import {pt} from '../../brand/index.js'
import {evenLines, shapes} from '../../drawing/index.js'
import type {ChartData} from './chart-data.js'
import {LABEL, type LabelLook} from './pen.js'
import type {Paper, Plot} from './plot.js'
import {segmentsOf, type Stacking} from './segments.js'
import {ticksOf} from './ticks.js'
import {tonesOf} from './tones.js'

const {Rect} = shapes

const BAR = 0.62
const LEADING = 9.5
/** Of the numbers of a scale. */
const FOOT = 15
/** Names take at most this share of the width; longer ones go on in the next line. */
const MOST_NAME = 0.42

/** Bars from the left, one under the other: the form for names. Every bar carries its number, or few grid lines tell it. */
export function sidewaysPlot(data: ChartData, stacking: Stacking, {width, height: most, pen, setting}: Paper): Plot {
  const {categories, series, highlight, labels} = data
  const {colours} = pen
  const {segments, range} = segmentsOf(series, stacking)
  const tones = tonesOf(series.length, colours)
  const single = series.length === 1
  const nameStyle = {...setting.look.type.source, fontSize: LABEL}
  const names = categories.map((name) => (pen.width(name, {bold: true}) <= width * MOST_NAME ? [name] : evenLines(setting, name, nameStyle, width * MOST_NAME)))
  const inset = pt(Math.max(0, ...names.flat().map((part) => pen.width(part, {bold: highlight !== undefined}))) + 7)

  const perBar = stacking === 'stacked' || single ? (categories.length <= (single ? 8 : 16) ? 17.5 : 14) : Math.max(14, series.length * 9 + 7)
  const wanted = names.map((parts) => Math.max(perBar, parts.length * LEADING + 5))
  // A chart never splits: many bars stand closer, as long as their names do not touch.
  const squeeze = Math.min(1, (most - FOOT) / sum(wanted))
  const crowded = !single && stacking === 'grouped' && squeeze < 0.85
  const direct = stacking === 'grouped' && !labels && !crowded
  const foot = direct ? 1 : FOOT
  const pitches = wanted.map((pitch, at) => pt(Math.max(pitch * squeeze, (names[at]?.length ?? 1) * LEADING)))
  const tops = pitches.map((_, at) => pt(sum(pitches.slice(0, at))))
  const bottom = pt(sum(pitches))

  const numberWidth = (negative: boolean) =>
    Math.max(0, ...segments.filter(({number}) => number.value < 0 === negative).map(({number}) => pen.width(pen.number(number), {bold: true}) + 4))
  const ticks = ticksOf(range, Math.max(2, Math.min(4, Math.floor((width - inset) / 45))))
  const tickWords = ticks.values.map((value) => pen.number({value, decimals: ticks.decimals, whole: 0n}))
  const lastTick = direct ? 0 : pen.width(tickWords.at(-1) ?? '') / 2
  const right = stacking === 'stacked' ? lastTick : Math.max(range[1] > 0 ? numberWidth(false) : 0, lastTick)
  const x = scaleLinear().domain(range).range([inset + (range[0] < 0 ? numberWidth(true) : 0.25), width - right - 1])

  return {
    width: pt(width),
    height: pt(bottom + foot),
    named: single,
    marks: (
      <>
        {direct ? null : ticks.values.map((value, at) => (
          <Fragment key={value}>
            {value === 0 ? null : pen.upright(x(value), 0, bottom, 'grid')}
            {pen.label(tickWords[at] ?? '', x(value), bottom + 10, {anchor: 'middle'})}
          </Fragment>
        ))}
        {names.map((parts, category) => {
          const special = categories[category] === highlight
          const middle = (tops[category] ?? 0) + (pitches[category] ?? 0) / 2
          return parts.map((part, line) =>
            pen.label(part, 0, middle + 2.7 + (line - (parts.length - 1) / 2) * LEADING, {bold: special, fill: special ? colours.accent : colours.ink}),
          )
        })}
        {segments.map((segment, at) => {
          const {category, series: of, number} = segment
          const special = categories[category] === highlight
          const accent = special && single
          const tone = tones[of]
          const thick = pt(Math.min(pitches[category] ?? 0, perBar) * (series.length > 1 && stacking === 'grouped' ? 0.74 : BAR))
          const share = stacking === 'grouped' ? thick / series.length : thick
          const top = pt((tops[category] ?? 0) + ((pitches[category] ?? 0) - thick) / 2 + (stacking === 'grouped' ? share * of : 0))
          const [from, to] = [pt(x(segment.from)), pt(x(segment.to))]
          const rect = {x: Math.min(from, to), y: top, width: pt(Math.abs(to - from)), height: pt(share - (stacking === 'grouped' && !single ? 0.6 : 0))}
          const words = pen.number(number)
          const shown = !crowded && (!labels || labels.includes(categories[category] ?? '') || special)
          const inside = stacking === 'stacked'
          const look: LabelLook = inside
            ? {anchor: 'middle'}
            : {anchor: number.value < 0 ? 'end' : 'start', bold: special || labels !== undefined, fill: accent ? colours.accent : colours.ink}
          const at2 = inside ? rect.x + rect.width / 2 : number.value < 0 ? rect.x - 3 : rect.x + rect.width + 3
          const fits = !inside || (pen.width(words) <= rect.width - 3 && rect.height >= 8)
          return (
            <Fragment key={at}>
              {pen.field({...rect, fill: accent ? colours.accent : (tone?.fill ?? colours.bars), ...(inside ? {stroke: colours.paper, strokeWidth: 0.7} : {})})}
              {tone?.light && rect.width > 1 ? (
                <Rect x={pt(rect.x + 0.3)} y={pt(rect.y + 0.3)} width={pt(rect.width - 0.6)} height={pt(rect.height - 0.6)} fill="none" stroke={colours.hair} strokeWidth={0.4} />
              ) : null}
              {!shown || !fits ? null : inside ? pen.over(words, at2, rect.y + rect.height / 2 + 2.7, tone?.dark) : pen.label(words, at2, rect.y + rect.height / 2 + 2.7, look)}
            </Fragment>
          )
        })}
        {stacking === 'grouped' && single
          ? series[0]?.values.map((value, category) => (value ? null : pen.label('–', x(0) + 3, (tops[category] ?? 0) + (pitches[category] ?? 0) / 2 + 2.7)))
          : null}
        {pen.upright(x(0), 0, bottom, 'axis')}
      </>
    ),
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
