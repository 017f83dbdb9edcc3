import {markContent} from './marked-content.js'
import {makeRunElements} from './run-elements.js'
import {runOf, targetOf} from './runs.js'
import {type Content, type Element, LAYOUT, place, type Target} from './structure.js'
import type {Sort} from '../stamp.js'
import type {Tagging} from './tag-layout.js'
import {makeWellFormed} from './well-formed.js'
import {type PdfObject, writeStructure} from './write-structure.js'

type Rectangle = readonly [left: number, bottom: number, right: number, top: number]

/** What the tagger asks of the file. */
export interface TaggedFile {
  /** The page that is being painted. */
  page(): {dictionary: PdfObject; annotate(annotation: PdfObject): void}
  /** A box of the drawing in the page's own coordinates. */
  rectangle(x: number, y: number, width: number, height: number): Rectangle
  object(data: Record<string, unknown>): PdfObject
}

/** Ties what is painted to the tree: marks on the page, active areas of links, and at the end the tree itself. */
export interface Tagger extends Tagging {
  /** The operators that stand before something is painted, so that nothing is painted without a mark. */
  mark(sort: Sort): string
  /** The operator that ends the last mark. */
  unmark(): string
  /** The words that are painted next are the text's own, until a link says otherwise. */
  aimAtText(): void
  /** A link's area, or a run's with no link: `link` is what the renderer was given. */
  link(x: number, y: number, width: number, height: number, link: unknown): void
  /** After the last page; `root` is the catalogue's `StructTreeRoot`. */
  finish(document: Element, root: PdfObject): void
}

export function makeTagger({page, rectangle, object}: TaggedFile): Tagger {
  const pages = new Map<PdfObject, {key: number; painted: number}>()
  const areas: {link: Element; page: PdfObject; annotation: PdfObject; area: Rectangle}[] = []
  const runElement = makeRunElements()
  let keys = 0
  let anchor: Element | undefined
  let order = 0

  const marks = markContent((one) => {
    const {dictionary} = page()
    const known = pages.get(dictionary) ?? {key: keys++, painted: 0}
    pages.set(dictionary, known)
    dictionary.data.StructParents = known.key
    const content: Content = {type: 'content', page: dictionary, code: known.painted++, order}
    one.kids.push(content)
    place(one)
    return content.code
  })

  return {
    leave: marks.leave,
    aimAtText: marks.aimAtText,
    mark: marks.mark,
    unmark: marks.unmark,
    enter(target, {kind, box, order: written}) {
      marks.enter(target, kind)
      order = written
      if (kind === 'graphic' && box) bound(target, rectangle(box.left, box.top, box.width, box.height))
    },
    anchor(link) {
      anchor = link
    },
    link(x, y, width, height, link) {
      const area = rectangle(x, y, width, height)
      const run = runOf(link)
      if (!run) {
        if (anchor) activate(anchor, targetOf(link), area)
        return
      }
      const text = marks.owner()
      // A link of a running head would be an area nobody can be told of.
      if (text.type === 'artifact') return
      // A picture without words, among words.
      if (run.role?.role === 'Artifact') return marks.aim(LAYOUT)
      const one = runElement(run, text, order)
      marks.aim(one)
      if (one.role === 'Figure') bound(one, area)
      const linked = run.to === undefined ? undefined : nearestLink(one)
      if (linked && run.to !== undefined) activate(linked, run.to, area)
    },
    finish(document, root) {
      makeWellFormed(document)
      writeStructure(document, {object, root, pages: new Map([...pages].map(([page, {key}]) => [page, key]))})
      for (const {annotation} of areas) annotation.end()
    },
  }

  function bound(target: Target, area: Rectangle): void {
    if (target.type === 'artifact') return
    const {dictionary} = page()
    target.bounds = target.bounds === undefined ? {page: dictionary, rectangle: area} : 'several'
  }

  /** Words of one link that follow each other in a line are one area. */
  function activate(link: Element, target: string, area: Rectangle): void {
    const {dictionary, annotate} = page()
    const last = areas.at(-1)
    if (last?.link === link && last.page === dictionary && continues(last.area, area)) {
      last.area = around(last.area, area)
      last.annotation.data.Rect = last.area
      return
    }
    const key = keys++
    const annotation = object({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: area,
      Border: [0, 0, 0],
      F: 4, // printed
      StructParent: key,
      Contents: new String(link.words || target),
      ...(target.startsWith('#') ? {Dest: new String(target.slice(1))} : {A: {Type: 'Action', S: 'URI', URI: new String(address(target))}}),
    })
    annotate(annotation)
    areas.push({link, page: dictionary, annotation, area})
    link.kids.push({type: 'area', page: dictionary, annotation, key, order: link.order})
    place(link)
  }
}

function nearestLink(one: Element | undefined): Element | undefined {
  return !one || one.role === 'Link' ? one : nearestLink(one.above)
}

const continues = (a: Rectangle, b: Rectangle): boolean => Math.abs(a[1] - b[1]) < 3 && Math.abs(a[3] - b[3]) < 3 && Math.abs(a[2] - b[0]) < 1

const around = (a: Rectangle, b: Rectangle): Rectangle => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]

/** Addresses are ASCII in a PDF: other characters stand in percent signs, as they do in a browser's request. */
const address = (url: string): string => url.replace(/[^\u0021-\u007e]/gu, (sign) => encodeURIComponent(sign))
