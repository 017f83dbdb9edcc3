import type {WhenField} from '../../shapes/fields.js'

type Day = Pick<WhenField, 'year' | 'month' | 'day'>

/** The last day a date may mean, as a number that sorts. */
const lastDay = ({year, month = 12, day = lastOf(year, month)}: Day): number => year * 10000 + month * 100 + day
const lastOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const firstDay = ({year, month = 1, day = 1}: Day): number => year * 10000 + month * 100 + day

/** Whether one date lies before another for certain, however little is known of either. */
export const isBefore = (date: Day, other: Day): boolean => lastDay(date) < firstDay(other)

/** Whether a date has come for certain by the date of the paper, which counts to its last day. */
export const hasCome = (date: Day | 'unknown' | undefined, asOf: Day): boolean => typeof date === 'object' && lastDay(date) <= lastDay(asOf)
