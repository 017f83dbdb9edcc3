import type {GlyphRun, OwnFont} from './embedded-glyphs.js'
import type {FontFace, LaidNode} from './laid-out.js'
import {withCharacters} from './own-characters.js'
import {type Engraver, engrave, type Event, type Named, paints, type Stamp} from './stamp.js'
import type {Painting, Stamped} from './tags/tag-layout.js'
import type {Tagger} from './tags/tagger.js'
import {type Matrix, product, within, written} from './transformation.js'

/** What stamping asks of the file. */
export interface StampedFile {
  tagger: Pick<Tagger, 'mark' | 'unmark' | 'aimAtText' | 'link'>
  /** The transformation that holds now. */
  here(): Matrix
  /** Does a deed as if another held. */
  at(matrix: Matrix, deed: () => void): void
  /** Adds to the stream of the page that is being painted. */
  write(bytes: Uint8Array): void
  fontOf(face: FontFace): OwnFont
  /** The font's name on the page that is being painted. */
  nameOfFont(face: FontFace): string
  nameOfOpacity(fill: number | null, stroke: number | null): string
  /** Told of what is painted outside all parts, and would be lost. */
  lost(): void
  /** Gives a point a name that links lead to. */
  name(destination: string, x: number, y: number): void
}

/** What the renderer paints goes into a stamp, and the page is stamped with it. */
export interface Stamping extends Painting {
  /** What pdfkit writes: one operator with its operands. What stands outside all parts is the state around them, that their own corner says. */
  take(data: string): void
  /** The words that come next are the text's own, until a link says otherwise. */
  text(): void
  link(x: number, y: number, width: number, height: number, link: unknown): void
  glyphs(face: FontFace, run: GlyphRun): void
  opacity(fill: number | null, stroke: number | null): void
  destination(name: string, x: number, y: number): void
}

/** An element of a part while it is painted: the stamp that becomes of it, and where it stands on the page. */
interface Open {
  one: Stamped
  engraver: Engraver
  corner: Matrix
}

/** `stamps` are those of elements that were painted before, for this file or another; new ones are put there. */
export function makeStamping(file: StampedFile, stamps: WeakMap<LaidNode, Stamp>): Stamping {
  let open: Open | undefined

  /** The transformation that holds now, within the element of a part that is being painted. */
  const here = ({corner}: Open): Matrix => within(file.here(), corner)

  return {
    beginStamp(one) {
      const corner: Matrix = [...file.here()]
      const known = one.whole && stamps.get(one.whole)
      if (known) press(known, {one, corner})
      else open = {one, corner, engraver: engrave()}
      return known === undefined
    },
    deed(number, {placed}) {
      if (open) open.engraver.happen({type: 'deed', number, matrix: placed ? here(open) : undefined})
    },
    whisper({words, face, size, x, y}) {
      if (!open) return
      const {engraver} = open
      const {glyphs, positions} = face.layout(words)
      const scale = size / face.unitsPerEm
      engraver.take('q')
      engraver.take('3 Tr') // neither filled nor stroked
      engraver.glyphs(face, {glyphs: withCharacters(glyphs, words), positions: positions.map(({xAdvance}) => ({xAdvance: xAdvance * scale})), size, left: x, top: y})
      engraver.take('Q')
    },
    endStamp() {
      if (!open) throw new Error('Nothing is being painted')
      const {one, engraver, corner} = open
      open = undefined
      const stamp = engraver.finish()
      if (stamp.isPortable && one.whole) stamps.set(one.whole, stamp)
      press(stamp, {one, corner})
    },
    take(data) {
      if (open) open.engraver.take(data)
      else if (paints(data)) file.lost()
    },
    text() {
      open?.engraver.happen({type: 'text'})
    },
    link(x, y, width, height, link) {
      if (open) open.engraver.happen({type: 'link', area: {x, y, width, height}, link, matrix: here(open)})
    },
    glyphs(face, run) {
      if (open) open.engraver.glyphs(face, run)
      else file.lost()
    },
    opacity(fill, stroke) {
      open?.engraver.opacity(fill, stroke)
    },
    destination(name, x, y) {
      if (open) open.engraver.happen({type: 'destination', name, x, y, matrix: here(open)})
      else file.name(name, x, y)
    },
  }

  /** Puts a stamp on the page that is being painted. */
  function press({steps}: Stamp, {one, corner}: Pick<Open, 'one' | 'corner'>): void {
    let data = `q\n${written(corner)}\n`
    for (const step of steps) {
      if (typeof step === 'string') data += step
      else if (isEvent(step)) happen(step, one, corner)
      else data += nameOf(step)
    }
    file.write(Buffer.from(`${data}${file.tagger.unmark()}Q\n`, 'latin1'))
  }

  function happen(event: Event, {deeds}: Stamped, corner: Matrix): void {
    const deed = () => {
      if (event.type === 'text') file.tagger.aimAtText()
      else if (event.type === 'deed') deeds[event.number]?.()
      else if (event.type === 'link') file.tagger.link(event.area.x, event.area.y, event.area.width, event.area.height, event.link)
      else file.name(event.name, event.x, event.y)
    }
    if (event.type === 'text' || !event.matrix) deed()
    else file.at(product(event.matrix, corner), deed)
  }

  function nameOf(one: Named): string {
    switch (one.type) {
      case 'mark':
        return file.tagger.mark(one.sort)
      case 'codes':
        return file.fontOf(one.face).codesOf(one.glyphs)
      case 'face':
        return file.nameOfFont(one.face)
      case 'opacity':
        return file.nameOfOpacity(one.fill, one.stroke)
    }
  }
}

const EVENTS = new Set<string>(['deed', 'text', 'link', 'destination'] satisfies Event['type'][])

const isEvent = (step: Named | Event): step is Event => EVENTS.has(step.type)
