export {type ComposeOptions, composeEdition} from './compose-edition.js'
export type {Edition} from './edition.js'
export {addressesOf} from './headings.js'
export type {OtherPaper} from './references.js'
