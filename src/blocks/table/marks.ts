import type {Fonts, TextStyle} from '../../brand/index.js'
import type {Inline} from '../../content.js'

/** Words, or the small letter that calls a note under the table. */
export type MarkedPart = {type: 'words'; children: Inline[]} | {type: 'mark'; letter: string}

const MARK = /\s*\^([a-z])\^/

/** Divides the words of a cell at the marks of its notes, `6,279 ^b^`, inside emphasis and links too. */
export function partsAtMarks(children: readonly Inline[]): MarkedPart[] {
  const parts: MarkedPart[] = []
  const words = (inline: Inline) => {
    const last = parts.at(-1)
    if (last?.type === 'words') last.children.push(inline)
    else parts.push({type: 'words', children: [inline]})
  }
  for (const inline of children) {
    if (inline.type === 'text') {
      // Splitting at a group gives words and letters in turn.
      inline.value.split(MARK).forEach((piece, at) => {
        if (at % 2 === 1) parts.push({type: 'mark', letter: piece})
        else if (piece) words({...inline, value: piece})
      })
    } else if ('children' in inline) {
      for (const part of partsAtMarks(inline.children)) {
        if (part.type === 'mark') parts.push(part)
        else words({...inline, children: part.children})
      }
    } else {
      words(inline)
    }
  }
  return parts
}

/** The style of a raised letter: the face's own where it has one, else a small one lifted. */
export function raisedStyle(style: TextStyle, {width}: Pick<Fonts, 'width'>): TextStyle & {verticalAlign?: 'super'} {
  const own: TextStyle = {...style, fontWeight: 400, fontStyle: 'normal', fontFeatureSettings: ['sups']}
  const plain: TextStyle = {...own, fontFeatureSettings: []}
  if (width('abc', own) < width('abc', plain)) return own
  return {...plain, fontSize: Math.round(style.fontSize * 6.8) / 10, verticalAlign: 'super'}
}
