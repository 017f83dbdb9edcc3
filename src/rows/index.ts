/** What a template is printed for: rows of a file, and how their values reach a paper. */
export type {Row} from './row.js'
