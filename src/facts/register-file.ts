import {z} from 'zod'
import {day, EXPECTED_SOURCE, source, sourceEntry, when} from '../shapes/fields.js'
import {once} from '../once.js'
import {ages} from './age.js'
import {readDerivation} from './read-derivation.js'

const words = () => z.string().refine((text) => text.trim() !== '', 'Expected text')

/** Words, or words by language: `{en: State, fr: État}`. */
const inLanguages = () =>
  z.union([words(), z.record(z.string(), words())], 'Expected text, or text by language such as `{en: ..., fr: ...}`')

const forms = () => z.union([words(), z.strictObject({one: words(), other: words()})], 'Expected a unit such as `people`, or `{one: State Party, other: States Parties}`')

const unit = () => z.union(
  [words(), z.record(z.string(), forms())],
  'Expected a unit such as `people`, or units by language such as `{en: people, fr: personnes}`',
)

/** One value: what it is, when, and who says so. */
const value = () => z
  .strictObject({
    /** A figure with its qualifier, in English: `165`, `over 55 million`, `20,000-26,000`, `90 %`. */
    value: words().optional(),
    from: words().optional(),
    to: words().optional(),
    date: when().optional(),
    text: words().optional(),
    as_of: when().optional(),
    period: when().optional(),
    of: inLanguages().optional(),
    since: when().optional(),
    source: z.union([source(), z.array(source()).min(1)], EXPECTED_SOURCE).optional(),
    note: inLanguages().optional(),
  })
  .refine(
    (given) => [given.value, given.date, given.text, given.from ?? given.to].filter((one) => one !== undefined).length === 1 && (given.from === undefined) === (given.to === undefined),
    'Expected one of `value`, `date`, `text`, or `from` and `to`',
  )

const about = () => ({
  statement: inLanguages(),
  unit: unit().optional(),
  max_age: z.string().refine((text) => ages(text) !== undefined, 'Expected an age such as `180d`, `26w`, `6m` or `1y`').optional(),
  review_by: day().optional(),
  status: z.enum(['disputed', 'vague'], 'Expected `disputed` or `vague`').optional(),
  reason: words().optional(),
  caveat: inLanguages().optional(),
})

const fact = () => z
  .strictObject({
    ...about(),
    values: z.array(value()).min(1, 'Expected at least one value').optional(),
    derived: z
      .string()
      .refine((text) => readDerivation(text) !== undefined, 'Expected a sum such as `share(states-parties, un-members)`, with `share`, `sum`, `difference` or `change`')
      .optional(),
    /** Prints after the sources of a derived value. */
    note: inLanguages().optional(),
    decimals: z.enum(['0', '1', '2', '3'], 'Expected `0`, `1`, `2` or `3`').optional(),
  })
  .refine((given) => (given.values === undefined) !== (given.derived === undefined), {path: ['values'], error: 'Expected `values` or `derived`, and not both'})
  .refine((given) => given.status === undefined || given.reason !== undefined, {path: ['status'], error: 'A fact with a `status` says why: expected a `reason` beside it'})

const series = () => z.strictObject({
  ...about(),
  file: words(),
  /** Which column says what, where it is not the column of that name. */
  columns: z.strictObject({period: words().optional(), as_of: words().optional(), value: words().optional(), source: words().optional(), note: words().optional()}).optional(),
  /** Of rows that say no other. */
  as_of: when().optional(),
  source: source().optional(),
})

const registeredSource = () => sourceEntry().extend({
  /** The source that it is a part of. */
  part_of: words().optional(),
  /** How its author marked it: a paper that cites it is marked no lower. */
  marking: words().optional(),
  /** Passages word for word, that quotations are held against. */
  excerpts: z.array(words()).min(1).optional(),
})

/** `facts.yml`. */
export const registerFile = once(() => z.strictObject({
  facts: z.record(z.string(), fact()).optional(),
  sources: z.record(z.string(), registeredSource()).optional(),
  series: z.record(z.string(), series()).optional(),
  unchecked: z.array(words()).optional(),
}))

export type FactEntry = z.output<ReturnType<typeof fact>>
export type ValueEntry = z.output<ReturnType<typeof value>>
export type SeriesEntry = z.output<ReturnType<typeof series>>
