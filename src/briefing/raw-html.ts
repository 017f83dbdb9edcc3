import {characterOf} from './markdown.js'

/** HTML that is not a comment of ours: what prints of it, and what its tag does to the words around it. */
export type RawHtml =
  | {does: 'nothing'}
  | {does: 'break'}
  /** What follows is for machines, up to the closing tag. */
  | {does: 'silence'; until: RegExp}

const MACHINE = 'script|style'

/** One tag within a line of text. */
export function readTag(html: string): RawHtml {
  if (/^<br\b/i.test(html)) return {does: 'break'}
  const silent = new RegExp(`^<(${MACHINE})\\b(?![^>]*/>)`, 'i').exec(html)?.[1]
  return silent ? {does: 'silence', until: new RegExp(`^</${silent}\\s*>`, 'i')} : {does: 'nothing'}
}

export const isClosingTag = (html: string): boolean => /^<\//.test(html)

/** The lines of words in a whole block of HTML: no tags, no comments, nothing meant for machines. */
export function wordsOfHtml(html: string): string[] {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<![A-Z][^>]*(?:>|$)/gi, '')
    .replace(new RegExp(`<(${MACHINE})\\b[\\s\\S]*?(?:</\\1\\s*>|$)`, 'gi'), '')
    .replace(/<br\b[^>]*>/gi, '\u0000')
    .replace(/<\/?[a-z](?:"[^"]*"|'[^']*'|[^"'>])*(?:>|$)/gi, ' ')
    .split('\u0000')
    .map((line) => line.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z\d]{2,31});/gi, characterOf).replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}
