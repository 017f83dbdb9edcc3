import {z} from 'zod'
import {BRIEF, image, LONG, prose, where} from '../../shapes/fields.js'
import {defineBlock} from '../block.js'

/** Columns of the page's twelve, or a share of the measure the figure stands in. */
export type FigureWidth = {columns: number} | {share: number}

const EXPECTED = 'Expected a number of columns from `1` to `12`, or a share such as `50%`'

const width = () => z
  .string()
  .refine((text) => readWidth(text) !== undefined, EXPECTED)
  .transform((text): FigureWidth => readWidth(text) ?? {columns: 12})

function readWidth(text: string): FigureWidth | undefined {
  const [, digits, percent] = /^(\d{1,3})\s*(%)?$/u.exec(text.trim()) ?? []
  const number = Number(digits)
  if (percent) return number >= 1 && number <= 100 ? {share: number / 100} : undefined
  return number >= 1 && number <= 12 ? {columns: number} : undefined
}

/** A picture with its caption. */
export const figure = defineBlock({
  name: 'figure',
  summary: 'A picture with its caption and credit; an image alone in a paragraph is one too.',
  native: 'image',
  where: 'text',
  schema: () => z.strictObject({
    /** Relative to the briefing. */
    image: image(),
    /** The picture in words, for who cannot see it. */
    alt: z
      .string()
      .refine((text) => text.trim() !== '', 'Expected what the picture shows, for who cannot see it')
      .refine((text) => text.length <= LONG, `Expected at most ${LONG} characters`),
    caption: prose(2 * BRIEF).optional(),
    credit: prose(BRIEF).optional(),
    width: width().optional(),
    where: where(),
  }),
})
