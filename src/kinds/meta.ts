import {z} from 'zod'
import {country, flag, when, day} from '../shapes/fields.js'

const text = () => z.string().refine((value) => value.trim() !== '', 'Expected text')

/** Front matter that every kind knows. Values arrive as the text that was typed. */
export const baseMeta = z.strictObject({
  kind: text(),
  title: text(),
  subtitle: text().optional(),
  /** Short title for the running foot. */
  short: text().optional(),
  symbol: text().optional(),
  series: text().optional(),
  date: day(),
  as_of: when().optional(),
  review_by: day().optional(),
  language: text().optional(),
  brand: text().optional(),
  paper: z.enum(['A4', 'Letter'], 'Expected `A4` or `Letter`').optional(),
  country: country().optional(),
  marking: text().optional(),
  contact: z.array(text()).optional(),
  author: text().optional(),
  keywords: z.array(text()).optional(),
  /** Data files that the PDF carries along, by their path from the briefing. */
  attach: z.array(text()).optional(),
  /** The fact register, by its path from the briefing, in place of those of its folder and the folders above. */
  facts: text().optional(),
  /** One paper for each row: a file, or a series of the fact register. */
  rows: z.union([text(), z.strictObject({file: text(), key: text().optional(), only: text().optional()})], 'Expected a file such as `countries.csv`, or `{file: countries.csv, key: iso2}`').optional(),
  /** What the paper is called in place of the briefing's name; columns of its row stand in braces. */
  output: text().optional(),
  budget: z.enum(['none'], 'Expected `none`, or no `budget` at all').optional(),
  contents: flag().optional(),
})
export type BaseMeta = z.output<typeof baseMeta>
