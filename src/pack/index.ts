/** A pack: from a list of members to one document, its papers alone, an archive and a list. */
export type {Annex, Pack, PackPaper} from './pack.js'
export {type Leaving, type MadePack, makePack, type MakeOptions} from './make-pack.js'
export {packsInThisProcess} from './print-pack.js'
export {readPack, type ReadOptions} from './read-pack.js'
