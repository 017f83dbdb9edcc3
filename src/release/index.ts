/** Whether a paper may leave the house, and what is known of those that have. */
export {findLeaks, type Leaving} from './find-leaks.js'
