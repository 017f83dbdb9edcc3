/** The process that papers are printed in: it reads the workspace, and reaches nothing else. */
import {closeNetwork} from './close-network.js'
import {endWithParent} from './end-with-parent.js'
import {servePress} from './serve.js'

closeNetwork()
endWithParent()
// What it loads finds the network closed.
const {inThisProcess} = await import('./print-paper.js')
await import('../build.js').then(({loadRenderer}) => loadRenderer())
servePress(inThisProcess().print)
