import type {Place} from '../diagnostic.js'

/** One row of what a template is printed for. Plain data, so that it can cross to another process. */
export interface Row {
  /** What names it among the rows, such as `PL`. */
  key: string
  /** The text of each column that the template uses; empty where the row has none. */
  values: Readonly<Record<string, string>>
  /** What its paper is called, in place of the template's name. */
  output: string
  /** Where it stands in its file. It serves to tell what is wrong, and nothing that prints depends on it. */
  place: Place
}
