import {type LaidNode, nodesOf} from './laid-out.js'
import type {PdfFile} from './pdf-file.js'

export interface Heading {
  depth: number
  words: string
  page: number
  top: number
}

interface OutlineItem {
  addItem(title: string, options: object): OutlineItem
  outlineData: {Dest: unknown[]}
}

/** The headings of a layout in reading order; a heading that runs over a page counts where it begins. */
export function headingsOf(root: LaidNode): Heading[] {
  const seen = new Set<unknown>()
  return (root.children ?? []).flatMap((page, index) =>
    nodesOf(page).flatMap(({node, y}) => {
      const tag = node.props?.tag
      const depth = /^H([1-6])$/.exec(tag?.role ?? '')?.[1]
      if (depth === undefined || seen.has(tag)) return []
      seen.add(tag)
      return [{depth: Number(depth), words: tag?.title ?? wordsOf(node), page: index, top: y}]
    }),
  )
}

/** Bookmarks from the headings, each a little above its words. */
export function addOutline(file: PdfFile, headings: readonly Heading[]): void {
  // pdfkit's types do not know the outline item's own dictionary.
  const {outline, _root} = file as unknown as {
    outline: OutlineItem
    _root: {data: {Pages: {data: {Kids: {data: {MediaBox: number[]}}[]}}}}
  }
  const open: {depth: number; item: OutlineItem}[] = [{depth: 0, item: outline}]
  for (const {depth, words, page, top} of headings) {
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()
    const parent = open.at(-1)?.item ?? outline
    const item = parent.addItem(words, {pageNumber: page, expanded: depth < 2})
    const kid = _root.data.Pages.data.Kids[page]
    const height = kid?.data.MediaBox[3] ?? 0
    item.outlineData.Dest = [kid, 'XYZ', 0, Math.round((height - top + 7) * 100) / 100, null]
    open.push({depth, item})
  }
}

/** The words of a node as they were set, without note calls. */
function wordsOf(node: LaidNode): string {
  if (node.lines) return node.lines.map((line) => line.string.trim()).join(' ').replace(/\s+/g, ' ').trim()
  return (node.children ?? []).map(wordsOf).filter(Boolean).join(' ')
}
