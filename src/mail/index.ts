/** Letters: a cover note for each recipient, with the papers, as drafts that a mail program opens. */
export {draftOf, type Enclosed, subjectOf} from './draft.js'
export {type Letter, letterOf} from './letter.js'
export {asciiAddress, readRecipients, type Recipient} from './recipients.js'
