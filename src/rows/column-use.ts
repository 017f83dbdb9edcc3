import type {Place} from '../diagnostic.js'

/** Where a template asks for a column. */
export interface ColumnUse {
  /** Its name; of several, the first that there is. */
  names: readonly string[]
  place: Place
  /** Values that it is compared with. */
  values?: readonly string[]
}
