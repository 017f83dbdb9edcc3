import type {Diagnostic} from '../diagnostic.js'
import {inThisProcess, type Job} from '../press/index.js'
import {releaseFindings} from '../release/index.js'
import {dayAtHand} from './day-at-hand.js'
import type {Io} from './io.js'
import type {OpenedPack} from './open-pack.js'
import {sourceDate} from './source-date.js'

/** Why the papers of a pack may not leave the house; nothing where they may. */
export async function keptBack({workspace, jobs}: OpenedPack, io: Io): Promise<Diagnostic[]> {
  const room = inThisProcess({files: workspace.files})
  const now = (sourceDate(io) ?? new Date()).getTime()
  const on = dayAtHand(io)
  const found: Diagnostic[] = []
  for (const job of jobs) {
    const {value, diagnostics} = await room.read({...job, on} as Job) // a day is a date, as precise as one
    if (value) found.push(...releaseFindings([{release: value.paper.release, diagnostics}], {now}))
    else found.push(...diagnostics)
  }
  return found
}
