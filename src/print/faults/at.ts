import type {Diagnostic, Place} from '../../diagnostic.js'
import type {Placed} from '../laid-out.js'

/** Rounding and side bearings: what the eye does not see. In points. */
export const SLACK = 0.75

/** A box of a page, and how to speak of it. */
export interface At {
  /** In the document, from 1. */
  page: number
  place: Place
  /** The narrower place of some words of the text. */
  find(words: string): Place
  /** Of the page. */
  width: number
  height: number
}

/** A page as its boxes are met. */
export interface Seen {
  at: At
  placed: Placed
}

/** The beginning of a text, as a message names it: with spaces that a terminal shows as such. */
export function shorten(text: string): string {
  const typed = text.replace(/[\u00a0\u202f]/g, ' ').replaceAll('\u00ad', '').trim()
  return typed.length > 40 ? `${typed.slice(0, 37).trimEnd()}...` : typed
}

export const longestWord = (text: string): string => text.split(/\s+/).reduce((long, word) => (word.length > long.length ? word : long), '')

/** Whether something was told of a text already: of all of it, of some of its words, or of the block it stands in. */
export const isTold = (place: Place, told: readonly Diagnostic[]): boolean => told.some((one) => lies(place, one.place) || lies(one.place, place))

const lies = (inner: Place, outer: Place): boolean =>
  inner.path === outer.path &&
  (inner.start?.offset ?? 0) >= (outer.start?.offset ?? 0) &&
  (inner.end?.offset ?? Number.POSITIVE_INFINITY) <= (outer.end?.offset ?? Number.POSITIVE_INFINITY)
