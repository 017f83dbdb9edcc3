import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Words of a file as pdf.js reads them by their marks, in the order of its elements: an element may hold words before and after another. */
export interface ReadWords {
  /** The element's role and those above it, outermost first. */
  roles: readonly string[]
  words: string
}

interface StructNode {
  role: string
  children: (StructNode | {type: string; id: string})[]
}

/** All words of a file in reading order, page by page. */
export async function readInOrder(pdf: Uint8Array): Promise<ReadWords[]> {
  const document = await getDocument({data: new Uint8Array(pdf), verbosity: 0}).promise
  const found: ReadWords[] = []
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
    // The types of pdf.js describe the tree loosely.
    const visit = ({role, children}: StructNode, above: readonly string[]) => {
      const roles = [...above, role]
      for (const [at, child] of children.entries()) {
        const before = children[at - 1]
        // The table after a drawing is the drawing's own, written unseen.
        const isTwin = 'role' in child && child.role === 'Table' && before && 'role' in before && before.role === 'Figure'
        if ('role' in child) visit(child, isTwin ? [...roles, 'Figure'] : roles)
        else if (child.type === 'content') found.push({roles, words: marked.get(child.id) ?? ''})
      }
    }
    const tree = (await page.getStructTree()) as StructNode | null
    if (tree) visit(tree, [])
  }
  await document.destroy()
  return found
}
