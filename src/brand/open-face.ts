import {create, type Font, type Glyph} from 'fontkit'
import {copyGlyphs} from './copy-glyphs.js'
import {oncePer} from '../once.js'
import {openRecent} from '../recent.js'
import {canShape, shapeWith} from './shape.js'

export {shaperReady} from './shape.js'

/** Opened once for the bytes they come from, and let go with them. */
const opened = new WeakMap<Uint8Array, Font>()

/** Bytes a reader may look at past the end: fontkit reads the outline of an empty glyph where the next one would begin. */
const BEYOND = 64

/** A face opened from its bytes. */
export function openFace(bytes: Uint8Array): Font {
  const known = opened.get(bytes)
  if (known) return known
  const padded = Buffer.alloc(bytes.length + BEYOND)
  padded.set(bytes)
  // A collection was refused when the brand was loaded.
  const font = create(padded) as Font
  if (canShape(bytes)) {
    passOverNames(font, bytes)
    font.layout = shapeWith(font, bytes)
  }
  keepMeasures(font)
  keepCharacters(font)
  // Each letter of a text is looked for in its face, and in a table that is searched from its middle.
  font.hasGlyphForCodePoint = oncePer(font.hasGlyphForCodePoint.bind(font))
  copyGlyphs(font)
  keepShapes(font)
  opened.set(bytes, font)
  return font
}

/** What fontkit keeps to itself: its types say nothing of it. */
interface Inside {
  directory: {tables: Record<string, {offset: number; length: number} | undefined>}
  _tables: Record<string, unknown>
  _glyphs: Record<number, Glyph>
}

/** Bytes of the table `post` before the names of its glyphs. */
const BEFORE_NAMES = 32

/** A file asks the table `post` for the slant of a face and whether its letters are of one width; fontkit would read the names of all glyphs with it. */
function passOverNames(font: Font, bytes: Uint8Array): void {
  const {directory, _tables: tables} = font as unknown as Inside
  const {offset, length} = directory.tables.post ?? {offset: 0, length: 0}
  if (length < BEFORE_NAMES || offset + BEFORE_NAMES > bytes.length) return // fontkit makes of it what it can
  // https://learn.microsoft.com/typography/opentype/spec/post
  const post = new DataView(bytes.buffer, bytes.byteOffset + offset, BEFORE_NAMES)
  tables.post = {italicAngle: post.getInt32(4) / 0x10000, underlinePosition: post.getInt16(8), underlineThickness: post.getInt16(10), isFixedPitch: post.getUint32(12)}
}

/** fontkit looks each of these up in its tables whenever it is asked, which is for every glyph that is placed. */
const MEASURES = ['unitsPerEm', 'ascent', 'descent', 'lineGap', 'capHeight', 'xHeight'] as const

function keepMeasures(font: Font): void {
  for (const name of MEASURES) Object.defineProperty(font, name, {value: font[name]})
}

/** More than there are characters. */
const CHARACTERS = 0x200000

/**
 * fontkit keeps the first glyph it made of an outline, with the characters that one stood for: none where it was made as a
 * part of another, a line end where the font lacks what comes later. Here each outline is kept once for each text it stands for.
 */
function keepCharacters(font: Font): void {
  const made = new Map<number | string, Glyph>()
  const make = font.getGlyph.bind(font)
  const {_glyphs: kept} = font as unknown as Inside
  font.getGlyph = (id, characters = []) => {
    const key = characters.length === 1 ? id * CHARACTERS + (characters[0] ?? 0) : `${id}:${characters}`
    const known = made.get(key)
    if (known) return known
    delete kept[id]
    const glyph = make(id, [...characters])
    made.set(key, glyph)
    return glyph
  }
}

/** Characters of shaped text after which a face lets go of what was not asked for: some thirty pages. It remembers twice as many at the most. */
const SHAPED = 150_000

/**
 * A paper is laid out several times, and its texts are shaped once: what a face made of a text is kept. Nobody changes it. What was not
 * asked for while so many characters were shaped is let go: what papers have in common stays, and what one of them says goes.
 */
export function keepShapes(font: Pick<Font, 'layout'>, most = SHAPED): void {
  const shape = font.layout.bind(font)
  const kept = openRecent<ReturnType<typeof shape>>(most)
  font.layout = (text, ...how) => {
    const key = `${askedIn(how)}\n${text}`
    const known = kept.get(key)
    if (known) return known
    const shaped = shape(text, ...how)
    kept.put(key, shaped, text.length)
    return shaped
  }
}

/** How a text is shaped, as one word. Features are names as a rule; told with values they are an object, which no list of names looks like. */
const askedIn = (how: readonly unknown[]): string => (how.every((one) => one === undefined || typeof one === 'string' || Array.isArray(one)) ? how.join(' ') : JSON.stringify(how))
