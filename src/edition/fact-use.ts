import type {Place} from '../diagnostic.js'

/** A fact that a paper prints, and the value it prints. */
export interface FactUse {
  id: string
  pin?: string
  /** The value, as it would be written in the paper's language. */
  value: string
  /** Of when the value is, as the register has it: a date, or the period it counts. */
  of: string
  /** Where the value stands in the register. */
  from: Place
  place: Place
  /** The whole link, where it is one: its words are the fact's. */
  link?: Place
}
