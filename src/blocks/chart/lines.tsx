import {scaleLinear} from 'd3-scale'
import {line} from 'd3-shape'
import {Fragment, type ReactNode} from 'react'
import {pt} from '../../brand/index.js'
import {shapes} from '../../drawing/index.js'
import {type ChartData, rangeOf} from './chart-data.js'
import {crosses, everyNth, keepApart, type LabelBox, type Point, touches} from './keep-apart.js'
import {LABEL, type LabelLook, SMALL} from './pen.js'
import type {Paper, Plot} from './plot.js'
import {NAME_LEADING, nameHeights, sideNames} from './series-names.js'
import {startsAboveZero, ticksOf} from './ticks.js'
import {dashOf, lineTonesOf} from './tones.js'

const {Circle, Path} = shapes

const HEADROOM = 16
const FOOT = 14
/** Between the axis and the first grid line of a scale that starts above nought. */
const BREAK = 16

/** Lines over years or other categories in order. A gap in the numbers is a gap in the line. */
export function linesPlot(data: ChartData, {width, height, pen, setting}: Paper): Plot {
  const {categories, series, highlight} = data
  const {colours} = pen
  const single = series.length === 1
  const tones = lineTonesOf(series.length, colours)
  const values = series.flatMap(({values: all}) => all.flatMap((number) => (number ? [number.value] : [])))
  const broken = startsAboveZero(values)
  const [least, most] = broken ? [Math.min(...values), Math.max(...values)] : rangeOf(series)
  const ticks = ticksOf([least, most], broken ? 3 : 4)
  // A broken scale begins a step below its first tick, so that no point lies under the break.
  const stepUp = (ticks.values[1] ?? most) - (ticks.values[0] ?? least)
  const floor = broken ? (ticks.values[0] === least ? least : (ticks.values[0] ?? least) - stepUp) : least
  const shownTicks = broken ? [floor, ...ticks.values.filter((value) => value > floor)] : ticks.values
  const tickWords = shownTicks.map((value) => pen.number({value, decimals: ticks.decimals, whole: 0n}))
  const inset = pt(Math.max(...tickWords.map((words) => pen.width(words))) + 7)

  const names = single ? undefined : sideNames(series.map(({name}) => name), width * 0.32, {...setting.look.type.source, fontSize: LABEL, fontWeight: 600}, setting)
  const right = names ? names.width + 8 : 6
  const axis = height - FOOT
  const y = scaleLinear().domain([floor, most]).range([axis - (broken ? BREAK : least < 0 ? HEADROOM : 0), HEADROOM])
  const x = positions(categories, inset + 3, width - right)
  const runs = series.map(({values: all}) => all.map((number, at): Point | undefined => (number ? [pt(x[at] ?? 0), pt(y(number.value))] : undefined)))
  const draw = line<Point | undefined>()
    .defined((point) => point !== undefined)
    .x((point) => point?.[0] ?? 0)
    .y((point) => point?.[1] ?? 0)

  const ends = runs.map((points) => points.findLast((point) => point !== undefined))
  const heights = names ? nameHeights(names, ends.map((end) => end?.[1] ?? axis), {top: HEADROOM - 8, bottom: axis - 4}) : undefined
  const legended = !single && heights === undefined
  const bottom = axisLabels(data, x, {pen, width, y: height - 2, left: inset})
  const numbers = numberLabels(data, runs, {pen, left: inset, right: heights ? width - right + 2 : width, top: 2, bottom: axis - 1})

  return {
    width: pt(width),
    height,
    named: !legended,
    marks: (
      <>
        {shownTicks.map((value, at) => (
          <Fragment key={value}>
            {value === 0 ? null : pen.across(y(value), inset, width - (heights ? right - 4 : 0), 'grid')}
            {pen.label(tickWords[at] ?? '', inset - 5, y(value) + 2.7, {anchor: 'end'})}
          </Fragment>
        ))}
        {pen.across(broken ? axis : y(Math.max(0, floor)), inset, width - (heights ? right - 4 : 0), 'axis')}
        {broken ? zigzag(inset, axis, y(floor), colours.ink) : null}
        {broken ? pen.label(pen.number({value: 0, decimals: 0, whole: 0n}), inset - 5, axis + 2.7, {anchor: 'end'}) : null}
        {numbers.map(({box}) => pen.ground(box))}
        {runs.map((points, at) => {
          const look = {stroke: tones[at] ?? colours.ink, strokeWidth: at === 0 && !single ? 1.6 : 1.2, ...dashOf(at)}
          return (
            <Fragment key={at}>
              <Path d={draw(points) ?? ''} fill="none" {...look} />
              {alone(points).map(([cx, cy]) => <Circle key={cx} cx={cx} cy={cy} r={1.4} fill={look.stroke} />)}
            </Fragment>
          )
        })}
        {runs.map((points, at) => {
          const special = points[categories.indexOf(highlight ?? '')]
          const dot = special ?? ends[at]
          return dot ? <Circle key={at} cx={dot[0]} cy={dot[1]} r={single || special ? 2.4 : 1.8} fill={special ? colours.accent : (tones[at] ?? colours.ink)} /> : null
        })}
        {numbers.map(({node}) => node)}
        {bottom}
        {heights
          ? names?.lines.flatMap((lines, at) => lines.map((words, part) => pen.label(words, width - right + 8, (heights[at] ?? 0) + part * NAME_LEADING, {bold: at === 0, fill: colours.ink})))
          : null}
      </>
    ),
  }
}

