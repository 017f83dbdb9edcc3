import {type TreeNode, isNode, treeOf, walk} from './faults-of.js'
import {stepsOf} from './read-content.js'
import {isRef, isStream, type ReadPdf} from './read-pdf.js'

/** An element, and its words as its fonts say they read: every space is there, which pdf.js drops at the end of a line. */
export interface MarkedWords {
  role: string
  node: TreeNode
  words: string
}

/** The words of every element of a file in reading order, those of the elements within it among them. */
export function markedWords(read: ReadPdf): MarkedWords[] {
  const marks = new Map<string, string>()
  for (const {ref, page} of read.pages) wordsOfPage(read, ref, page, marks)
  const wordsOf = (node: TreeNode): string =>
    node.kids.map((kid) => (isNode(kid) ? wordsOf(kid) : 'code' in kid ? (marks.get(`${kid.page} ${kid.code}`) ?? '') : '')).join('')
  return [...walk(treeOf(read))].map((node) => ({role: node.role, node, words: wordsOf(node)}))
}

function wordsOfPage({get, dictionary}: ReadPdf, ref: number, page: ReadPdf['catalogue'], marks: Map<string, string>): void {
  const stream = get(page.Contents)
  const fonts = dictionary(dictionary(page.Resources).Font ?? {})
  let key: string | undefined
  let texts = new Map<number, string>()
  for (const {operator, operands} of stepsOf(isStream(stream) ? stream.bytes.toString('latin1') : '')) {
    if (operator === 'BDC') {
      const at = operands.indexOf('/MCID')
      key = at < 0 ? undefined : `${ref} ${operands[at + 1]}`
    } else if (operator === 'EMC') key = undefined
    else if (operator === 'Tf') {
      const font = fonts[operands[0]?.slice(1) ?? '']
      if (isRef(font)) texts = textsOf(get(dictionary(font).ToUnicode))
    } else if (operator === 'TJ' && key !== undefined) {
      let shown = ''
      for (const [, digits = ''] of operands.join(' ').matchAll(/<([0-9a-f]+)>/gi)) {
        for (let at = 0; at < digits.length; at += 4) shown += texts.get(Number.parseInt(digits.slice(at, at + 4), 16)) ?? '\ufffd'
      }
      marks.set(key, (marks.get(key) ?? '') + shown)
    }
  }
}

/** What the codes of a font read as. */
export function textsOf(map: unknown): Map<number, string> {
  const texts = new Map<number, string>()
  for (const [, from = '', , list = ''] of (isStream(map) ? map.bytes.toString('latin1') : '').matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    ;[...list.matchAll(/<([^>]*)>/g)].forEach(([, text = ''], at) => {
      texts.set(Number.parseInt(from, 16) + at, Buffer.from(text.replace(/\s/g, ''), 'hex').swap16().toString('utf16le'))
    })
  }
  return texts
}
