import {createHash} from 'node:crypto'
import PDFDocument from 'pdfkit'
import {type EmbeddedFont, makeCodes, type OwnFont} from './embedded-glyphs.js'
import type {FontFace, Glyph, LaidNode, Position} from './laid-out.js'
import {writePacked} from './packed-objects.js'
import type {Stamp} from './stamp.js'
import {makeStamping, type StampedFile, type Stamping} from './stamping.js'
import type {Element} from './tags/structure.js'
import {boxesFor, cropMarks} from './crop-marks.js'
import {makeTagger, type Tagger} from './tags/tagger.js'
import type {Matrix} from './transformation.js'
import type {PdfObject} from './tags/write-structure.js'
import {type About, writeXmp} from './xmp.js'

/** What pdfkit keeps to itself and we need: the current font, transformation and catalogue. */
interface Internals {
  _font: EmbeddedFont
  _fontSize: number
  _ctm: Matrix
  _root: PdfObject & {data: Record<string, PdfObject>}
  _id: Uint8Array
  _info: PdfObject
  _offset: number
  _offsets: (number | null)[]
  /** By fill and stroke: the object, and its name on the pages. */
  _opacityRegistry: Record<string, [object: unknown, name: string]>
  page: {width: number; height: number; content: {buffer: Uint8Array[]}; dictionary: PdfObject; fonts: Record<string, unknown>; annotations: unknown[]; write(data: string | Uint8Array): void}
}

/** Not among pdfkit's types either: they add to the file, and set how much shows through what is painted. */
const {_write: superWrite, _doOpacity: superOpacity} = PDFDocument.prototype as unknown as {
  _write(data: string | Uint8Array): void
  _doOpacity(fill: number | null, stroke: number | null): void
}

/**
 * The PDF that is written: a tagged, archival file, and repaired where React-PDF and pdfkit go wrong: a font is embedded
 * once and not once a run, each (glyph, text) pair reads back as the text it stood for, destinations lie where the heading
 * is. What is painted becomes a stamp first, and pages are stamped: so what was painted before need not be again.
 * Who does what: `stamping` the operators, `embedded-glyphs` the words, `tags/` marks, links and the tree, `xmp` the metadata;
 * here they meet. A subclass because pdfkit offers no other way in.
 */
export class PdfFile extends PDFDocument {
  /** What was drawn that no file may hold; painting goes on, so that all of it is told. */
  readonly faults: string[] = []
  /** What the hooks in the layout speak to. */
  readonly tagger: Tagger
  readonly stamping: Stamping
  readonly #about: About
  readonly #fonts = new Map<FontFace, OwnFont>()
  readonly #destinations = new Map<string, unknown[]>()
  /** Of all that was painted: two files with the same identifier are the same. */
  readonly #print = createHash('md5')
  /** Objects without a stream; they are written together at the end. */
  readonly #packed: {id: number; text: string}[] = []
  #caught: string[] | undefined
  /** The face that the renderer paints with. */
  #face: FontFace | undefined

  /** `stamps` are those of elements that were painted before; new ones are put there. */
  constructor(about: About, stamps: WeakMap<LaidNode, Stamp>) {
    super(optionsFor(about))
    this.#about = about
    const own = this.#own
    this.tagger = makeTagger({
      page: () => ({dictionary: own.page.dictionary, annotate: (annotation) => own.page.annotations.push(annotation)}),
      rectangle: (x, y, width, height) => this.#rectangle(x, y, width, height),
      object: (data) => this.ref(data),
    })
    this.stamping = makeStamping(this.#stampedFile(), stamps)
  }

  get #own(): Internals {
    return this as unknown as Internals
  }

  /** All that is drawn passes here. */
  override addContent(data: string): this {
    this.stamping.take(data)
    return this
  }

