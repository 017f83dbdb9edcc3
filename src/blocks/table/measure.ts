import type {TextStyle} from '../../brand/index.js'
import type {Inline} from '../../content.js'
import type {Setting} from '../../drawing/index.js'
import {breakAddress, isAddress} from '../../language/index.js'
import {partsAtMarks, raisedStyle} from './marks.js'

/** Measures cells, each text once however often it stands in a table. */
export interface Measuring {
  /** Width in one line, or of the longest line where the author broke it. */
  natural(children: readonly Inline[], style: TextStyle): number
  /** Width of the longest part that no line may divide. */
  longest(children: readonly Inline[], style: TextStyle): number
  /** Width of plain words. */
  words(text: string, style: TextStyle): number
  /** Width of the calls of notes at the end of a cell: they hang beside what they belong to. */
  hanging(children: readonly Inline[], style: TextStyle): number
}

interface Run {
  text: string
  style: TextStyle
  /** Of a picture in the line. */
  width?: number
}

export function measuring({fonts, look}: Pick<Setting, 'fonts' | 'look'>): Measuring {
  const known = new Map<string, number>()
  const words = (text: string, style: TextStyle): number => {
    const key = `${style.fontFamily}|${style.fontSize}|${style.fontWeight}|${style.fontStyle}|${style.fontFeatureSettings}|${text}`
    const width = known.get(key) ?? fonts.width(text, style)
    known.set(key, width)
    return width
  }
  const widthOf = ({text, style, width}: Run) => width ?? (text === '' ? 0 : words(text, style))

  function runsOf(children: readonly Inline[], style: TextStyle): Run[] {
    return partsAtMarks(children).flatMap((part) =>
      part.type === 'mark' ? [{text: part.letter, style: raisedStyle(style, fonts)}] : part.children.flatMap((inline, at) => runs(inline, style, part.children[at - 1])),
    )
  }

  function runs(inline: Inline, style: TextStyle, before: Inline | undefined): Run[] {
    switch (inline.type) {
      case 'text':
        return [{text: inline.value, style}]
      case 'break':
        return [{text: '\n', style}]
      case 'strong':
        return runsOf(inline.children, {...style, fontWeight: 600})
      case 'emphasis':
        return runsOf(inline.children, {...style, fontStyle: style.fontStyle === 'italic' ? 'normal' : 'italic'})
      case 'code':
        return [{text: inline.value, style: {...style, fontFamily: look.type.code.fontFamily, fontSize: Math.round(style.fontSize * 9.2) / 10}}]
      case 'note':
        return [{text: `${before?.type === 'note' ? ',' : ''}${inline.number}`, style: {...style, fontWeight: 400, fontFeatureSettings: ['sups']}}]
      case 'image':
        return inline.picture.format === 'svg'
          ? [{text: inline.alt, style}]
          : [{text: '', style, width: (style.fontSize * inline.picture.width) / inline.picture.height}]
      default:
        return runsOf(inline.children, style)
    }
  }

  return {
    words,
    natural(children, style) {
      let widest = 0
      let line = 0
      for (const run of runsOf(children, style)) {
        if (run.text === '\n') line = 0
        else line += widthOf(run)
        widest = Math.max(widest, line)
      }
      return widest
    },
    longest(children, style) {
      let widest = 0
      let word = 0
      let pieces = 0
      const add = (width: number) => {
        word += width
        pieces += width > 0 ? 1 : 0
        // Where the style changes within a word the engine must have room for the hyphen that it does not print.
        widest = Math.max(widest, word + (pieces > 1 ? words('-', style) : 0))
      }
      const next = () => {
        word = 0
        pieces = 0
      }
      for (const run of runsOf(children, style)) {
        if (run.text === '\n') next()
        else if (run.width !== undefined) add(run.width)
        else {
          unbreakable(run.text).forEach((part, at) => {
            if (at > 0) next()
            if (part !== '') add(words(part, run.style))
          })
        }
      }
      return widest
    },
    hanging(children, style) {
      const parts = partsAtMarks(children)
      let hang = 0
      for (const part of parts.toReversed()) {
        if (part.type === 'mark') {
          hang += words(part.letter, raisedStyle(style, fonts))
          continue
        }
        const calls = part.children.slice(part.children.findLastIndex((inline) => inline.type !== 'note') + 1)
        hang += runsOf(calls, style).reduce((sum, run) => sum + widthOf(run), 0)
        if (calls.length < part.children.length) break
      }
      return hang
    },
  }
}

/** What lines may divide: spaces, after a word's own hyphen, an address at its marks. No-break spaces hold. */
const unbreakable = (text: string): string[] =>
  text.split(/ +/).flatMap((word) => (isAddress(word) ? breakAddress(word) : word.split(/(?<=\p{L}-)(?=\p{L})/u)))
