import {hashOf} from '../cache/index.js'
import type {CheckedPaper} from '../check.js'
import type {Job} from './job.js'

/** What tells an edition from others. */
export interface PrintKeys {
  /** Of all that decides its bytes: words, facts as they print, pictures, brand, fonts, paper. */
  key: string
  /** The same with the places in its author's files, in which findings on its pages are told. */
  placed: string
}

/**
 * The keys of an edition. A layout asks of places only which are the same, so that a comment or a blank line more in the
 * briefing is no other edition: offsets are numbered in the order in which they are met.
 * What it leaves out decides whether it may be printed: such an edition is told by all of its briefing.
 */
export function printKeys({leftOut, facts: _, ...shown}: CheckedPaper['edition'], {source, row}: Pick<Job, 'source' | 'row'>): PrintKeys {
  const edition = leftOut.length > 0 ? {...shown, briefing: source.text, row: row?.values} : shown
  const met = new Map<string, number>()
  const placed = JSON.stringify(edition)
  const bare = placed.replace(POINT, (_point, offset: string) => {
    const number = met.get(offset) ?? met.size
    met.set(offset, number)
    return String(number)
  })
  return {key: hashOf(bare), placed: hashOf(placed)}
}

/** A point in a file, as JSON writes it. No text looks like one: its quotation marks have a backslash before them. */
const POINT = /\{"line":\d+,"column":\d+,"offset":(\d+)\}/g
