/**
 * The tree as the standard wants it: lists of items, items of a label and a body, tables of rows, a section from each
 * heading to the next, no level of heading left out. Views say what things are; the grammar is kept here.
 */
import type {RoleName} from '../../drawing/index.js'
import {type Element, element, elementsOf, type Kid} from './structure.js'

/** Puts a painted tree in order, in place. */
export function makeWellFormed(document: Element): void {
  sort(document)
  mend(document)
  for (const part of elementsOf(document)) {
    level(part)
    adopt(part, sections(part.kids))
  }
}

const isHeading = (kid: Kid): kid is Element => kid.type === 'element' && /^H[1-6]$/.test(kid.role)
const is = (kid: Kid | undefined, ...roles: RoleName[]): kid is Element => kid?.type === 'element' && roles.includes(kid.role)

function adopt(one: Element, kids: Kid[]): void {
  one.kids = kids
  for (const kid of kids) if (kid.type === 'element') kid.above = one
}

/** As written, not as painted: the columns of a page one after the other. What was painted of one text stays as it was. */
function sort(one: Element): void {
  one.kids.sort((a, b) => a.order - b.order)
  for (const kid of elementsOf(one)) sort(kid)
}

function mend(one: Element): void {
  adopt(one, joinTables(one.kids))
  for (const kid of elementsOf(one)) mend(kid)
  adopt(one, one.kids.flatMap(besideFigure))
  if (one.role === 'L') adopt(one, one.kids.map((kid) => (is(kid, 'LI', 'L', 'Caption') ? kid : hold('LI', [hold('LBody', [kid])]))))
  else if (one.role === 'LI') adopt(one, itemOf(one.kids))
  else if (one.role === 'Table') adopt(one, tableOf(one.kids))
  else if (one.role === 'TOCI') adopt(one, one.kids.map((kid) => (is(kid, 'Link') ? hold('Reference', [plainLink(kid)]) : kid)))
  else if (one.role === 'Note') adopt(one, one.kids)
  else if (one.role !== 'P') adopt(one, labelled(one.kids))
  for (const kid of elementsOf(one)) if (kid.role === 'Caption' && !CAPTIONED.has(one.role)) kid.role = 'P'
}

const CAPTIONED = new Set<RoleName>(['Table', 'L', 'Figure', 'TOC'])

/** New elements stand where the first of what they hold stood. */
function hold(role: RoleName, kids: Kid[]): Element {
  const one = element({role}, kids[0]?.order ?? 0, undefined)
  adopt(one, kids)
  return one
}

/** One label at most, then one body with all else. */
function itemOf(kids: Kid[]): Kid[] {
  const label = kids.find((kid) => is(kid, 'Lbl'))
  const bodies = kids.filter((kid) => is(kid, 'LBody'))
  const rest = kids.filter((kid) => kid !== label)
  const [body] = bodies
  if (body && rest.length === 1) return label ? [label, body] : [body]
  if (rest.length === 0) return label ? [label] : []
  if (!body) return [...(label ? [label] : []), hold('LBody', rest)]
  // A second body, or what stands beside the first, goes on where it was written.
  adopt(body, rest.flatMap((kid) => (is(kid, 'LBody') ? kid.kids : [kid])))
  return [...(label ? [label] : []), body]
}

/** The caption first, then the head, then the body, where there is a head. */
function tableOf(kids: Kid[]): Kid[] {
  const captions = kids.filter((kid) => is(kid, 'Caption'))
  const rest = kids.filter((kid) => !is(kid, 'Caption'))
  const grouped = rest.filter((kid) => !is(kid, 'TR'))
  const rows = rest.filter((kid) => is(kid, 'TR'))
  const heads = rows.slice(0, grouped.length > 0 ? 0 : Math.max(0, rows.findIndex((row) => !isHead(row))))
  const head = heads.length > 0 ? [hold('THead', heads)] : []
  const body = rows.slice(heads.length)
  if (head.length + grouped.length === 0 || body.length === 0) return [...captions, ...head, ...grouped, ...body]
  return [...captions, ...head, ...grouped, hold('TBody', body)]
}

const isHead = (row: Element): boolean => elementsOf(row).every((cell) => cell.role === 'TH' && cell.given.scope !== 'Row')

/** Rows drawn one by one as tables of their own, each going on from the one before, are one table. */
function joinTables(kids: Kid[]): Kid[] {
  const out: Kid[] = []
  for (const kid of kids) {
    const before = out.at(-1)
    if (is(kid, 'Table') && is(before, 'Table') && [kid, before].every(ofRows) && !elementsOf(kid).some(isHead)) adopt(before, [...before.kids, ...kid.kids])
    else out.push(kid)
  }
  return out
}

const ofRows = (table: Element): boolean => table.kids.every((kid) => is(kid, 'TR'))

/** A figure's words for who does not see it stand for all that it holds: its caption stands beside it, to be read too. */
function besideFigure(kid: Kid): Kid[] {
  if (!is(kid, 'Figure') || kid.given.alt === undefined) return [kid]
  const beside = elementsOf(kid)
  adopt(kid, kid.kids.filter((one) => one.type !== 'element'))
  return [kid, ...beside]
}

/** The link of a contents list holds words and page alike. */
function plainLink(link: Element): Element {
  adopt(link, link.kids.flatMap((kid) => (is(kid, 'Reference') ? kid.kids : [kid])))
  return link
}

/** A number before its paragraph becomes the first thing in it. */
function labelled(kids: Kid[]): Kid[] {
  return kids.flatMap((kid, at) => {
    const next = kids[at + 1]
    const before = kids[at - 1]
    if (is(kid, 'Lbl') && is(next, 'P')) return []
    if (is(kid, 'P') && is(before, 'Lbl')) adopt(kid, [before, ...kid.kids])
    return [kid]
  })
}

/** A heading that skips a level counts as one under that which it stands below. */
function level(part: Element): void {
  const open: number[] = []
  const visit = (one: Element) => {
    if (isHeading(one)) {
      const depth = Number(one.role.slice(1))
      while ((open.at(-1) ?? 0) >= depth) open.pop()
      open.push(depth)
      one.role = `H${open.length}` as RoleName // never more than the six of the depths
    }
    for (const kid of elementsOf(one)) visit(kid)
  }
  visit(part)
}

/** A section from each heading below the title to the next of its level; notes stand outside. */
function sections(kids: readonly Kid[]): Kid[] {
  const out: Kid[] = []
  const open: {depth: number; section: Element}[] = []
  for (const kid of kids) {
    if (isHeading(kid) || is(kid, 'Note')) {
      const depth = isHeading(kid) ? Number(kid.role.slice(1)) : 0
      while ((open.at(-1)?.depth ?? 0) >= Math.max(depth, 1)) open.pop()
      if (depth > 1) {
        const section = hold('Sect', [])
        section.order = kid.order
        append(open.at(-1)?.section, section, out)
        open.push({depth, section})
      }
    }
    append(open.at(-1)?.section, kid, out)
  }
  return out
}

function append(section: Element | undefined, kid: Kid, out: Kid[]): void {
  if (section) adopt(section, [...section.kids, kid])
  else out.push(kid)
}
