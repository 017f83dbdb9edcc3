export type {Labels, Language} from './language.js'
