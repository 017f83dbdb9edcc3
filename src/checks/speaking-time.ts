import type {Briefing} from '../briefing/index.js'
import {type Diagnostic, warning} from '../diagnostic.js'
import {kindNamed} from '../kinds/index.js'
import type {Reading} from './passages.js'

/** Words a minute that interpreters can follow. */
const PACE = 120

/** A text to be spoken that is longer than the time its speaker has. */
export function checkSpeakingTime({passages}: Reading, {meta, places}: Briefing): Diagnostic[] {
  const given = Number(meta.minutes)
  if (!kindNamed(meta.kind)?.spoken || meta.minutes === undefined || Number.isNaN(given)) return []
  // Titles, headings and notes are not spoken.
  const spoken = passages.filter(({where}) => where === 'text')
  const words = spoken.reduce((sum, {text}) => sum + text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length, 0)
  const most = given * PACE
  if (words <= most) return []
  const place = places.minutes ?? {path: places.title?.path ?? ''}
  const message = `The text has ${words} words, and ${given === 1 ? 'a minute takes' : `${given} minutes take`} ${most} at ${PACE} a minute`
  return [warning(`${meta.kind}/over-time`, place, message, `Shorten it by ${words - most} words`)]
}
