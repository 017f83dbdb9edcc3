import {type Diagnostic, error} from '../diagnostic.js'
import type {Briefing} from '../briefing/index.js'
import type {Piece} from '../content.js'
import {wordsOf} from '../content.js'
import type {Edition} from '../edition/index.js'
import {kindNamed} from '../kinds/index.js'

/** A heading that says that what stands below it must not be disclosed, where it would print for everybody. */
export function checkUndisclosed({kind: name}: Briefing, {body, meta}: Edition): Diagnostic[] {
  const words = kindNamed(name)?.undisclosed?.[meta.language] ?? []
  return body.filter(isHeading).flatMap(({children, place}) => {
    const heading = wordsOf(children).trim()
    if (!words.includes(heading.toLowerCase().replaceAll('’', "'").replaceAll('\u00A0', ' '))) return []
    const message = `\`${heading}\` and what stands below it print for every reader`
    return [error(`${name}/undisclosed`, place, message, 'Put heading and text into a quotation that begins with `> [!INTERNAL]`')]
  })
}

const isHeading = (piece: Piece): piece is Extract<Piece, {type: 'heading'}> => piece.type === 'heading'
