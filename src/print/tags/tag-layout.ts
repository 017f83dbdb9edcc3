/**
 * Who owns the tree: reads a finished layout into structure elements, and sets hooks around everything that is painted,
 * so that the file knows whose it is, and around each element of a part, so that it knows what is painted already. The
 * hooks are elements of no type: React-PDF asks for their children in their turn.
 */
import type {Role, RoleName} from '../../drawing/index.js'
import type {Edition} from '../../edition/index.js'
import {languageOf} from '../../language/index.js'
import type {LaidNode} from '../laid-out.js'
import {dataTwin, type TwinCell} from './data-twin.js'
import {spaceEnd, spaceForcedBreaks} from './line-ends.js'
import {type Artifact, BACKGROUND, type Element, element, LAYOUT, PAGINATION, place, type Target} from './structure.js'

/** What is told of what is painted, on every page that it is stamped on. */
export interface Tagging {
  enter(target: Target, thing: Painted): void
  leave(): void
  /** Links painted from here on belong to this element; to none, from `undefined` on. */
  anchor(link: Element | undefined): void
}

/** An element of a part, in its turn to be painted. */
export interface Stamped {
  /** The laid-out element that this is a copy of; nothing where it is cut, or drawn again for the eye alone. */
  whole: LaidNode | undefined
  /** What is told while it is painted: by number, in that order. */
  deeds: readonly (() => void)[]
}

/** What the hooks ask of the file while the pages are painted. */
export interface Painting {
  /** Whether it is to be painted. What was painted before is stamped onto the page, and that is all. */
  beginStamp(one: Stamped): boolean
  /** A deed of what is being painted has its turn; `placed` where it asks where on the page that is. */
  deed(number: number, how: {placed: boolean}): void
  /** Writes words nobody sees. */
  whisper(cell: TwinCell): void
  endStamp(): void
}

/** What is about to be painted. In a text, shapes are decoration. */
export interface Painted {
  kind: 'text' | 'graphic'
  box: LaidNode['box']
  /** Its place in the order things were written. */
  order: number
}

/** Roles that hold other elements and no words of their own. */
const HOLDERS = new Set<RoleName>(['Document', 'Part', 'Sect', 'Div', 'BlockQuote', 'TOC', 'TOCI', 'L', 'LI', 'Table', 'THead', 'TBody', 'TR', 'Note'])
/** What React-PDF draws without words. */
const DRAWN = new Set(['IMAGE', 'SVG', 'CANVAS'])
/** Roles of words within a paragraph. */
const INLINE = new Set<RoleName>(['Link', 'Reference', 'Code', 'Span', 'Em', 'Strong'])
/** Holders in which they may stand all the same. */
const OPEN_TO_INLINE = new Set<RoleName>(['TOCI'])

