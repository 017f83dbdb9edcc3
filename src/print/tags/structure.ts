import type {Role, RoleName} from '../../drawing/index.js'

/** Part of the paper as a reader aloud goes through it; `print/` writes it as a structure element of PDF. */
export interface Element {
  type: 'element'
  role: RoleName
  given: Role
  /** Its place among its siblings, in the order things were written. */
  order: number
  above: Element | undefined
  kids: Kid[]
  /** Whether the one above holds it: an element without anything on paper is left out. */
  placed: boolean
  /** Where a figure stands, in the page's own coordinates; nothing where it stands on several pages. */
  bounds?: {page: unknown; rectangle: readonly number[]} | 'several'
  /** BCP 47 of its words. */
  language?: string
  /** What a link leads to, in words. */
  words?: string
  /** Name a `Note` is found by. */
  id?: string
}

/** Something painted on a page, under its number there. */
export interface Content {
  type: 'content'
  page: unknown
  code: number
  order: number
}

/** A link's active area. */
export interface Area {
  type: 'area'
  page: unknown
  annotation: unknown
  /** Its number in the tree of parents. */
  key: number
  order: number
}

export type Kid = Element | Content | Area

/** What is painted for the eye alone. */
export interface Artifact {
  type: 'artifact'
  sort: 'Pagination' | 'Layout' | 'Background'
}

export const LAYOUT: Artifact = {type: 'artifact', sort: 'Layout'}
export const PAGINATION: Artifact = {type: 'artifact', sort: 'Pagination'}
export const BACKGROUND: Artifact = {type: 'artifact', sort: 'Background'}

export type Target = Element | Artifact

/** A new element; it is placed when something of it is painted. */
export function element(role: Role, order: number, above: Element | undefined): Element {
  return {
    type: 'element',
    role: role.role,
    given: role,
    order,
    above,
    kids: [],
    placed: above === undefined,
    ...(role.language === undefined ? {} : {language: role.language}),
  }
}

/** Sees to it that those above hold it. */
export function place(one: Element): void {
  if (one.placed || !one.above) return
  one.placed = true
  one.above.kids.push(one)
  place(one.above)
}

/** Elements among the kids. */
export const elementsOf = ({kids}: Element): Element[] => kids.filter((kid) => kid.type === 'element')
