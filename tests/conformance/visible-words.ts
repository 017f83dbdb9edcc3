import type {Page} from '../../src/print/index.js'

/** What a reader sees: all words without the spaces between them, and what the pictures show, in words. */
export interface Visible {
  words: string
  pictures: string[]
}

/** What is seen of a reference rendering in HTML. */
export function visibleInHtml(html: string): Visible {
  const shown = html
    .replace(/<!--(?:>|->|[\s\S]*?-->)|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<![A-Z][^>]*>/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
  const pictures = [...shown.matchAll(/<img\b[^>]*?\balt="([^"]*)"/g)].map(([, alt = '']) => decoded(alt))
  return {words: bare(decoded(shown.replace(/<\/?[a-z](?:"[^"]*"|'[^']*'|[^"'>])*(?:>|$)/gi, ''))), pictures: pictures.filter((alt) => alt !== '')}
}

/** What is seen of a paper's body: not its title, running heads or captions, nor the marks of its lists. */
export function visibleOnPages(pages: readonly Page[]): Visible {
  const lines = pages.flatMap((page) => page.lines).filter(({role, place}) => place && !['Artifact', 'Lbl', 'Caption', 'H1'].includes(role))
  return {words: bare(lines.map(({text}) => text).join(' ')), pictures: pages.flatMap(({figures}) => figures.map(({alt}) => alt)).filter((alt) => alt !== '')}
}

/** Without spaces, hyphens that only divide, and the turn of quotation marks. */
const bare = (text: string): string =>
  text.normalize('NFC').replace(/[\s\u00ad\u200b\ufeff]+/g, '').replace(/[‘’]/g, "'").replace(/[“”]/g, '"')

const SIGNS: Record<string, string> = {quot: '"', amp: '&', lt: '<', gt: '>'}

const decoded = (html: string): string => html.replace(/&([a-z]+);/g, (typed, name: string) => SIGNS[name] ?? typed)
