import type {PhrasingContent, Root} from 'mdast'
import {remark} from 'remark'
import remarkGfm from 'remark-gfm'
import type {Processor} from 'unified'

const paper = remark().use(remarkGfm).freeze()
const plainPaper = remark().use(remarkGfm).use(withoutAddresses).freeze()

/** An address that is no link by its brackets begins with one of these, or has an `@`; any letter of it may be written by its number or name, and a dot after a backslash. */
const ADDRESS = /@|https?|www|&#?\w+;/i

/** Signs that open a heading, a list or a table in a text, and only stand for themselves in a field. */
const BLOCKS = [
  'blockQuote', 'codeFenced', 'codeIndented', 'headingAtx', 'htmlFlow', 'list', 'setextUnderline', 'table', 'thematicBreak',
]
const line = remark().use(remarkGfm).use(withoutBlocks).freeze()
const plainLine = remark().use(remarkGfm).use(withoutAddresses).use(withoutBlocks).freeze()

/** Letters, figures and signs that mean nothing but themselves, wherever they stand; not what begins as a list does. */
const WORDS = /^(?!\d+[.)])[\p{L}\d](?:[\p{L}\d ,;%.?'’“”–—()/-]*[\p{L}\d,;%.?'’“”)])?$/u

/** Each letter may begin an address, and is tried: where a text has none, nobody looks for one. */
function withoutAddresses(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => ({
    ...extension,
    text: Object.fromEntries(
      Object.entries(extension.text ?? {}).flatMap(([code, constructs]) => {
        const left = [constructs ?? []].flat().filter(({name = ''}) => !/^(?:www|protocol|email)Autolink$/.test(name))
        return left.length > 0 ? [[code, left]] : []
      }),
    ),
  }))
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).map((extensions) => [extensions].flat().filter((one) => !('literalAutolink' in (one.enter ?? {}))))
}

function withoutBlocks(this: Processor): void {
  const data = this.data()
  const extensions = data.micromarkExtensions ?? []
  extensions.push({disable: {null: BLOCKS}})
  data.micromarkExtensions = extensions
}

/** The body of a file as Markdown: the front matter counts as empty lines, so that every position is one of the file. */
export function parsePaper(text: string, bodyStart: number): Root {
  return (ADDRESS.test(text) ? paper : plainPaper).parse(text.slice(0, bodyStart).replace(/[^\r\n]/g, ' ') + text.slice(bodyStart))
}

/**
 * A field's text as inline Markdown, positions counted from its own start. A note or link it calls by label exists only
 * where `isLabel` knows it. Paragraphs, which a field cannot hold, are parted by a line break.
 */
export function parseLine(text: string, isLabel: (label: string) => boolean): PhrasingContent[] {
  if (WORDS.test(text) && !ADDRESS.test(text)) return [{type: 'text', value: text, position: {start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: text.length + 1, offset: text.length}}}]
  const called = [...text.matchAll(/\[((?:[^[\]\\]|\\.){1,200})\]/gs)].map(([, label = '']) => label)
  const known = [...new Set(called)].filter(isLabel)
  const {children} = (ADDRESS.test(text) ? line : plainLine).parse([text, ...known.map((label) => `[${label}]: #`)].join('\n\n'))
  const paragraphs = children.flatMap((node) =>
    node.type === 'paragraph' && (node.position?.start.offset ?? 0) < text.length ? [node.children] : [],
  )
  return paragraphs.flatMap((words, index) => (index > 0 ? [{type: 'break' as const}, ...words] : words))
}

/** The sign that an HTML character reference such as `&eacute;` stands for. */
export function characterOf(reference: string): string {
  const [paragraph] = line.parse(reference).children
  const [text] = paragraph?.type === 'paragraph' ? paragraph.children : []
  return text?.type === 'text' ? text.value : reference
}

/** Two labels are the same where they differ in capitals and white space only. */
export const sameLabel = (label: string): string => label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase()
