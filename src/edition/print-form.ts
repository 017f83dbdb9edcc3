import type {Inline, PrintForm} from '../content.js'
import {languageOf} from '../language/index.js'
import type {Edition} from './edition.js'

/** An edition as it is made for a printer. With little toner, what a link leads to stands in words at its end: paper has no links. */
export function inForm(edition: Edition, form: PrintForm | undefined): Edition {
  if (!form) return edition
  if (!form.lightToner) return {...edition, form}
  const links = linksOf(edition)
  const place = {path: edition.path}
  const title = edition.brand.words.addresses ?? languageOf(edition.meta.language)?.labels.addresses ?? ''
  if (links.length === 0) return {...edition, form}
  const items = links.map((link) => ({
    children: [{type: 'paragraph' as const, children: [...link.children, text(': ', link), {...link, children: [text(shown(link.href), link)]}], place: link.place}],
    place: link.place,
  }))
  const addresses: Edition['body'] = [
    // No author writes a point in an id: it is nobody else's.
    {type: 'heading', depth: 2, id: 'addresses.of-links', children: [{type: 'text', value: title, place}], place},
    {type: 'list', ordered: false, start: 1, loose: false, items, place},
  ]
  return {...edition, form, body: [...edition.body, ...addresses]}
}

type Link = Extract<Inline, {type: 'link'}>

/** The links out of a paper whose words do not say where they lead, each address once, in the order of their first place. */
function linksOf({body, notes}: Edition): Link[] {
  const found = new Map<string, Link>()
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (isLink(value)) {
      if (!found.has(value.href) && !saysWhere(value)) found.set(value.href, value)
      return
    }
    for (const inner of Object.values(value)) walk(inner)
  }
  walk([body, notes])
  return [...found.values()]
}

const isLink = (value: object): value is Link => 'type' in value && value.type === 'link' && 'href' in value && 'children' in value && Array.isArray(value.children)

/** An address as it is read: without what every reader knows to type. */
const shown = (href: string): string => href.replace(/^(?:https?:\/\/(?:www\.)?|mailto:|tel:)/i, '').replace(/\/$/, '')

const saysWhere = ({href, children}: Link): boolean => {
  const words = JSON.stringify(children).toLowerCase()
  return words.includes(shown(href).toLowerCase())
}

const text = (value: string, {place}: Link) => ({type: 'text' as const, value, place})
