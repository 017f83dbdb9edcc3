import {z} from 'zod'
import {BRIEF, count, country, day, EXPECTED_OUTPUT, flag, moment, OUTPUTS, text, when} from '../shapes/fields.js'
import {once} from '../once.js'

/** Front matter that every kind knows. Values arrive as the text that was typed. */
export const baseMeta = once(() => z.strictObject({
  kind: text(60),
  title: text(300),
  subtitle: text(BRIEF).optional(),
  /** Short title for the running foot. */
  short: text(150).optional(),
  symbol: text(60).optional(),
  series: text(200).optional(),
  date: day(),
  as_of: when().optional(),
  review_by: day().optional(),
  language: text(60).optional(),
  brand: text(100).optional(),
  paper: z.enum(['A4', 'Letter'], 'Expected `A4` or `Letter`').optional(),
  /** What it is made for, each in a file of its own. */
  outputs: z.array(z.enum(OUTPUTS, EXPECTED_OUTPUT)).min(1, 'Expected at least one output').optional(),
  country: country().optional(),
  marking: text(100).optional(),
  /** That of the paper for our own people, where it is another. */
  marking_internal: text(100).optional(),
  /** How far it has come. */
  status: z.enum(['draft', 'for-clearance', 'cleared', 'issued'], 'Expected `draft`, `for-clearance`, `cleared` or `issued`').optional(),
  /** Written by `demarche clear`: who cleared it, when, and the hash of what was cleared; in a template, of each row. */
  clearance: z.strictObject({by: text(200), on: day(), of: z.union([text(150), z.record(z.string(), text(150))], 'Expected what `demarche clear` writes')}).optional(),
  /** Nothing of it may be said before. */
  embargo: moment().optional(),
  /** For whom it is, in words. */
  audience: text(200).optional(),
  /** How many copies are numbered by hand. */
  copy_numbers: count(9999).optional(),
  /** Issued again under the same symbol; an addition to it; a correction of it. */
  rev: count(999).optional(),
  add: count(999).optional(),
  corr: count(999).optional(),
  /** The briefing that this one takes the place of: its symbol, or `doc:` and its name. */
  supersedes: text(200).optional(),
  /** Prints at its end what it says and its last issue did not. */
  changes: flag().optional(),
  contact: z.array(text(100)).max(50, 'Expected at most 50 contacts').optional(),
  author: text(200).optional(),
  keywords: z.array(text(100)).max(100, 'Expected at most 100 keywords').optional(),
  /** Data files that the PDF carries along, by their path from the briefing. */
  attach: z.array(text(BRIEF)).max(100, 'Expected at most 100 files').optional(),
  /** The fact register, by its path from the briefing, in place of those of its folder and the folders above. */
  facts: text(BRIEF).optional(),
  /** One paper for each row: a file, or a series of the fact register. */
  rows: z.union([text(BRIEF), z.strictObject({file: text(BRIEF), key: text(BRIEF).optional(), only: text(BRIEF).optional()})], 'Expected a file such as `countries.csv`, or `{file: countries.csv, key: iso2}`').optional(),
  /** What the paper is called in place of the briefing's name; columns of its row stand in braces. */
  output: text(200).optional(),
  budget: z.enum(['none'], 'Expected `none`, or no `budget` at all').optional(),
  contents: flag().optional(),
}))
export type BaseMeta = z.output<ReturnType<typeof baseMeta>>
