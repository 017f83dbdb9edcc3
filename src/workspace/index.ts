export {type Found, findBriefings, otherPapers} from './find-briefings.js'
export {brandNames, openWorkspace, type Settings, type Workspace} from './workspace.js'
