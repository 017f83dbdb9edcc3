import type {Colours} from '../../brand/index.js'

/** How one series is told from the next, in greyscale too. */
export interface Tone {
  fill: string
  /** So light that it needs an outline to be seen. */
  light: boolean
  /** Words on it are the paper's colour. */
  dark: boolean
}

/** Greys between ink and paper, dark to light; one series has the brand's own grey of bars. */
export function tonesOf(count: number, {ink, paper, bars}: Pick<Colours, 'ink' | 'paper' | 'bars'>): Tone[] {
  if (count === 1) return [{fill: bars, light: false, dark: false}]
  const last = count === 2 ? LIGHTEST_SEEN : count === 3 ? 0.74 : 0.82
  return Array.from({length: count}, (_, at) => {
    const share = DARKEST + ((last - DARKEST) * at) / (count - 1)
    return {fill: mixed(ink, paper, share), light: share > LIGHTEST_SEEN, dark: share < 0.5}
  })
}

/** Greys of lines, which need more contrast than fields. */
export const lineTonesOf = (count: number, {ink, paper}: Pick<Colours, 'ink' | 'paper'>): string[] =>
  Array.from({length: count}, (_, at) => mixed(ink, paper, count === 1 ? 0 : (0.5 * at) / (count - 1)))

const DARKEST = 0.12
/** Three to one against the paper. */
const LIGHTEST_SEEN = 0.52

/** How lines are told from each other beside their grey: solid, dashes, dots. */
const DASHES = [undefined, '4 2', '1 1.8', '7 2 1.5 2', '2.5 2.5', '9 3']

/** The dashes of a series' line; none for the first. */
export function dashOf(series: number): {strokeDasharray?: string} {
  const dash = DASHES[series % DASHES.length]
  return dash === undefined ? {} : {strokeDasharray: dash}
}

function mixed(from: string, to: string, share: number): string {
  const part = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  const channels = [1, 3, 5].map((at) => Math.round(part(from, at) + (part(to, at) - part(from, at)) * share))
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
