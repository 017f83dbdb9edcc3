export {type Paper, planPaper} from './paper.js'
export type {Columns, Flow, Stacked} from './flow.js'
export type {Part} from './part.js'
