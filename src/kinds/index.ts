/** The kinds of paper: what each is called, what its front matter takes and what its readers expect. */
import {factSheet} from './fact-sheet/fact-sheet.js'
import {talkingPoints} from './talking-points/talking-points.js'
import {coverNote} from './cover-note/cover-note.js'
import type {KindSpec} from './kind.js'
import {positionPaper} from './position-paper/position-paper.js'
import {qAndA} from './q-and-a/q-and-a.js'

export type {ClosingProps, Expected, Frame, KindSpec} from './kind.js'
export {type BaseMeta, baseMeta} from './meta.js'

/** Every kind by its name; `frames.ts` has a frame for each, or does not compile. */
export const specs = {
  'cover-note': coverNote,
  'fact-sheet': factSheet,
  'position-paper': positionPaper,
  'q-and-a': qAndA,
  'talking-points': talkingPoints,
}

/** Every kind, in the order of their names. */
export const kinds: readonly KindSpec[] = Object.values(specs)

/** The kind of that name. */
export const kindNamed = (name: string): KindSpec | undefined => kinds.find((kind) => kind.name === name)
