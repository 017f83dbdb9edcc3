import {z} from 'zod'
import type {Place} from '../diagnostic.js'
import {BRIEF, text as words, webAddress} from '../shapes/fields.js'
import {once} from '../once.js'

/** Something a brand names, kept with its place: a colour, a family, a file. */
export interface Named {
  type: 'named'
  text: string
  place: Place
}

/** Text that is looked up later, when its place is wanted for what is found wrong. */
export const named = once(() => text().transform((typed): Named => ({type: 'named', text: typed.trim(), place: {path: ''}})))

export const text = (most = BRIEF) => words(most)

const LENGTH = /^(\d+(?:\.\d+)?)\s*(pt|mm|cm|in|px)?$/
const POINTS: Record<string, number> = {pt: 1, mm: 72 / 25.4, cm: 72 / 2.54, in: 72, px: 0.75}

/** Points of `28`, `28pt`, `166mm`, `2cm`, `1in` or `16px`; nothing for any other text. */
export function readLength(typed: string): number | undefined {
  const [, number, unit = 'pt'] = LENGTH.exec(typed.trim()) ?? []
  return number === undefined ? undefined : Number(number) * (POINTS[unit] ?? 1)
}

/** A length within bounds, in points. Sizes without bounds can hang the layout, so every length has them. */
export const length = (least: string, most: string) =>
  z
    .string()
    .refine((typed) => {
      const points = readLength(typed)
      return points !== undefined && points >= (readLength(least) ?? 0) && points <= (readLength(most) ?? 0)
    }, `Expected a length from \`${least}\` to \`${most}\``)
    .transform((typed) => readLength(typed) ?? 0)

/** A web address. */
export const address = (most?: number) => webAddress(most)
