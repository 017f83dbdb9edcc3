import {loadRenderer} from '../build.js'
import {OWN_PAPER, type Printing, servePress} from '../press/index.js'
import {packsInThisProcess} from './print-pack.js'

/** Prints packs until nobody asks for any more. */
export const serve: Printing['serve'] = async (wanting) => {
  await loadRenderer()
  servePress(packsInThisProcess(), wanting)
}

export const rehearse: Printing['rehearse'] = async () => {
  await packsInThisProcess()(OWN_PAPER)
}
