import type {Printing} from './begin-printing.js'
import {inThisProcess} from './print-paper.js'
import {servePress} from './serve.js'

/** Checks papers until nobody asks for any more. */
export const serve: Printing['serve'] = async (wanting) => servePress(inThisProcess().check, wanting)