/** The tree of a layout; `root` gets its hooks in place and is painted next. */
export function tagLayout(root: LaidNode, editions: readonly Edition[], {tagging, painting}: {tagging: Tagging; painting: Painting}): Element {
  const document = element({role: 'Document'}, 0, undefined)
  const papers = new Map(editions.map((edition) => [edition.key, edition]))
  const found = new Map<unknown, Element>()
  /** What stood on earlier pages and is drawn again: a table's head, a note that several pages call. */
  const before = new Set<unknown>()
  /** Until then who asks for children does not paint. */
  let isRead = false
  /** Of the element of a part that is being read. */
  let deeds: (() => void)[] = []

  root.children?.forEach((page) => {
    const key = page.props.edition ?? ''
    const language = languageOf(papers.get(key)?.meta.language ?? 'en')
    const part = known(`part ${key}`, () => ({...element({role: 'Part'}, found.size, document), ...(language ? {language: language.tag} : {})}))
    const drawn: unknown[] = []
    let isAgain = false
    page.children = page.children?.map((node) => stood(node, part, key)) ?? []
    for (const one of drawn) before.add(one)

    /** What stands on the page: boxes of our own around elements of parts. */
    function stood(node: LaidNode, above: Element, edition: string): LaidNode {
      if (node.frame) return {...node, children: node.children?.map((child) => stood(child, above, edition)) ?? []}
      deeds = []
      isAgain = false
      // Wherever it stands it is painted in the same coordinates: those of its own corner.
      const {left = 0, top = 0, ...size} = node.box ?? {}
      const children = visit({...node, box: {width: 0, height: 0, ...size, left: 0, top: 0}}, above, edition)
      const one: Stamped = {whole: isAgain ? undefined : node.whole, deeds}
      const end = hook(() => void painting.endStamp())
      return hook(() => (painting.beginStamp(one) ? [...children, end] : []), {left, top, width: 0, height: 0})
    }

    function visit(node: LaidNode, above: Element, edition: string): LaidNode[] {
      const {tag: role} = node.props ?? {}
      if (role?.role === 'Artifact') return around(node, artifactOf(role))
      const own = role ? elementOf(node, role, above, edition) : above
      const again = node.props?.fixed ? node.props.order : role?.role === 'Note' ? own : undefined
      if (again !== undefined) {
        if (before.has(again)) {
          isAgain = true
          return around(node, PAGINATION)
        }
        drawn.push(again)
      }
      if (role && (role.role === 'TD' || role.role === 'TH')) place(own)
      if (node.type === 'TEXT') {
        if (isBlank(node)) return around(node, LAYOUT)
        spaceForcedBreaks(node)
        if (own.role === 'Code') spaceEnd(node)
        return around(node, HOLDERS.has(own.role) ? paragraph(node.props.order ?? 0, own) : own, 'text')
      }
      if (DRAWN.has(node.type)) return role ? [...around(node, own), ...twinOf(node, role, own)] : around(node, LAYOUT)
      if (role && (role.actualText !== undefined || role.alt !== undefined)) {
        if (!holdsWords(node)) return around(node, own)
        if (role.role === 'Figure') return [{...node, children: node.children?.flatMap((child) => pictured(child, own, edition)) ?? []}]
      }
      node.children = node.children?.flatMap((child) => visit(child, own, edition)) ?? []
      if (node.type !== 'LINK') return [node]
      own.words ??= wordsOf(node)
      return [deed(() => tagging.anchor(own)), node, deed(() => tagging.anchor(undefined))]
    }

    /** Within a figure the picture is the figure's own; the words around it have roles of theirs. */
    function pictured(node: LaidNode, figure: Element, edition: string): LaidNode[] {
      if (DRAWN.has(node.type)) return around(node, figure)
      if (node.type === 'TEXT' || node.props?.tag) return visit(node, figure, edition)
      return [{...node, children: node.children?.flatMap((child) => pictured(child, figure, edition)) ?? []}]
    }
  })
  isRead = true
  return document

  /** Does a deed once, when its turn to be painted has come, and has painted what that gives. A canvas would do as well: React-PDF makes forty functions for each. */
  function hook(paint: () => LaidNode[] | undefined, box?: LaidNode['box']): LaidNode {
    let isToCome = true
    return {
      type: 'HOOK',
      style: {},
      props: {},
      ...(box ? {box} : {}),
      get children() {
        if (!isRead || !isToCome) return []
        isToCome = false
        return paint() ?? []
      },
    }
  }

  /** What is to be told when its turn has come. */
  function deed(tell: () => void, how = {placed: false}): LaidNode {
    const number = deeds.push(tell) - 1
    return hook(() => void painting.deed(number, how))
  }

  function known(key: unknown, make: () => Element): Element {
    const one = found.get(key) ?? make()
    found.set(key, one)
    return one
  }

  function elementOf(node: LaidNode, role: Role, above: Element, edition: string): Element {
    const order = node.props.order ?? 0
    // A note is drawn anew on each page that calls it.
    const key = role.role === 'Note' ? `note ${edition} ${role.note}` : order
    return known(key, () => {
      const loose = INLINE.has(role.role) && HOLDERS.has(above.role) && !OPEN_TO_INLINE.has(above.role)
      const one = element(role, order, loose ? paragraph(order, above) : above)
      if (role.role === 'Note') one.id = `${edition}.note-${role.note}`
      return one
    })
  }

  /** Words never stand in a holder without a paragraph. */
  function paragraph(order: number, above: Element): Element {
    return known(`paragraph ${order}`, () => element({role: 'P'}, order, above))
  }

  function around(node: LaidNode, target: Target, kind: 'text' | 'graphic' = 'graphic'): LaidNode[] {
    const {box, props} = node
    return [deed(() => tagging.enter(target, {kind, box, order: props?.order ?? 0}), {placed: kind === 'graphic'}), node, deed(() => tagging.leave())]
  }

  function twinOf(node: LaidNode, {data}: Role, figure: Element): LaidNode[] {
    if (!data) return []
    const cells = dataTwin(node, data, figure).filter(({words}) => words !== '')
    return cells.flatMap((twin) => [
      deed(() => tagging.enter(twin.cell, {kind: 'graphic', box: undefined, order: twin.cell.order})),
      hook(() => void painting.whisper(twin)),
      deed(() => tagging.leave()),
    ])
  }
}

/** A text that only keeps its place, such as that of a symbol where there is none. */
const isBlank = ({lines = []}: LaidNode): boolean => lines.every((line) => line.string.trim() === '' && line.runs.every((run) => !run.attributes.attachment))

/** Whether a box holds texts with roles of their own. */
function holdsWords(node: LaidNode): boolean {
  return (node.children ?? []).some((child) => (child.type === 'TEXT' ? child.props?.tag !== undefined : !DRAWN.has(child.type) && holdsWords(child)))
}

const artifactOf = ({artifact}: Role): Artifact =>
  artifact === 'Pagination' ? PAGINATION : artifact === 'Background' ? BACKGROUND : LAYOUT


/** The words of a node as they were set. */
function wordsOf(node: LaidNode): string {
  if (node.lines) return node.lines.map((line) => line.string.trim()).join(' ')
  return (node.children ?? []).map(wordsOf).filter(Boolean).join(' ')
}
