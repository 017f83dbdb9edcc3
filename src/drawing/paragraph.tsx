import type {TextStyle} from '../brand/index.js'
import type {Inline} from '../content.js'
import type {Place} from '../diagnostic.js'
import {breakAddress} from '../language/index.js'
import {type ElementProps, type Style, Words} from './elements.js'
import {inlines} from './inlines.js'
import {RAG} from './measures.js'
import {type Setting, useSetting} from './setting.js'

export interface ParagraphProps extends Pick<ElementProps, 'role' | 'ahead' | 'id'> {
  children: readonly Inline[]
  /** The type it is set in. */
  style: TextStyle
  /** Width of the box in points, rag included; words that are wider than it are divided. */
  width: number
  place?: Place
  align?: 'left' | 'right' | 'center' | 'justify'
  /** Style of the box: margins, flex. */
  box?: Style
  /** Never divided: display type. */
  unbroken?: boolean
  /** Room kept free at the right of ragged text; the body's own unless said otherwise. */
  rag?: number
}

/** Words of an author in one style: the paragraph of running text, of a cell, of a caption. */
export function Paragraph({children, style, width, place, align = 'left', box, unbroken = false, rag = RAG.body, role = 'P', ...rest}: ParagraphProps) {
  const setting = useSetting()
  const justified = align === 'justify'
  const room = justified || align === 'right' || align === 'center' ? 0 : rag
  const rigid = unbroken || (place?.start !== undefined && setting.found.rigid.includes(place.start.offset))
  return (
    <Words
      {...rest}
      role={role}
      {...(place ? {place} : {})}
      style={{...style, textAlign: align, paddingRight: room, ...box}}
      hyphenationPenalty={rigid ? 10000 : justified ? 60 : 50}
      hyphenate={unbroken ? whole : justified ? setting.language.hyphenate : dividing(setting, style, width - room)}
    >
      {inlines(children, setting, style)}
    </Words>
  )
}

const whole = (word: string) => [word]

/** Ragged words break after their own hyphens; what is wider than the line is divided as the language divides it. */
export function dividing({fonts, language}: Pick<Setting, 'fonts' | 'language'>, style: TextStyle, room: number): (word: string) => string[] {
  return (word) => {
    if (word.length < 4 || fonts.width(word, style) <= room) return atHyphens(word)
    return /[/@]|\w\.\w/.test(word) ? breakAddress(word) : language.hyphenate(word)
  }
}

const atHyphens = (word: string): string[] => word.split(/(?<=\p{L}-)(?=\p{L})/u)
