export {drawPaper} from './paper.js'
