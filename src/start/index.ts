export {type Code, openCode} from './code.js'
export {compiledFolder} from './compiled-folder.js'
