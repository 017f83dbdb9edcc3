/** Whether a paper may leave the house, and what is known of those that have. */
export {findLeaks, type Leaving} from './find-leaks.js'
export {changeLines, type Changes, changesBetween} from './changes.js'
export {clearedPath} from './cleared-path.js'
export {readSnapshot, type Snapshot, snapshotOf, snapshotText} from './snapshot.js'
export {asItStands, clearanceHash, type Release, type Standing, standingOf} from './standing.js'
export {writeClearance} from './write-clearance.js'
export {type Candidate, releaseFindings} from './release-findings.js'
