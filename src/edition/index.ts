export type {Edition} from './edition.js'
