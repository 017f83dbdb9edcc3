import type {ReactNode} from 'react'
import type {Setting} from '../../drawing/index.js'
import type {Pen} from './pen.js'

/** A drawn chart, without its words above and below. */
export interface Plot {
  width: number
  height: number
  marks: ReactNode
  /** Its series are named beside their marks; else a legend must say which is which. */
  named: boolean
}

/** Room for a drawing, and what it is drawn with. */
export interface Paper {
  width: number
  height: number
  pen: Pen
  setting: Setting
}
