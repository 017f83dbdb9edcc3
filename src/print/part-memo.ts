import type {Brand} from '../brand/index.js'
import type {Setting} from '../drawing/index.js'
import type {Paper} from '../pages/index.js'
import type {LaidNode} from './laid-out.js'
import type {Measured, Wanted} from './measure.js'
import type {Stamp} from './stamp.js'
import {openTextMemo, type TextMemo} from './set-texts.js'
import {openStripMemo, sizeOf, type StripMemo} from './strips.js'

type Known = Omit<Setting, 'Block' | 'found'>

/** Parts that papers have in common, laid out and painted once: the text of a template that no row changes, a running head, a contact. */
export interface PartMemo {
  get(one: Wanted, paper: Paper, setting: Known): LaidNode | undefined
  put(one: Measured, paper: Paper, setting: Known): void
  /** Of parts that are not the same, the strips that are. */
  strips: StripMemo
  /** And of those that are not the same, the texts of one line. */
  texts: TextMemo
  /** What tells two of them apart that are drawn the same: fonts, and how words are divided. */
  scopeOf(setting: Known): string
  /** What their elements are painted with. */
  stamps: WeakMap<LaidNode, Stamp>
}

/** Boxes and lines of text that are remembered, some thirty megabytes of them. Past that the oldest go. */
const MOST = 4000

/** A memo of at most so many boxes and lines, for the papers of one process. What it hands out is copied before it is changed. */
export function openPartMemo({most = MOST}: {most?: number} = {}): PartMemo {
  const known = new Map<string, {box: LaidNode; size: number}>()
  const brands = new WeakMap<Brand, number>()
  let [size, count] = [0, 0]
  // A brand is loaded once in a process: what it is made of need not be read again to tell two apart.
  const brandOf = (brand: Brand): number => {
    const number = brands.get(brand) ?? count++
    brands.set(brand, number)
    return number
  }
  const scopeOf = ({brand, look, language}: Known): string => `${brandOf(brand)} ${look.lightToner} ${language.code}`
  // All that a part is drawn from: `Setting` says of a paper no more than this.
  const keyOf = ({part, number}: Wanted, paper: Paper, setting: Known): string =>
    JSON.stringify([setting.key, number, scopeOf(setting), setting.look.size, setting.meta.asOf, part, paper.contentOf(part)])
  return {
    stamps: new WeakMap(),
    strips: openStripMemo(),
    texts: openTextMemo(),
    scopeOf,
    get(one, paper, setting) {
      const key = keyOf(one, paper, setting)
      const found = known.get(key)
      if (!found) return undefined
      known.delete(key)
      known.set(key, found)
      return found.box
    },
    put(one, paper, setting) {
      const key = keyOf(one, paper, setting)
      const own = sizeOf(one.box)
      known.set(key, {box: one.box, size: own})
      size += own
      for (const [oldest, {size: gone}] of known) {
        if (size <= most) break
        known.delete(oldest)
        size -= gone
      }
    },
  }
}
