import {elementsOf, type Element, type Kid} from './structure.js'

/** What pdfkit calls a reference: an object of the file that others point at. */
export interface PdfObject {
  id: number
  data: Record<string, unknown>
  end(nothing?: undefined): void
}

/** The objects a tree is written into. */
export interface Writer {
  object(data: Record<string, unknown>): PdfObject
  /** The catalogue's `StructTreeRoot`. */
  root: PdfObject
  /** The numbers of pages that have marks in the tree of parents. */
  pages: ReadonlyMap<unknown, number>
}

/** Roles of HTML that PDF 1.7 does not know. */
const ROLE_MAP = {Em: 'Span', Strong: 'Span'}

/** Writes a finished tree: elements, the tree of parents, the names of notes. */
export function writeStructure(document: Element, {object, root, pages}: Writer): void {
  const named: [string, PdfObject][] = []
  /** By the numbers of pages and links: a page's elements by the codes of what they painted there, a link's element. */
  const parents: (PdfObject | PdfObject[])[] = []
  for (const key of pages.values()) parents[key] = []

  const write = (one: Element, above: PdfObject): PdfObject => {
    const dictionary = object({Type: 'StructElem', S: one.role, P: above, ...attributesOf(one)})
    if (one.id !== undefined) {
      dictionary.data.ID = new String(one.id)
      named.push([one.id, dictionary])
    }
    const page = one.kids.find((kid) => kid.type === 'content')?.page
    if (page !== undefined) dictionary.data.Pg = page
    const kids = one.kids.map((kid) => kidOf(kid, page, dictionary))
    if (kids.length > 0) dictionary.data.K = kids.length === 1 ? kids[0] : kids
    dictionary.end()
    return dictionary
  }
  const kidOf = (kid: Kid, page: unknown, dictionary: PdfObject): unknown => {
    if (kid.type === 'element') return write(kid, dictionary)
    if (kid.type === 'area') {
      parents[kid.key] = dictionary
      return {Type: 'OBJR', Obj: kid.annotation, Pg: kid.page}
    }
    const owners = parents[pages.get(kid.page) ?? -1]
    if (Array.isArray(owners)) owners[kid.code] = dictionary
    return kid.page === page ? kid.code : {Type: 'MCR', Pg: kid.page, MCID: kid.code}
  }

  root.data.K = write(document, root)
  root.data.ParentTree = {Nums: parents.flatMap((value, key) => [key, value])}
  root.data.ParentTreeNextKey = parents.length
  if (uses(document, Object.keys(ROLE_MAP))) root.data.RoleMap = ROLE_MAP
  if (named.length > 0) {
    named.sort(([a], [b]) => (a < b ? -1 : 1))
    root.data.IDTree = {Names: named.flatMap(([id, reference]) => [new String(id), reference])}
  }
}

const uses = (one: Element, roles: readonly string[]): boolean => roles.includes(one.role) || elementsOf(one).some((kid) => uses(kid, roles))

function attributesOf(one: Element): Record<string, unknown> {
  const {alt, actualText} = one.given
  return {
    ...(one.language === undefined ? {} : {Lang: new String(one.language)}),
    ...(alt === undefined ? {} : {Alt: new String(alt)}),
    ...(actualText === undefined ? {} : {ActualText: new String(actualText)}),
    ...classed(one),
  }
}

/** Attribute objects by owner; a single one stands by itself. */
function classed(one: Element): Record<string, unknown> {
  const {scope, colSpan = 1, rowSpan = 1, numbering} = one.given
  const all: Record<string, unknown>[] = []
  if (one.role === 'L') all.push({O: 'List', ListNumbering: numbering ?? 'None'})
  if (one.role === 'TH' || one.role === 'TD') {
    const table = {
      ...(one.role === 'TH' ? {Scope: scope ?? 'Column'} : {}),
      ...(colSpan > 1 ? {ColSpan: colSpan} : {}),
      ...(rowSpan > 1 ? {RowSpan: rowSpan} : {}),
    }
    if (Object.keys(table).length > 0) all.push({O: 'Table', ...table})
  }
  if (one.role === 'Figure' && typeof one.bounds === 'object') all.push({O: 'Layout', Placement: 'Block', BBox: one.bounds.rectangle})
  return all.length === 0 ? {} : {A: all.length === 1 ? all[0] : all}
}
