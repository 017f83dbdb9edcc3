/** What a reader would miss or stumble over; each check is a file. Errors of the author are found where things are read. */
import type {Briefing} from '../briefing/index.js'
import type {Diagnostic} from '../diagnostic.js'
import type {Edition} from '../edition/index.js'
import type {Page} from '../print/index.js'
import {checkBudget} from './budget.js'
import {checkCitedListed} from './cited-not-listed.js'
import {checkAccessDates} from './no-access-date.js'
import {checkSums} from './parts-do-not-sum.js'
import {checkLinkWords} from './link-words.js'
import {checkDeadlines, checkFactClock, type ClockOptions} from './fact-clock.js'
import {checkParts} from './missing-part.js'
import {checkTableHeads} from './table-head.js'
import {checkSections} from './empty-section.js'
import {checkLastPage} from './short-last-page.js'
import {checkUndisclosed} from './undisclosed.js'
import {checkWords} from './words.js'

export {findContradictions} from './contradiction.js'
export {checkIgnores, isIgnored, withoutIgnored} from './ignored.js'
export {unknownRule} from './rules.js'
export {type Severities, SEVERITY_CHOICES, withSeverities} from './severities.js'

/** Checks a paper before it is laid out; the clock says what has grown old on a day. What an author switched off is among it. */
export function checkEdition(briefing: Briefing, edition: Edition, clock: ClockOptions): Diagnostic[] {
  const {meta, places} = briefing
  const reviewBy = meta.review_by && {...meta.review_by, place: places.review_by ?? meta.review_by.place}
  return [
    ...checkParts(briefing, edition),
    ...checkSections(edition),
    ...checkUndisclosed(briefing, edition),
    ...checkLinkWords(edition),
    ...checkTableHeads(edition),
    ...checkSums(edition),
    ...checkAccessDates(briefing, edition, clock.register),
    ...checkCitedListed(edition, clock.register),
    ...checkFactClock(edition, clock),
    ...checkDeadlines(edition, reviewBy, clock.on),
    ...checkWords(briefing, edition, clock.register),
  ]
}

/** Checks a paper on its finished pages; pages of other papers of the document are not looked at. */
export function checkPrint(edition: Edition, pages: readonly Page[]): Diagnostic[] {
  const own = pages.filter((page) => page.edition === edition.key)
  return [...checkBudget(edition, own), ...checkLastPage(edition, own)]
}
