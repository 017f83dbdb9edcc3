import type {TextStyle} from '../brand/index.js'
import {type Inline, wordsOf} from '../content.js'
import type {Place} from '../diagnostic.js'
import {breakAddress, isAddress} from '../language/index.js'
import {type Division, type ElementProps, type Style, Words} from './elements.js'
import {inlines} from './inlines.js'
import {ragOf} from './measures.js'
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
  /** Display type: divided nowhere but in a word that is wider than the line. */
  unbroken?: boolean
}

/** Words of an author in one style: the paragraph of running text, of a cell, of a caption. */
export function Paragraph({children, style, width, place, align = 'left', box, unbroken = false, role = 'P', ...rest}: ParagraphProps) {
  const setting = useSetting()
  const justified = align === 'justify'
  const offset = place?.start?.offset ?? -1
  // Words of the program have no place by which a layout could tell that they need more.
  const room = justified ? 0 : Math.max(ragOf(width) * (offset < 0 ? 1.4 : 1), setting.found.rags[offset] ?? 0)
  const rigid = unbroken || setting.found.rigid.includes(offset)
  const isWide = (word: string) => setting.fonts.width(word, style) > width - room
  // Where a word must be divided, breaks may not be forbidden: each costs so much that none is made but there.
  const forbidden = wordsOf(children).split(' ').some(isWide) ? DEAR : FORBIDDEN
  return (
    <Words
      {...rest}
      role={role}
      {...(place ? {place} : {})}
      style={{...style, textAlign: align, width, ...paddings[align](room), ...box}}
      hyphenationPenalty={rigid ? forbidden : justified ? 60 : 50}
      hyphenate={unbroken ? {how: `display ${width - room}`, of: (word) => (isWide(word) ? divided(word, setting) : [word])} : justified ? {how: 'language', of: setting.language.hyphenate} : dividing(setting, style, width - room)}
    >
      {inlines(children, setting, style)}
    </Words>
  )
}

/** Where the room for wider spaces lies: at the ragged side. */
const paddings = {
  left: (room: number) => ({paddingRight: room}),
  right: (room: number) => ({paddingLeft: room}),
  center: (room: number) => ({paddingHorizontal: room / 2}),
  justify: () => ({}),
}

/** What the engine takes for "never". */
const FORBIDDEN = 10000
const DEAR = 9999

/** Ragged words break after their own hyphens; what is wider than the line is divided as the language divides it. */
export function dividing({fonts, language}: Pick<Setting, 'fonts' | 'language'>, style: TextStyle, room: number): Division {
  return {
    how: `words ${room}`,
    of: (word) => (word.length < 4 || fonts.width(word, style) <= room ? atHyphens(word) : divided(word, {language})),
  }
}

const divided = (word: string, {language}: Pick<Setting, 'language'>): string[] => (isAddress(word) ? breakAddress(word) : language.hyphenate(word))

/** Words of the program, to stand where an author's may. */
export const plain = (value: string): Inline[] => [{type: 'text', value, place: {path: ''}}]

const atHyphens = (word: string): string[] => word.split(/(?<=\p{L}-)(?=\p{L})/u)
