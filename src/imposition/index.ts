/** Finished PDFs are put on sheets for a printer, and bound together. What comes out is to be printed, and neither tagged nor archival. */
export {type BindOptions, bindIn, type Bound, type BoundIn} from './bind-in.js'
export {booklet, type BookletOptions} from './booklet.js'
export {openPages, type PdfTrouble} from './open-pages.js'
export {bookletSides, pairsOf, type Side} from './page-order.js'
export {twoUp} from './two-up.js'
