/** The process that a pack is printed in: as that of a single paper, it reads the workspace and reaches nothing else. */
import {closeNetwork, endWithParent, servePress} from '../press/index.js'

closeNetwork()
endWithParent()
// What it loads finds the network closed.
const {packsInThisProcess} = await import('./print-pack.js')
await import('../build.js').then(({loadRenderer}) => loadRenderer())
servePress(packsInThisProcess())
