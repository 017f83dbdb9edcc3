/** Whether a PDF is what it says it is: read by nothing that printed it. */
export type {Carried} from './embedded.js'
export {openPdf, type Pdf, type Refusal} from './open-pdf.js'
export {type Found, textsIn} from './texts-in.js'
export {type Listed, type Rebuilt, type Verdict, verify, type VerifyOptions} from './verify.js'