  override addPage(options?: PDFKit.PDFDocumentOptions): this {
    // The page before is written out now.
    if (this.#own.page) this.#endPage()
    super.addPage(options)
    return this
  }

  /** React-PDF hands over opened fonts; pdfkit would open and embed one for every run. */
  override font(source: PDFKit.Mixins.PDFFontSource, family?: string | number, size?: number): this {
    const points = typeof family === 'number' ? family : size
    this.#face = source as unknown as FontFace // its types know fonts by their bytes only
    if (points !== undefined) this.fontSize(points)
    return this
  }

  /** The first thing React-PDF does for each run of a text, before its link and its glyphs. */
  override fillColor(...given: Parameters<PDFKit.PDFDocument['fillColor']>): this {
    this.stamping.text()
    return super.fillColor(...given)
  }

  override link(x: number, y: number, width: number, height: number, url: string): this {
    this.stamping.link(x, y, width, height, url)
    return this
  }

  override goTo(x: number, y: number, width: number, height: number, name: string): this {
    return this.link(x, y, width, height, `#${name}`)
  }

  /** Called by `@react-pdf/render` for each run, in place of its own writer. Positions and offsets are points. */
  glyphs(glyphs: readonly Glyph[], positions: readonly Position[], left: number, top: number): this {
    const face = this.#face
    if (typeof face !== 'object') this.faults.push(`The font \`${face}\` is not embedded`)
    else this.stamping.glyphs(face, {glyphs, positions, size: this.#own._fontSize, left, top})
    return this
  }

  /** pdfkit gives each opacity a name of the file. */
  _doOpacity(fill: number | null, stroke: number | null): void {
    const [one, other] = [shown(fill), shown(stroke)]
    if (one !== null || other !== null) this.stamping.opacity(one, other)
  }

  /** pdfkit leaves the transformation out: a destination inside a box would lie elsewhere. */
  override addNamedDestination(name: string, ...[, x, y]: unknown[]): void {
    if (name !== undefined) this.stamping.destination(name, Number(x ?? 0), Number(y ?? 0))
  }

  /** Writes all that is known only when the last page is painted. */
  finish(document: Element): void {
    const {_root} = this.#own
    this.#endPage()
    if (this.#about.duplex) Object.assign(_root.data.ViewerPreferences?.data ?? {}, {Duplex: 'DuplexFlipLongEdge', PrintScaling: 'None'})
    const root = _root.data.StructTreeRoot
    if (!root) throw new Error('pdfkit made no structure tree')
    this.tagger.finish(document, root)
    this.#nameDestinations()
    this.#own._id = new Uint8Array(this.#print.update(JSON.stringify(this.#about)).digest())
    super.end()
  }

  /** The renderer ends the file after its last page, before outline and tree are there: see `finish`. */
  override end(): void {}

  /** Small objects are kept back, to be packed. */
  override ref(data: object): PDFKit.PDFKitReference {
    const object = super.ref(data)
    const {buffer, finalize} = object as unknown as {buffer: Uint8Array[]; finalize(): void} // its types leave these out
    const write = finalize.bind(object)
    const packed = () => {
      // pdfkit's own words for the object, between `obj` and `endobj`.
      this.#caught = []
      write()
      this.#packed.push({id: object.id, text: this.#caught[1] ?? ''})
      this.#caught = undefined
    }
    return Object.assign(object, {finalize: () => (buffer.length > 0 ? write() : packed())})
  }

  _write(data: string | Uint8Array): void {
    // The constructor of pdfkit writes the file's first lines before there is anything of ours.
    if (#caught in this && this.#caught && typeof data === 'string') this.#caught.push(data)
    else superWrite.call(this, data)
  }

  /** Called by pdfkit when the last object has been written. */
  _finalize(): void {
    const {_offsets, _offset, _root, _info, _id} = this.#own
    this.push(writePacked(this.#packed, _offsets, _offset, {root: _root.id, info: _info.id, identifier: Buffer.from(_id).toString('hex')}))
    this.push(null)
  }

  /** pdfkit's own packet is not escaped and knows of one standard only. */
  override endMetadata(): void {
    const {_root} = this.#own
    const metadata = this.ref({Type: 'Metadata', Subtype: 'XML'})
    metadata.compress = false // for who reads a file without reading PDF
    metadata.write(new TextEncoder().encode(writeXmp(this.#about)))
    metadata.end(undefined)
    _root.data.Metadata = metadata
  }

  /** Crop marks stand outside what is left of the page, and so outside its tags. */
  #endPage(): void {
    const {bleed} = this.#about
    const {page} = this.#own
    // What a page shows is a stream, also where it is blank: without a byte in it pdfkit would write none.
    if (page.content.buffer.length === 0) page.write('')
    if (bleed === undefined) return
    const {width, height} = page
    const marks = cropMarks({width, height, bleed})
    this.#print.update(marks)
    page.write(marks)
    Object.assign(page.dictionary.data, boxesFor({width, height, bleed}))
  }

  #fontOf(face: FontFace): OwnFont {
    const known = this.#fonts.get(face)
    if (known) return known
    super.font(face as unknown as PDFKit.Mixins.PDFFontSource) // its types know fonts by their bytes only
    const font = this.#own._font
    const one = {font, codesOf: makeCodes(font)}
    this.#fonts.set(face, one)
    return one
  }

  #stampedFile(): StampedFile {
    const own = this.#own
    return {
      tagger: this.tagger,
      here: () => own._ctm,
      at: (matrix, deed) => {
        const before = own._ctm
        own._ctm = matrix
        deed()
        own._ctm = before
      },
      write: (bytes) => {
        this.#print.update(bytes)
        own.page.write(bytes)
      },
      fontOf: (face) => this.#fontOf(face),
      nameOfFont: (face) => {
        const {font} = this.#fontOf(face)
        own.page.fonts[font.id] ??= font.ref()
        return font.id
      },
      nameOfOpacity: (fill, stroke) => {
        superOpacity.call(this, fill, stroke)
        return own._opacityRegistry[`${fill}_${stroke}`]?.[1] ?? ''
      },
      lost: () => this.faults.push('Something is painted outside the parts of its page'),
      // The first of a name counts.
      name: (destination, x, y) => {
        if (!this.#destinations.has(destination)) this.#destinations.set(destination, [own.page.dictionary, 'XYZ', ...this.#point(x, y), null])
      },
    }
  }

  #nameDestinations(): void {
    // pdfkit sorts names by locale; a reader looks them up by code unit.
    const tree = this.#own._root.data.Names?.data.Dests as {add(name: string, value: unknown): void; _compareKeys(a: string, b: string): number}
    tree._compareKeys = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
    for (const [name, target] of this.#destinations) tree.add(name, target)
  }

  #point(x: number, y: number): [number, number] {
    const [a, b, c, d, e, f] = this.#own._ctm
    return [points(a * x + c * y + e), points(b * x + d * y + f)]
  }

  #rectangle(x: number, y: number, width: number, height: number): [number, number, number, number] {
    const [x1, y1] = this.#point(x, y)
    const [x2, y2] = this.#point(x + width, y + height)
    return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]
  }
}

/** As pdfkit reads an opacity. */
const shown = (opacity: number | null | undefined): number | null => (opacity === undefined || opacity === null ? null : Math.max(0, Math.min(1, opacity)))

const points = (number: number): number => Math.round(number * 100) / 100

function optionsFor({title, author, subject, keywords, creator, producer, date, modified, language, archival}: About): PDFKit.PDFDocumentOptions {
  const about = {Title: title, Author: author, Subject: subject, Keywords: keywords, Creator: creator, Producer: producer, CreationDate: date, ModDate: modified}
  return {
    autoFirstPage: false,
    compress: true,
    pdfVersion: '1.7',
    // pdfkit adds the output intent, sRGB; its metadata we write ourselves.
    subset: `PDF/A-${archival.part}${archival.conformance.toLowerCase()}` as 'PDF/A-2a', // its types list the same names
    tagged: true,
    lang: language,
    displayTitle: true,
    // None to begin with: pdfkit would put an unembedded Helvetica into every file. Its types want a font.
    font: null as unknown as string,
    info: Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined)),
  }
}
