import {type Diagnostic, error} from '../diagnostic.js'
import type {Release, Standing} from './standing.js'

/** A paper that is about to leave the house, and what was found in it; places as the reader's. */
export interface Candidate {
  release: Release
  diagnostics: readonly Diagnostic[]
}

/** Warnings that may stay in a paper that is built, and not in one that is issued: what it says is no longer so. */
const TOO_OLD = new Set(['facts/stale', 'facts/superseded', 'facts/review-due', 'facts/disputed-since', 'checks/deadline-passed', 'checks/review-due', 'facts/contradiction'])

const WHY: Record<Exclude<Standing, 'cleared'>, string> = {
  unmarked: 'The paper has not been cleared',
  draft: 'The paper is a draft',
  'for-clearance': 'The paper waits for its clearance',
  void: 'The paper was changed after it was cleared',
}

/**
 * All reasons at once why papers may not be issued: not cleared, under embargo, out of date, or failing a check. `now` is in
 * milliseconds since 1970; what is out of date was told of the day that the papers were checked for.
 */
export function releaseFindings(papers: readonly Candidate[], {now}: {now: number}): Diagnostic[] {
  return papers.flatMap(({release, diagnostics}) => {
    const {standing, place, changed, embargo} = release
    const reasons = diagnostics.flatMap((one) => (one.severity === 'error' ? [one] : TOO_OLD.has(one.rule) ? [{...one, severity: 'error' as const}] : []))
    if (standing !== 'cleared') {
      const hint = standing === 'draft' ? 'Write `status: for-clearance`, and have it cleared with `demarche clear`' : 'Have it cleared with `demarche clear`'
      reasons.push(error('release/not-cleared', place, `${WHY[standing]}${changed === undefined ? '' : `: ${changed}`}`, hint))
    }
    if (embargo && embargo.ends > now) reasons.push(error('release/embargo', embargo.place, `The paper is under embargo until \`${embargo.words}\``, 'Issue it when the embargo has ended'))
    return reasons
  })
}
