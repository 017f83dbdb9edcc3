import type {TextStyle} from '../brand/index.js'
import type {Inline, Piece} from '../content.js'

/** More than this many lines at once could leave half a page empty: what is longer may split. */
export const MOST_LINES_WHOLE = 40

/** About how many lines a text takes; close enough to tell a paragraph from a page. */
export function estimateLines(pieces: readonly Piece[], style: TextStyle, width: number): number {
  const perLine = Math.max(1, width / (style.fontSize * 0.46))
  const linesOf = (letters: number) => Math.ceil(letters / perLine)
  return pieces.reduce((sum, piece) => {
    switch (piece.type) {
      case 'paragraph':
      case 'heading':
        return sum + linesOf(lettersOf(piece.children))
      case 'list':
        return sum + piece.items.reduce((inner, item) => inner + estimateLines(item.children, style, width), 0)
      case 'quote':
        return sum + estimateLines(piece.children, style, width)
      case 'code':
        return sum + piece.value.split('\n').length
      case 'rule':
        return sum + 1
      case 'block':
        // Its height is not known here; it is taken to be high.
        return sum + 12
    }
  }, 0)
}

const lettersOf = (children: readonly Inline[]): number =>
  children.reduce(
    (sum, inline) => sum + ('children' in inline ? lettersOf(inline.children) : 'value' in inline ? inline.value.length : 1),
    0,
  )
