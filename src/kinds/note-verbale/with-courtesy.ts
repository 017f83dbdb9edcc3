import {type Piece, wordsOf} from '../../content.js'
import {type Diagnostic, error, warning} from '../../diagnostic.js'
import type {Completing} from '../kind.js'
import {formulasOf, officesOf} from './formulas.js'

/** The author's text with the formula that opens a note; that which closes it stands by the seal. */
export function withCourtesy(body: readonly Piece[], {meta, at}: Completing): {body: Piece[]; diagnostics: Diagnostic[]} {
  const [first, ...rest] = body
  const next = first?.type === 'paragraph' ? wordsOf(first.children) : ''
  const diagnostics = withoutArticle({meta, at})
  if (first?.type !== 'paragraph' || !/^[^\p{L}]*\p{Ll}/u.test(next)) {
    const french = meta.language === 'fr'
    const message = `The text of a note goes on from \`${french ? 'et a l’honneur de' : 'and has the honour to'}\`: expected a paragraph that begins with a small letter`
    const hint = `Begin with what is done: ${french ? '`l’informer que ...`, `appeler son attention sur ...`' : '`inform it that ...`, `draw its attention to ...`'}`
    return {body: [...body], diagnostics: [...diagnostics, error('note-verbale/opening', first?.place ?? at('kind'), message, hint)]}
  }
  const {sender, recipient} = officesOf(meta)
  const opening = {type: 'text' as const, value: formulasOf(meta).opening(sender, recipient, next), place: at('sender')}
  return {body: [{...first, children: [opening, ...first.children]}, ...rest], diagnostics}
}

/** An office that stands in a sentence as it does on a door. */
function withoutArticle({meta, at}: Completing): Diagnostic[] {
  const {office, example} = formulasOf(meta)
  return Object.entries(officesOf(meta)).flatMap(([key, name]) =>
    office.test(name) ? [warning('note-verbale/no-article', at(key), `\`${name}\` stands in the sentences of the note, and has no article`, `Write it as in \`${example}\``)] : [],
  )
}
