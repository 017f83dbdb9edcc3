/** What earlier runs left behind, so that only what changed is made again. */
export {programFiles, programHash} from './program.js'
export {hashOf} from './sealed.js'
export {areStillSo, changedSince, look, type Sight, stampOf} from './sight.js'
export {type Kind, openStore, type Store} from './store.js'
