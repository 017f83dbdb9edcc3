import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** An element that holds words, as pdf.js reads them by their marks. */
export interface ReadElement {
  role: string
  /** Roles above it, outermost first. */
  above: readonly string[]
  words: string
}

interface StructNode {
  role: string
  children: (StructNode | {type: string; id: string})[]
}

/** Roles of words within a paragraph: their words are the paragraph's. */
const INLINE = new Set(['Span', 'Em', 'Strong', 'Link', 'Reference', 'Code'])

/** The words of a file by its elements, in reading order; an element over two pages comes once a page. */
export async function readWords(pdf: Uint8Array): Promise<ReadElement[][]> {
  const document = await getDocument({data: new Uint8Array(pdf), verbosity: 0}).promise
  const pages: ReadElement[][] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const {items} = await page.getTextContent({includeMarkedContent: true, disableNormalization: true})
    const marked = new Map<string, string>()
    const open: (string | undefined)[] = []
    for (const item of items) {
      if ('str' in item) {
        const id = open.findLast((one) => one !== undefined)
        if (id !== undefined) marked.set(id, (marked.get(id) ?? '') + item.str)
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push(item.id)
    }
    const found: ReadElement[] = []
    // The types of pdf.js describe the tree loosely.
    const visit = (node: StructNode, above: readonly string[], holder: ReadElement | undefined) => {
      const own = INLINE.has(node.role) && holder ? holder : {role: node.role, above, words: ''}
      if (own !== holder) found.push(own)
      for (const [at, child] of node.children.entries()) {
        const before = node.children[at - 1]
        // The table after a drawing is the drawing's own, written unseen.
        const twin = 'role' in child && child.role === 'Table' && before && 'role' in before && before.role === 'Figure'
        if ('role' in child) visit(child, twin ? [...above, node.role, 'Figure'] : [...above, node.role], own)
        else if (child.type === 'content') own.words += marked.get(child.id) ?? ''
      }
    }
    const tree = (await page.getStructTree()) as StructNode | null
    if (tree) visit(tree, [], undefined)
    pages.push(found.filter(({words}) => words !== ''))
  }
  await document.destroy()
  return pages
}
