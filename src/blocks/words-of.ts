import type {Inline} from '../content.js'

/** What a reader reads, without emphasis, links and calls of notes. */
export const wordsOf = (children: readonly Inline[]): string =>
  children
    .map((inline) => {
      switch (inline.type) {
        case 'text':
        case 'code':
          return inline.value
        case 'break':
          return ' '
        case 'note':
          return ''
        case 'image':
          return inline.alt
        default:
          return wordsOf(inline.children)
      }
    })
    .join('')
