/**
 * What an element of a part is painted with, in its own coordinates, and for no file in particular: React-PDF paints it
 * once, and each page it stands on, of this paper or another, is stamped with it. Which codes its glyphs have, what its
 * fonts are called, and whose its marks are, each file says for itself.
 */
import {type GlyphRun, round, showGlyphs, standing} from './embedded-glyphs.js'
import {makeFlatStream} from './flat-stream.js'
import type {FontFace, Glyph} from './laid-out.js'
import type {Matrix} from './transformation.js'

/** A box in the coordinates that held when it was told. */
export interface Area {
  x: number
  y: number
  width: number
  height: number
}

/** What is told while something is painted: whose it is, where it leads. Coordinates are those of `matrix` within the stamp. */
export type Event =
  | {type: 'deed'; number: number; matrix: Matrix | undefined}
  | {type: 'text'}
  | {type: 'link'; area: Area; link: unknown; matrix: Matrix}
  | {type: 'destination'; name: string; x: number; y: number; matrix: Matrix}

/** What a file has a name of its own for. */
export type Named =
  | {type: 'codes'; face: FontFace; glyphs: readonly Glyph[]}
  | {type: 'face'; face: FontFace}
  | {type: 'opacity'; fill: number | null; stroke: number | null}
  /** Here something is painted: words, or shapes. */
  | {type: 'mark'; sort: Sort}

/** In a text, shapes are decoration. */
export type Sort = 'words' | 'shapes'

export interface Stamp {
  /** Operators as they stand, and between them what a file fills in, in the order of painting. */
  steps: readonly (string | Named | Event)[]
  /** Whether it may be stamped into other files: pictures and gradients are objects of the file they were painted in. */
  isPortable: boolean
}

/** Takes what is painted, until the stamp is finished. */
export interface Engraver {
  /** What pdfkit writes: one operator with its operands. */
  take(data: string): void
  glyphs(face: FontFace, run: GlyphRun): void
  opacity(fill: number | null, stroke: number | null): void
  happen(event: Event): void
  finish(): Stamp
}

const PATH = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're'])
const PAINT = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'])

/** Whether an operator with its operands paints something. */
export const paints = (data: string): boolean => PAINT.has(operatorOf(data)) || ['BT', 'Do', 'sh'].includes(operatorOf(data))

const operatorOf = (data: string): string => data.slice(data.lastIndexOf(' ') + 1)

/** Stands in the operators around the number of what is filled in. No operand holds it. */
const FILL = '\u0001'

export function engrave(): Engraver {
  const steps: (string | Named | Event)[] = []
  const filled: Named[] = []
  const numbers = new Map<string | FontFace, number>()
  let text = ''
  const step = (one: Named | Event) => {
    if (text !== '') steps.push(text)
    text = ''
    steps.push(one)
  }
  const write = (data: string) => {
    if (data.includes(FILL)) {
      for (const [at, part] of data.split(FILL).entries()) {
        const one = at % 2 === 1 && filled[Number(part)]
        if (one) step(one)
        else text += part
      }
    } else text += data
    text += '\n'
  }
  const stream = makeFlatStream(write)
  let isPortable = true
  /** pdfkit sets colours between a path and its painting, where no operator may stand: the path waits. */
  let path: string[] = []
  let inText = false

  const fill = (one: Named): string => `${FILL}${filled.push(one) - 1}${FILL}`
  /** The same thing under the same number: what stands in the state is compared. */
  const fillOnce = (key: string | FontFace, one: Named): string => {
    const number = numbers.get(key) ?? filled.push(one) - 1
    numbers.set(key, number)
    return `${FILL}${number}${FILL}`
  }
  const paint = (sort: Sort, data: string) => {
    stream.settle()
    step({type: 'mark', sort})
    for (const data of path) write(data)
    path = []
    write(data)
  }
  const take = (data: string) => {
    const operator = operatorOf(data)
    if (inText) {
      write(data)
      if (operator === 'ET') inText = false
    } else if (PATH.has(operator)) path.push(data)
    else if (PAINT.has(operator)) paint('shapes', data)
    else if (operator === 'BT' || operator === 'Do' || operator === 'sh') {
      paint('words', data)
      inText = operator === 'BT'
    } else if (operator === 'n') {
      for (const one of [...path, data]) stream.state(one)
      path = []
    } else stream.state(data)
  }

  return {
    take(data) {
      if (/^\/(?!Device)/.test(data)) isPortable = false
      take(data)
    },
    glyphs(face, run) {
      take('BT')
      take(standing(run.left, run.top))
      take(`/${fillOnce(face, {type: 'face', face})} ${round(run.size)} Tf`)
      for (const data of showGlyphs(run, face.unitsPerEm, (glyphs) => fill({type: 'codes', face, glyphs}))) take(data)
      take('ET')
    },
    opacity(fillOpacity, strokeOpacity) {
      take(`/${fillOnce(`${fillOpacity} ${strokeOpacity}`, {type: 'opacity', fill: fillOpacity, stroke: strokeOpacity})} gs`)
    },
    happen(event) {
      step(event)
    },
    finish() {
      stream.end()
      if (text !== '') steps.push(text)
      return {steps, isPortable}
    },
  }
}
