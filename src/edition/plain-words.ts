import type {Inline} from '../content.js'

/** The words alone, without notes: for a contents list, a bookmark or a listing. */
export function plainWords(children: readonly Inline[]): string {
  const words = children.map((inline): string => {
    switch (inline.type) {
      case 'text':
      case 'code':
        return inline.value
      case 'break':
        return ' '
      case 'image':
        return inline.alt
      case 'note':
        return ''
      default:
        return plainWords(inline.children)
    }
  })
  return words.join('')
}
