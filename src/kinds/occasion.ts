import {z} from 'zod'
import {BRIEF, day, text} from '../shapes/fields.js'

/** The meeting a paper is for: its name alone, or with place and day. */
export const occasion = () =>
  z.union(
    [text(BRIEF), z.strictObject({meeting: text(BRIEF), place: text(200).optional(), date: day().optional()})],
    'Expected a meeting, or `{meeting: ..., place: ..., date: 2026-11-30}`',
  )
