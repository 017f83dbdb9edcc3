/** The process that the fuzz prints in: one paper after the other, each answered with its verdict. */
import {judge} from './judge.js'
import type {FuzzPaper} from './paper.js'

process.on('message', async (paper: FuzzPaper) => {
  process.send?.(await judge(paper))
})
process.on('disconnect', () => process.exit())
