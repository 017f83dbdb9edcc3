import {z} from 'zod'
import type {Place} from '../diagnostic.js'
import {BRIEF, count, day, EXPECTED_OUTPUT, flag, OUTPUTS, text, type WhenField} from '../shapes/fields.js'

/** Text whose place is wanted for what is found wrong with it later. */
export interface Placed {
  type: 'placed'
  text: string
  place: Place
}

const placed = (most: number) => text(most).transform((typed): Placed => ({type: 'placed', text: typed.trim(), place: {path: ''}}))

/** The orders that members may be put in. */
const ORDERS = ['listed', 'symbol', 'title', 'date'] as const

const listOf = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ')

/** A briefing by its path or a pattern, the papers of a template, or a foreign PDF. By its path alone it is a briefing. */
const member = z.union([
  z.strictObject({
    briefing: placed(BRIEF).optional(),
    rows: z.union([z.enum(['all']), z.array(placed(200)).min(1)]).optional(),
    annex: placed(BRIEF).optional(),
    title: text(300).optional(),
    symbol: placed(60).optional(),
    source: text(BRIEF).optional(),
    date: day().optional(),
    marking: placed(100).optional(),
  }),
  placed(BRIEF).transform((briefing) => ({briefing})),
]).transform((entry: Written): MemberEntry => ({type: 'member', ...entry, place: {path: ''}}))

interface Written {
  briefing?: Placed | undefined
  rows?: 'all' | Placed[] | undefined
  annex?: Placed | undefined
  title?: string | undefined
  symbol?: Placed | undefined
  source?: string | undefined
  date?: WhenField | undefined
  marking?: Placed | undefined
}

/** One line of the list of members. */
export interface MemberEntry extends Written {
  type: 'member'
  place: Place
}

/** `pack.yml`: what a pack is called, whom and what it is for, and what it holds. */
export const packFile = z.strictObject({
  title: text(300),
  subtitle: text(BRIEF).optional(),
  /** In the running foot. */
  short: text(150).optional(),
  symbol: placed(60).optional(),
  /** Which issue of its symbol it is. */
  rev: count(999).optional(),
  add: count(999).optional(),
  corr: count(999).optional(),
  date: day(),
  language: placed(60).optional(),
  brand: placed(100).optional(),
  paper: z.enum(['A4', 'Letter'], 'Expected `A4` or `Letter`').optional(),
  marking: placed(100).optional(),
  occasion: z.strictObject({meeting: text(BRIEF), place: text(200).optional(), date: text(200).optional()}).optional(),
  recipients: z.array(text(300)).max(200, 'Expected at most 200 recipients').optional(),
  members: z.array(member).min(1, 'Expected at least one member').max(500, 'Expected at most 500 members'),
  order: z.enum(ORDERS, `Expected one of ${listOf(ORDERS)}`).optional(),
  tabs: flag().optional(),
  /** The cover note that `demarche mail` sends it with, a template with a row for each recipient. */
  cover: placed(BRIEF).optional(),
  outputs: z.array(z.enum(OUTPUTS, EXPECTED_OUTPUT)).min(1).optional(),
})
export type PackFile = z.output<typeof packFile>
