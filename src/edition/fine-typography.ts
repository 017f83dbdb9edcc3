import type {Inline} from '../content.js'
import {type Language, languageOf} from '../language/index.js'

/** Sets quotation marks and no-break spaces in the words of a paragraph, in its language; code and addresses stay as typed. */
export function setFinely(children: readonly Inline[], language: Language): Inline[] {
  /** The character before, as it will print; none at the start of the paragraph. */
  let before: string | undefined
  return set(children, language)

  /** What stands before a mark decides which way it turns, across emphasis and links. */
  function set(inlines: readonly Inline[], language: Language): Inline[] {
    return inlines.map((inline) => {
      switch (inline.type) {
        case 'text': {
          const value = language.typography(inline.value, before)
          before = lastOf(value) ?? before
          return {...inline, value}
        }
        case 'code':
          before = lastOf(inline.value) ?? before
          return inline
        case 'break':
          before = '\n'
          return inline
        case 'note':
          return inline
        case 'image':
          before = OBJECT
          return inline
        case 'link':
          if (!isOwnAddress(inline)) return {...inline, children: set(inline.children, language)}
          before = lastOf(inline.href)
          return inline
        case 'foreign':
          return {...inline, children: set(inline.children, languageOf(inline.language) ?? language)}
        default:
          return {...inline, children: set(inline.children, language)}
      }
    })
  }
}

const lastOf = (text: string): string | undefined => Array.from(text).at(-1)

/** Stands for what is no text, in Unicode. */
const OBJECT = '\uFFFC'

/** A link whose words are where it leads. */
function isOwnAddress({href, children}: Extract<Inline, {type: 'link'}>): boolean {
  const [only, more] = children
  if (only?.type !== 'text' || more) return false
  const bare = (text: string) => text.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '')
  return bare(href) === bare(only.value)
}
