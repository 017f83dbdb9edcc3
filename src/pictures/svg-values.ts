/** Why something of a drawing would not print as it looks on a screen. */
export interface Refusal {
  what: string
  hint: string
}

/** Deeds that mend most drawings. */
export const PLAIN = 'Export it again as plain SVG'
export const RASTER = 'Take it out, or save the drawing as PNG'

const GEOMETRY = new Set([
  'x', 'y', 'dx', 'dy', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'fx', 'fy', 'r', 'rx', 'ry', 'width', 'height', 'offset', 'font-size', 'letter-spacing',
  'stroke-width', 'stroke-miterlimit', 'stroke-dashoffset',
])
/** In units of the drawing; gradients also count in shares of what they fill. */
const MEASURE = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,2})?(?:px|%)?$/i
const NUMBER = '[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[-+]?\\d+)?'
const NUMBERS = new RegExp(NUMBER, 'gi')

const COLOUR = '#(?:[\\da-f]{3,4}|[\\da-f]{6}|[\\da-f]{8})|(?:rgb|hsl)a?\\([\\d\\s.,%/deg-]+\\)'
const NAME = '(?!current|context|inherit|initial|unset|revert)[a-z]+'
const PAINT = new RegExp(`^(?:${COLOUR}|${NAME}|url\\(\\s*["']?#[^)]*\\))$`, 'i')
/** A stop of a gradient has a colour by its numbers: one by a wrong name would stop the engine. */
const STOP = /^(?:#(?:[\da-f]{3}|[\da-f]{6})|rgb\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*\)|black|white)$/i

/** Numbers that each way of moving takes. */
const MOVES: Record<string, readonly number[]> = {matrix: [6], translate: [1, 2], scale: [1, 2], rotate: [1, 3], skewx: [1], skewy: [1]}

/** Holds the value of an attribute against what the engine reads: what it misreads it draws wrong, or stops at. */
export function troubleOfValue(key: string, typed: string): Refusal | undefined {
  const value = typed.trim()
  const wrong = (what: string): Refusal => ({what: `has \`${key}="${value.slice(0, 40)}"\`, ${what}`, hint: PLAIN})
  if (GEOMETRY.has(key)) return MEASURE.test(value) ? tooLarge(value) : wrong('which is no number')
  switch (key) {
    case 'd':
      return tooLarge(value)
    case 'points':
      return /[^\s,]/.test(value.replace(NUMBERS, ' ')) ? wrong('which are no points') : tooLarge(value)
    case 'transform':
    case 'gradientTransform':
      return areMoves(value) ? tooLarge(value) : wrong('which does not say how it is moved')
    case 'opacity':
    case 'fill-opacity':
    case 'stroke-opacity':
    case 'stop-opacity':
      return /^(?:0?\.\d+|0|1|[01]\.\d*)$/.test(value) && Number(value) <= 1 ? undefined : wrong('which is no share between `0` and `1`')
    case 'stroke-dasharray':
      if (value === 'none' || value.split(/[\s,]+/).every((dash) => MEASURE.test(dash) && Number(dash) > 0)) return undefined
      return wrong('which are no lengths above zero')
    case 'fill':
    case 'stroke':
      return PAINT.test(value) ? undefined : {...wrong('which is no colour of its own'), hint: 'Write the colour, such as `#1C1B1A`'}
    case 'stop-color':
      return STOP.test(value) ? undefined : {...wrong('which is no colour of a gradient'), hint: 'Write the colour as `#RRGGBB`'}
    case 'display':
    case 'visibility':
      return /^(?:none|hidden|collapse)$/.test(value) ? {what: 'hides a part, which would print', hint: 'Delete the hidden part'} : undefined
    case 'filter':
    case 'mask':
      return value === 'none' ? undefined : {what: `uses a ${key}, which does not print`, hint: RASTER}
    default:
      return undefined
  }
}

const tooLarge = (value: string): Refusal | undefined =>
  (value.match(NUMBERS) ?? []).some((number) => Math.abs(Number(number)) >= 1e7) ? {what: 'holds numbers that are too large to draw', hint: PLAIN} : undefined

function areMoves(value: string): boolean {
  let moves = 0
  const rest = value.replace(/([a-z]+)\(([^()]*)\)/gi, (move, name: string, written: string) => {
    const numbers = written.trim().split(/\s*,\s*|\s+/)
    const right = MOVES[name.toLowerCase()]?.includes(numbers.length) && numbers.every((number) => new RegExp(`^${NUMBER}$`, 'i').test(number))
    moves++
    return right ? ' ' : move
  })
  return moves > 0 && !/[^\s,]/.test(rest)
}
