/** The kinds of paper: what each is called, what its front matter takes and what its readers expect. */
import {aideMemoire} from './aide-memoire/aide-memoire.js'
import {coverNote} from './cover-note/cover-note.js'
import {factSheet} from './fact-sheet/fact-sheet.js'
import type {KindSpec} from './kind.js'
import {nonPaper} from './non-paper/non-paper.js'
import {noteVerbale} from './note-verbale/note-verbale.js'
import {positionPaper} from './position-paper/position-paper.js'
import {qAndA} from './q-and-a/q-and-a.js'
import {statement} from './statement/statement.js'
import {talkingPoints} from './talking-points/talking-points.js'

export type {ClosingProps, Expected, Frame, KindSpec} from './kind.js'
export {type BaseMeta, baseMeta} from './meta.js'

/** Every kind by its name; `frames.ts` has a frame for each, or does not compile. */
export const specs = {
  'aide-memoire': aideMemoire,
  'cover-note': coverNote,
  'fact-sheet': factSheet,
  'non-paper': nonPaper,
  'note-verbale': noteVerbale,
  'position-paper': positionPaper,
  'q-and-a': qAndA,
  statement,
  'talking-points': talkingPoints,
}

/** Every kind, in the order of their names. */
export const kinds: readonly KindSpec[] = Object.values(specs)

/** The kind of that name. */
export const kindNamed = (name: string): KindSpec | undefined => kinds.find((kind) => kind.name === name)
