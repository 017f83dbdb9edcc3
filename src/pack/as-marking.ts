import type {Place} from '../diagnostic.js'
import type {Placed} from './pack-file.js'

/** A marking as it prints: in capitals. */
export const asMarking = ({text, place}: Placed): {words: string; place: Place} => ({words: text.normalize('NFC').toUpperCase(), place})
