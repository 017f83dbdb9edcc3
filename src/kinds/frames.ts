/** How each kind of paper opens and closes: the second door of this room, for who draws. */
import {frame as aideMemoire} from './aide-memoire/frame.js'
import {frame as coverNote} from './cover-note/frame.js'
import {frame as factSheet} from './fact-sheet/frame.js'
import type {specs} from './index.js'
import type {Frame} from './kind.js'
import {frame as nonPaper} from './non-paper/frame.js'
import {frame as noteVerbale} from './note-verbale/frame.js'
import {frame as positionPaper} from './position-paper/frame.js'
import {frame as qAndA} from './q-and-a/frame.js'
import {frame as statement} from './statement/frame.js'
import {frame as talkingPoints} from './talking-points/frame.js'

export type {Frame} from './kind.js'

/** A frame for each kind, or this does not compile. */
const frames: Record<keyof typeof specs, Frame> = {
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

/** The frame of a kind; a kind that is none of ours is a bug. */
export function frameOf(kind: string): Frame {
  const frame = Object.entries(frames).find(([name]) => name === kind)?.[1]
  if (!frame) throw new Error(`No frame for ${kind}`)
  return frame
}
