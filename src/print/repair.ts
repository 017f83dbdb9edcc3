/**
 * Repairs on what is laid out, before it stands on a page. React-PDF squeezes the word spaces of ragged lines, opens the
 * letters of justified ones, and adds a hyphen after a word's own.
 */
import {type Glyph, isSpace, type LaidLine, type LaidNode, type LaidRun} from './laid-out.js'
import {restoreCharacters} from './own-characters.js'

const HYPHEN = 0x2d
const SOFT_HYPHEN = 0xad

/** Mends a text in place, once: where it is code or an address, no hyphen was meant. */
export function repair(text: LaidNode, {isCode}: {isCode: boolean}): void {
  text.lines?.forEach((line, at) => {
    // Before a hyphen goes: the engine counted it.
    const full = isFull(line)
    markHyphen(text, line, text.lines?.[at + 1], isCode)
    setSpaces(line, full)
  })
  restoreCharacters(text)
}

/**
 * A hyphen at a line's end is either the word's own, then a second one is dropped; or it was put into an address or code,
 * where it would be read as part of it, and is dropped; or hyphenation put it there, then it reads as a soft hyphen: who
 * copies the text gets the word whole.
 */
function markHyphen(node: LaidNode, line: LaidLine, next: LaidLine | undefined, isCode: boolean): void {
  const run = line.runs.findLast((one) => one.glyphs?.length)
  const glyph = run?.glyphs?.at(-1)
  if (!run?.glyphs || !glyph?.codePoints.includes(HYPHEN) || !next || !line.string.endsWith('-')) return
  const source = textOf(node).replaceAll('\u00ad', '')
  const [tail, head] = [line.string.slice(-9, -1), next.string.slice(0, 8)]
  const isOwn = source.includes(`${tail}-${head}`)
  const isAdded = source.includes(tail + head)
  if (isOwn || !isAdded) return
  if (tail.endsWith('-') || isCode || isAddress(source, tail + head)) {
    dropLast(run, line)
    return
  }
  run.glyphs = [...run.glyphs.slice(0, -1), withCodePoints(glyph, [SOFT_HYPHEN])]
  line.string = `${line.string.slice(0, -1)}\u00ad`
}

function dropLast(run: LaidRun, line: LaidLine): void {
  const last = run.positions?.at(-1)?.xAdvance ?? 0
  run.glyphs = run.glyphs?.slice(0, -1) ?? []
  run.positions = run.positions?.slice(0, -1) ?? []
  run.end -= 1
  run.xAdvance -= last
  line.xAdvance -= last
  line.string = line.string.slice(0, -1)
}

/** Whether a place in a text lies within a web or mail address. */
function isAddress(text: string, around: string): boolean {
  const at = text.indexOf(around) + around.length / 2
  const word = `${/\S*$/.exec(text.slice(0, at))?.[0] ?? ''}${/^\S*/.exec(text.slice(at))?.[0] ?? ''}`
  return /[/@]|\w\.\w+\.\w/.test(word)
}

/** The same glyph standing for other characters: fontkit shares glyph objects between all texts. */
const withCodePoints = (glyph: Glyph, codePoints: number[]): Glyph =>
  Object.create(glyph, {codePoints: {value: codePoints, enumerable: true}}) as Glyph

const textOf = (node: LaidNode): string =>
  typeof (node as {value?: unknown}).value === 'string'
    ? String((node as {value?: unknown}).value)
    : (node.children ?? []).map(textOf).join('')

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const advanceOf = (run: LaidRun) => sum((run.positions ?? []).map((position) => position.xAdvance))
const widthOf = (line: LaidLine) => sum(line.runs.map(advanceOf))

/** A justified line that the engine drew out to the measure: all but a paragraph's last. */
const isFull = (line: LaidLine): boolean => line.runs[0]?.attributes.align === 'justify' && Math.abs(widthOf(line) - line.box.width) < 1

/** Ragged lines get the font's own spaces back; justified lines take up the slack in their spaces alone. */
function setSpaces(line: LaidLine, full: boolean): void {
  const natural = line.runs.map((run) => naturalAdvances(run, line.string))
  const before = widthOf(line)
  const align = line.runs[0]?.attributes.align
  if (natural.some((run) => run === undefined)) return
  line.runs.forEach((run, at) => {
    run.positions = (run.positions ?? []).map((position, k) => ({...position, xAdvance: natural[at]?.[k] ?? position.xAdvance}))
  })
  const after = widthOf(line)
  if (full) {
    const trailing = line.string.length - line.string.trimEnd().length
    const spaces = line.runs.flatMap((run) => (run.positions ?? []).filter((_, k) => isSpace(run.glyphs?.[k])))
    const inner = trailing ? spaces.slice(0, -trailing) : spaces
    // The box is wider than the measure by the space at the line's end, which hangs out of it.
    for (const space of inner) space.xAdvance += (line.box.width - after) / inner.length
  } else if (align === 'center' || align === 'right') {
    line.box.x -= (after - before) * (align === 'center' ? 0.5 : 1)
  }
  for (const run of line.runs) run.xAdvance = advanceOf(run)
  line.xAdvance = widthOf(line)
  moveRules(line)
}

/** What the engine keeps beside the runs of a line: rules under and through its words, in the order of the runs. */
interface Ruled extends LaidLine {
  decorationLines?: {rect: {x: number; width: number}}[]
  overflowLeft?: number
}

/** Rules under and through words go where their words went; none is drawn under the space at a line's end. */
function moveRules(line: Ruled): void {
  const rules = [...(line.decorationLines ?? [])]
  let x = line.overflowLeft ?? 0
  for (const run of line.runs) {
    const {underline, strike} = run.attributes as {underline?: boolean; strike?: boolean} // laid out by the engine, and of no other use to us
    const width = advanceOf(run)
    const glyphs = run.glyphs ?? []
    const last = run === line.runs.at(-1) ? glyphs.findLastIndex((glyph) => !isSpace(glyph)) + 1 : glyphs.length
    const trailing = sum((run.positions ?? []).slice(last).map(({xAdvance}) => xAdvance))
    for (const {rect} of rules.splice(0, Number(underline ?? false) + Number(strike ?? false))) {
      rect.x = x
      rect.width = width - trailing
    }
    x += width
  }
}

/** The advances the font itself gives, and those of inline pictures as they are; nothing for tracked text, where they cannot be told. */
function naturalAdvances(run: LaidRun, text: string): number[] | undefined {
  const {font, fontSize, characterSpacing, features, attachment} = run.attributes
  const face = font?.[0]
  if (!run.positions || !run.glyphs) return []
  if (attachment) return run.positions.map(({xAdvance}) => xAdvance)
  if (!face?.layout || characterSpacing) return undefined
  const {positions} = face.layout(text.slice(run.start, run.end).replaceAll('\u00ad', '-'), features)
  if (positions.length !== run.positions.length) return undefined
  return positions.map((position) => (position.xAdvance * fontSize) / face.unitsPerEm)
}
