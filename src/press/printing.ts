import {loadRenderer} from '../build.js'
import type {Printing} from './begin-printing.js'
import {OWN_PAPER} from './own-paper.js'
import {inThisProcess} from './print-paper.js'
import {servePress} from './serve.js'

/** Prints papers until nobody asks for any more. */
export const serve: Printing['serve'] = async (wanting) => {
  await loadRenderer()
  servePress(inThisProcess().print, wanting)
}

export const rehearse: Printing['rehearse'] = async () => {
  await inThisProcess().print(OWN_PAPER)
}
