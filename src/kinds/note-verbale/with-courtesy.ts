import {type PaperMeta, type Piece, wordsOf} from '../../content.js'
import {error, type Diagnostic} from '../../diagnostic.js'
import {inLanguage} from '../in-language.js'
import type {Completing} from '../kind.js'

type Paragraph = Extract<Piece, {type: 'paragraph'}>

/** The words of courtesy of one language: both offices stand in them as their names were typed, with their articles. */
interface Formulas {
  /** Up to where the author goes on. */
  opening(sender: string, recipient: string, next: string): string
  closing(sender: string, recipient: string): string
}

const english: Formulas = {
  opening: (sender, recipient) => `${capital(sender)} presents its compliments to ${recipient} and has the honour to `,
  closing: (sender, recipient) => `${capital(sender)} avails itself of this opportunity to renew to ${recipient} the assurances of its highest consideration.`,
}

const french: Formulas = {
  opening: (sender, recipient, next) => `${capital(sender)} présente ses compliments ${to(recipient)} et a l’honneur ${/^[aeiouyàâæéèêëîïôœûü]/i.test(next) ? 'd’' : 'de '}`,
  closing: (sender, recipient) => `${capital(sender)} saisit cette occasion pour renouveler ${to(recipient)} les assurances de sa très haute considération.`,
}

const FORMULAS: Record<string, Formulas> = {en: english, fr: french}

/** The author's text between the formulas with which a note begins and ends. */
export function withCourtesy(body: readonly Piece[], {meta, at}: Completing): {body: Piece[]; diagnostics: Diagnostic[]} {
  const formulas = FORMULAS[meta.language] ?? english
  const {sender, recipient} = officesOf(meta)
  const [first, ...rest] = body
  const next = first?.type === 'paragraph' ? wordsOf(first.children) : ''
  if (first?.type !== 'paragraph' || !/^[^\p{L}]*\p{Ll}/u.test(next)) {
    const goesOn = inLanguage({en: '`and has the honour to`', fr: '`et a l’honneur de`'}, meta.language)
    const message = `The text of a note goes on from ${goesOn}: expected a paragraph that begins with a small letter`
    const hint = inLanguage({en: 'Begin with what is done: `inform it that ...`, `draw its attention to ...`', fr: 'Begin with what is done: `l’informer que ...`, `appeler son attention sur ...`'}, meta.language)
    return {body: [...body], diagnostics: [error('note-verbale/opening', first?.place ?? at('kind'), message, hint)]}
  }
  const opened: Paragraph = {...first, children: [{type: 'text', value: formulas.opening(sender, recipient, next), place: at('sender')}, ...first.children]}
  const closing: Paragraph = {type: 'paragraph', children: [{type: 'text', value: formulas.closing(sender, recipient), place: at('recipient')}], place: at('recipient')}
  return {body: [opened, ...rest, closing], diagnostics: []}
}

/** Both required by the kind's schema. */
const officesOf = ({own}: PaperMeta) => ({sender: String(own.sender ?? ''), recipient: String(own.recipient ?? '')})

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** French draws the preposition and the article together. */
const to = (recipient: string): string =>
  /^le /i.test(recipient) ? `au ${recipient.slice(3)}` : /^les /i.test(recipient) ? `aux ${recipient.slice(4)}` : `à ${recipient}`
