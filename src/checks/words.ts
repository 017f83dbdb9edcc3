import type {Briefing} from '../briefing/index.js'
import type {Diagnostic} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import type {Register} from '../facts/index.js'
import {languageOf} from '../language/index.js'
import {checkAcronyms} from './acronym.js'
import {checkCharts} from './chart-and-prose.js'
import {checkDecimals} from './decimal-sign.js'
import {checkListedCited} from './listed-not-cited.js'
import {checkAnonymity} from './names-the-house.js'
import {readPassages} from './passages.js'
import {checkRelativeTime} from './relative-time.js'
import {checkShares} from './share-without-base.js'
import {checkStateNames} from './state-name.js'
import {checkStrayMarks} from './stray-marks.js'
import {checkTreatyNames} from './treaty-names.js'
import {checkSpeakingTime} from './speaking-time.js'
import {checkThirdPerson} from './third-person.js'
import {checkFigures} from './unsourced-figure.js'

/** What an editor finds in the words of a paper; they are read once for all. */
export function checkWords(briefing: Briefing, edition: Edition, register: Register): Diagnostic[] {
  const language = languageOf(edition.meta.language)
  if (!language) return []
  const reading = {passages: readPassages(briefing, edition), language, source: briefing.source}
  return [
    ...checkFigures(reading, edition, register),
    ...checkDecimals(reading),
    ...checkStrayMarks(reading, edition),
    ...checkCharts(briefing, edition, {passages: reading.passages, register}),
    ...checkListedCited(briefing, edition, {passages: reading.passages, register}),
    ...checkRelativeTime(reading),
    ...checkShares(reading, edition, register),
    ...checkTreatyNames(reading, edition.brand),
    ...checkStateNames(reading),
    ...checkAcronyms(reading, edition.brand),
    ...checkThirdPerson(reading, briefing.kind),
    ...checkAnonymity(reading, briefing, edition),
    ...checkSpeakingTime(reading, briefing),
  ]
}
