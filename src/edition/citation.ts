import type {Inline} from '../content.js'
import type {Place} from '../diagnostic.js'
import type {Language} from '../language/index.js'
import type {SourceEntry} from '../shapes/fields.js'
import {setFinely} from './fine-typography.js'

/** How the title of a source is set: works in italics, what appears in them in quotation marks, instruments and statements plain. */
const TITLES: Record<SourceEntry['type'], 'italic' | 'quoted' | 'plain'> = {
  treaty: 'plain',
  'treaty-register': 'italic',
  'un-document': 'plain',
  report: 'italic',
  book: 'italic',
  dataset: 'italic',
  web: 'quoted',
  news: 'quoted',
  statement: 'plain',
}

/**
 * A source as it is cited, in one order for all: who, title, publisher, symbol, date, page, locator, then the address and
 * when it was opened. A treaty and a newspaper article begin with the title where no author is named.
 */
export function citationWords({entry, place}: {entry: SourceEntry; place: Place}, language: Language, locator?: string): Inline[] {
  const text = (value: string): Inline => ({type: 'text', value: value.normalize('NFC'), place})
  const italic = (value: string): Inline => ({type: 'emphasis', children: [text(value)], place})
  const titleFirst = entry.type === 'treaty' || entry.type === 'news'
  const who = entry.author ?? (titleFirst ? undefined : entry.publisher)
  const publisher = who === entry.publisher ? undefined : entry.publisher
  const parts: Inline[] = []
  if (who !== undefined) parts.push(text(who))
  parts.push(title(entry))
  if (publisher !== undefined) parts.push(entry.type === 'news' ? italic(publisher) : text(publisher))
  if (entry.symbol !== undefined) parts.push(text(entry.symbol))
  if (entry.date) parts.push(text(language.date(entry.date, 'long')))
  if (entry.page !== undefined) parts.push(text(entry.page))
  if (locator !== undefined) parts.push(text(locator))
  if (entry.url !== undefined) parts.push(address(entry.url))

  const words = parts.flatMap((part, index) => (index > 0 ? [text(', '), part] : [part]))
  if (entry.accessed) words.push(text(` (${language.labels.accessed.replace('{date}', language.date(entry.accessed, 'long'))})`))
  if (entry.archived !== undefined) words.push(text(`, ${language.labels.archived} `), address(entry.archived))
  const last = words.at(-1)
  if (!(last?.type === 'text' && last.value.endsWith('.'))) words.push(text('.'))
  return setFinely(words, language)

  function title({type, title}: SourceEntry): Inline {
    const set = TITLES[type]
    // Marks within marks are single ones.
    return set === 'italic' ? italic(title) : text(set === 'quoted' ? `"${title.replaceAll('"', "'")}"` : title)
  }

  /** Written out without its scheme, so that it can be typed from paper. */
  function address(url: string): Inline {
    return {type: 'link', href: url, children: [text(url.replace(/^https?:\/\/|\/$/g, ''))], place}
  }
}