/** Years stand at their distance; all other categories at equal ones. */
function positions(categories: readonly string[], from: number, to: number): number[] {
  const years = categories.map(Number)
  const inOrder = categories.length > 1 && categories.every((name) => /^\d+$/.test(name)) && years.every((year, at) => at === 0 || year > (years[at - 1] ?? 0))
  const places = inOrder ? years : categories.map((_, at) => at)
  const scale = scaleLinear().domain([places[0] ?? 0, places.at(-1) ?? 1]).range([from, to])
  return places.map((place) => (categories.length === 1 ? (from + to) / 2 : scale(place)))
}

/** Two strokes across the foot of the scale: it does not start at nought. */
const zigzag = (x: number, axis: number, first: number, stroke: string): ReactNode => {
  const middle = (axis + first) / 2
  const path = `M${pt(x)} ${pt(axis)} V${pt(middle + 3)} L${pt(x - 2.2)} ${pt(middle + 1.5)} L${pt(x + 2.2)} ${pt(middle - 1.5)} L${pt(x)} ${pt(middle - 3)} V${pt(first)}`
  return <Path d={path} fill="none" stroke={stroke} strokeWidth={0.5} />
}

/** Points with a gap on either side: no line shows them. */
const alone = (points: readonly (Point | undefined)[]): Point[] =>
  points.flatMap((point, at) => (point && !points[at - 1] && !points[at + 1] ? [point] : []))

/** The author's choice at the axis, else all that fit, with both ends; the decisive one in the accent. */
function axisLabels({categories, labels, highlight}: ChartData, x: readonly number[], {pen, width, y, left}: Pick<Paper, 'pen' | 'width'> & {y: number; left: number}): ReactNode {
  const look = (at: number): LabelLook => ({anchor: 'middle', size: SMALL, ...(categories[at] === highlight ? {bold: true, fill: pen.colours.accent} : {})})
  const widths = categories.map((name, at) => pen.width(name, look(at)))
  const step = categories.length > 1 ? ((x.at(-1) ?? 0) - (x[0] ?? 0)) / (categories.length - 1) : width
  const last = categories.length - 1
  const named = labels ? categories.flatMap((name, at) => (labels.includes(name) || name === highlight ? [at] : [])) : everyNth(widths, step)
  // Where a line begins and ends is told in any case.
  const wanted = [...new Set([0, ...named, last])]
  const rank = (at: number) => (categories[at] === highlight ? 0 : labels?.includes(categories[at] ?? '') ? 1 : at === last ? 2 : at === 0 ? 3 : 4)
  const placed = wanted
    .sort((a, b) => rank(a) - rank(b) || b - a)
    .map((at) => {
      const half = (widths[at] ?? 0) / 2
      const middle = Math.max(left - 7 + half, Math.min(x[at] ?? 0, width - half))
      return {at, middle, box: pen.box(categories[at] ?? '', middle, y, look(at))}
    })
  return keepApart(placed).map(({at, middle}) => pen.label(categories[at] ?? '', middle, y, look(at)))
}

/** Numbers at the points the author names, where one of four places beside the point is free. */
function numberLabels(data: ChartData, runs: readonly (readonly (Point | undefined)[])[], {pen, left, right, top, bottom}: Pick<Paper, 'pen'> & {left: number; right: number; top: number; bottom: number}): {box: LabelBox; node: ReactNode}[] {
  const {categories, series, labels, highlight} = data
  const named = labels ?? (series.length === 1 ? [categories.at(-1) ?? ''] : [])
  const wanted = [...new Set([...(highlight === undefined ? [] : [highlight]), ...[...named].reverse()])]
  const taken: LabelBox[] = []
  const drawn: {box: LabelBox; node: ReactNode}[] = []
  for (const name of wanted) {
    const category = categories.indexOf(name)
    series.forEach(({values}, of) => {
      const number = values[category]
      const point = runs[of]?.[category]
      if (!number || !point) return
      const words = pen.number(number)
      const look: LabelLook = {bold: true, fill: name === highlight ? pen.colours.accent : pen.colours.ink}
      for (const place of placesAt(point, pen.width(words, look), {left, right})) {
        const box = pen.box(words, place[0], place[1], look)
        const free = box.left >= left - 1 && box.right <= right + 0.5 && box.top >= top && box.bottom <= bottom && !taken.some((one) => touches(one, box)) && !runs.some((points) => points.some((to, at) => runsThrough(box, points[at - 1], to)))
        if (!free) continue
        taken.push(box)
        drawn.push({box, node: pen.label(words, place[0], place[1], look)})
        break
      }
    })
  }
  return drawn
}

const runsThrough = (box: LabelBox, from: Point | undefined, to: Point | undefined): boolean => {
  const grown = {left: box.left - 1, right: box.right + 1, top: box.top - 1, bottom: box.bottom + 1}
  return to !== undefined && crosses(grown, from ?? to, to)
}

/** Above, below, at the right and the left of a point, nearest first; moved in where it would leave the chart. */
function placesAt([x, y]: Point, wide: number, {left, right}: {left: number; right: number}): Point[] {
  const middle = Math.max(left, Math.min(x - wide / 2, right - wide))
  return [
    [middle, y - 5.5],
    [middle, y + 11.5],
    [x + 5, y + 8],
    [x + 5, y - 2],
    [x - 4 - wide, y - 3],
    [x + 5, y + 2.7],
    [x - 5 - wide, y + 10],
  ]
}
