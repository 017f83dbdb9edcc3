export type {Checked, Checker, Job, Printed, Printer} from './job.js'
export {type BuildOptions, buildPapers, checkPapers, type PaperReport, type PressOptions} from './press.js'
