export type {Page, Print, TraceLine} from './print.js'
