import {micromark} from 'micromark'
import {gfm, gfmHtml} from 'micromark-extension-gfm'
import {visibleInHtml} from '../conformance/visible-words.js'

/** What our papers print for the tags of a code host. */
const LABELS: Record<string, string> = {NOTE: 'NOTE', TIP: 'NOTE', IMPORTANT: 'NOTE', WARNING: 'WARNING', CAUTION: 'WARNING'}

/** The words that a reader sees of some Markdown, without spaces, after who wrote the rules. Notes and pictures aside. */
export function referenceWords(markdown: string): string {
  const labelled = markdown.replace(/^(\s*> ?)\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*$/gim, (_, quote: string, tag: string) => `${quote}${LABELS[tag.toUpperCase()]}`)
  const html = micromark(labelled, {allowDangerousHtml: true, allowDangerousProtocol: true, extensions: [gfm()], htmlExtensions: [gfmHtml()]})
  return visibleInHtml(html).words
}
